import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WeekShape } from '#shared/contract/shapes.ts';
import type { WeekRow } from './week-rows.ts';
import { rowKey, rowsInOrder, withCell } from './week-rows.ts';

const row = (ticket: string | null, days: number[]): WeekRow => ({
  ticket,
  title: '',
  minutes: days.reduce((sum, minutes) => sum + minutes, 0),
  days,
  sources: days.map((minutes) => (minutes === 0 ? [] : ['git'])),
});

function weekOf(rows: readonly WeekRow[]): WeekShape {
  const days = [0, 1, 2, 3, 4, 5, 6].map((index) => ({
    date: `2026-02-0${index + 2}`,
    status: 'draft' as const,
    minutes: rows.reduce((sum, one) => sum + (one.days[index] ?? 0), 0),
    target: index < 5 ? 480 : 0,
    untracked: 0,
    unallocated: 0,
    entries: 0,
  }));
  const minutes = days.reduce((sum, day) => sum + day.minutes, 0);
  return {
    week: '2026-W06',
    user: 'ann',
    from: days[0]!.date,
    to: days[6]!.date,
    days,
    tickets: [...rows],
    totals: { minutes, target: 2400, gap: Math.max(0, 2400 - minutes) },
    corrections: [],
    warnings: [],
  };
}

describe('the order of rows', () => {
  const [a, b, none] = [row('TB-1', [60]), row('TB-2', [90]), row(null, [15])];
  const keys = (rows: readonly WeekRow[]) => rows.map(rowKey);

  it('stays as it was first seen, new ones behind, those without a ticket last', () => {
    expect(keys(rowsInOrder(['TB-2', 'TB-1'], [none, a, b]))).toEqual(['TB-2', 'TB-1', '']);
    expect(keys(rowsInOrder(['TB-1', ''], [a, b, none]))).toEqual(['TB-1', 'TB-2', '']);
  });

  it('keeps a ticket whose minutes went, but no empty row without a ticket', () => {
    expect(rowsInOrder(['TB-1', 'TB-9', ''], [a])).toEqual([a, { ...row('TB-9', [0, 0, 0, 0, 0, 0, 0]) }]);
  });
});

it('a cell that changes takes every sum along, and no other cell', () => {
  const days = fc.array(fc.nat(300), { minLength: 7, maxLength: 7 });
  const rows = fc.uniqueArray(fc.tuple(fc.constantFrom(null, 'TB-1', 'TB-2', 'TB-3'), days), {
    selector: ([ticket]) => ticket,
  });
  const which = fc.constantFrom('', 'TB-1', 'TB-2', 'TB-9');
  fc.assert(
    fc.property(rows, which, fc.nat(6), fc.nat(600), (given, key, index, minutes) => {
      const before = weekOf(given.map(([ticket, of]) => row(ticket, of)));
      const after = withCell(before, key, index, minutes);
      // Sums on both edges are those of the cells.
      const fresh = weekOf(after.tickets);
      expect(after.days.map((day) => day.minutes)).toEqual(fresh.days.map((day) => day.minutes));
      expect(after.totals).toEqual(fresh.totals);
      for (const one of after.tickets)
        expect(one.minutes).toBe(one.days.reduce((sum, length) => sum + length, 0));
      expect(after.tickets.find((one) => rowKey(one) === key)?.days[index]).toBe(minutes);
      for (const one of before.tickets) {
        const same = after.tickets.find((other) => rowKey(other) === rowKey(one))!;
        const others = (of: readonly number[]) =>
          of.filter((_length, at) => rowKey(one) !== key || at !== index);
        expect(others(same.days)).toEqual(others(one.days));
      }
    }),
  );
});
