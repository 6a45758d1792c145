import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalDay } from '../values/local-day.ts';
import { addDays, dayInterval } from '../values/local-day.ts';
import { Problem } from '../values/problem.ts';
import { ALL_TIME, monthPeriod, periodMeant } from './period.ts';

const TODAY = '2026-03-30' as LocalDay;
const meant = (period: string, today = TODAY) => {
  const { kind, label, from, to } = periodMeant({ period }, { today }, 'week');
  return `${kind} ${label} ${from} ${to}`;
};

describe('the days a person named', () => {
  it.each([
    ['today', 'day 2026-03-30 2026-03-30 2026-03-30'],
    ['yesterday', 'day 2026-03-29 2026-03-29 2026-03-29'],
    ['2026-02-10', 'day 2026-02-10 2026-02-10 2026-02-10'],
    ['week', 'week 2026-W14 2026-03-30 2026-04-05'],
    ['last week', 'week 2026-W13 2026-03-23 2026-03-29'],
    ['2026-W07', 'week 2026-W07 2026-02-09 2026-02-15'],
    ['2026-w07', 'week 2026-W07 2026-02-09 2026-02-15'],
    ['month', 'month 2026-03 2026-03-01 2026-03-31'],
    ['last month', 'month 2026-02 2026-02-01 2026-02-28'],
    ['2026-01', 'month 2026-01 2026-01-01 2026-01-31'],
    ['2026-12', 'month 2026-12 2026-12-01 2026-12-31'],
    ['quarter', 'quarter 2026-Q1 2026-01-01 2026-03-31'],
    ['last quarter', 'quarter 2025-Q4 2025-10-01 2025-12-31'],
    ['2025-Q2', 'quarter 2025-Q2 2025-04-01 2025-06-30'],
    ['2024', 'year 2024 2024-01-01 2024-12-31'],
    ['last year', 'year 2025 2025-01-01 2025-12-31'],
    ['2026-02-10..2026-02-14', 'range 2026-02-10..2026-02-14 2026-02-10 2026-02-14'],
    ['all', 'all all 1900-01-01 2999-12-31'],
  ])('%s is %s', (text, expected) => expect(meant(text)).toBe(expected));

  it('last month on the last day of a long month is the short one before', () => {
    expect(meant('last month', '2026-03-31' as LocalDay)).toContain('2026-02 2026-02-01 2026-02-28');
    expect(meant('last quarter', '2026-05-31' as LocalDay)).toContain('2026-Q1');
  });

  it('a leap year’s February has its leap day', () => {
    expect(monthPeriod('2024-02')).toMatchObject({ from: '2024-02-01', to: '2024-02-29' });
    expect(monthPeriod('2100-02').to).toBe('2100-02-28');
    expect(meant('2024-02-29')).toBe('day 2024-02-29 2024-02-29 2024-02-29');
  });

  it('a long year has a week 53 that reaches into the next; other years have none', () => {
    expect(meant('2026-W53')).toBe('week 2026-W53 2026-12-28 2027-01-03');
    expect(meant('2020-W53')).toBe('week 2020-W53 2020-12-28 2021-01-03');
    expect(() => meant('2025-W53')).toThrow(Problem);
    expect(periodMeant({ week: '2027-01-01' }, { today: TODAY }, 'week').label).toBe('2026-W53');
  });

  it('a month with a change of clocks has all its hours, since days are local days', () => {
    const { from, to } = monthPeriod('2026-03');
    const hours =
      (dayInterval(to, 'Europe/Berlin').end - dayInterval(from, 'Europe/Berlin').start) / 3_600_000;
    expect(hours).toBe(31 * 24 - 1);
  });

  it('from and to take the place of a period; what is left out is the beginning, or today', () => {
    expect(periodMeant({ from: '2026-02-10', to: 'yesterday' }, { today: TODAY }, 'week')).toEqual({
      kind: 'range',
      label: '2026-02-10..2026-03-29',
      from: '2026-02-10',
      to: '2026-03-29',
    });
    expect(periodMeant({ from: '2026-02-10' }, { today: TODAY }, 'week').to).toBe(TODAY);
    expect(periodMeant({ to: '2026-02-10' }, { today: TODAY }, 'week').from).toBe(ALL_TIME.from);
  });

  it.each([
    [{ period: 'sometime' }, 'names no days'],
    [{ week: '2026-W54' }, 'is not a week'],
    [{ month: '2026-13' }, 'is not a month'],
    [{ month: 'today' }, 'is not a month'],
    [{ from: '2026-02-30' }, 'is not a day'],
    [{ from: '2026-02-11', to: '2026-02-10' }, 'is after'],
    [{ week: 'this', month: 'this' }, 'given twice'],
    [{ period: 'week', from: '2026-02-10' }, 'given twice'],
  ])('%j is refused in words', (words, message) => {
    expect(() => periodMeant(words, { today: TODAY }, 'week')).toThrow(message);
  });

  it('months follow each other without a gap, whatever the year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1901, max: 2998 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const name = (y: number, m: number): string => `${y}-${String(m).padStart(2, '0')}`;
        const here = monthPeriod(name(year, month));
        const next = monthPeriod(month === 12 ? name(year + 1, 1) : name(year, month + 1));
        expect(addDays(here.to, 1)).toBe(next.from);
      }),
    );
  });
});
