import fc from 'fast-check';
import { expect, it } from 'vitest';
import { memoryWorld } from '../../ports/memory-world.ts';
import { adding, anEntry, step } from '../../ports/sample-rows.ts';
import type { Budget } from '../../reports/budget.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { addDays } from '../../values/local-day.ts';
import { minutes } from '../../values/minutes.ts';
import type { TicketId } from '../../values/ticket-id.ts';
import { standingsOf } from './standings.ts';

const FIRST = '2025-11-20' as LocalDay;
const day = fc.integer({ min: 0, max: 130 }).map((n) => addDays(FIRST, n));
const spent = fc.array(fc.record({ date: day, minutes: fc.integer({ min: -60, max: 300 }) }), {
  maxLength: 25,
});
const terms = fc.record({
  per: fc.constantFrom<'month' | 'total'>('month', 'total'),
  rollover: fc.boolean(),
  from: fc.option(day),
  isGroup: fc.boolean(),
});
const monthOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));

it('what is used and left adds up over all months, whichever way the store is asked', async () => {
  await fc.assert(
    fc.asyncProperty(spent, terms, day, async (rows, { per, rollover, from, isGroup }, asOf) => {
      const world = memoryWorld('2026-04-01T09:00:00Z', 'UTC');
      const entries = rows.map((row, n) =>
        anEntry(n + 1, { ...row, minutes: minutes(row.minutes), ticket: 'TB-1' as TicketId, project: 'TB' }),
      );
      if (entries.length > 0) await world.stores.ledger.commit(step(entries.map(adding)));
      const budget: Budget = {
        ...{ name: 'b', project: 'TB', customer: null, minutes: minutes(600), rate: null, usualRate: null },
        ...{ per, rollover, from, percents: null, label: null },
        tickets: isGroup ? ['TB-1' as TicketId] : null,
      };
      const view = { asOf, workingDays: [], percents: [80], labelled: () => Promise.resolve([]) };
      const [byDay] = await standingsOf(world, [budget], { ...view, by: 'date' });
      const [byMonth] = await standingsOf(world, [budget], { ...view, by: 'month' });
      const numbers = ({ used, available, left, meter }: NonNullable<typeof byDay>) => [
        ...[used, available, left, meter.percent, meter.state],
      ];
      expect(numbers(byMonth!)).toEqual(numbers(byDay!));

      const counted = rows.filter(({ date }) => date <= asOf && (from === null || date >= from));
      const sum = (of: typeof rows): number => of.reduce((total, row) => total + row.minutes, 0);
      const current = counted.filter(({ date }) => per === 'total' || monthOf(date) === monthOf(asOf));
      expect(byDay!.used).toBe(sum(current));
      if (per === 'month' && rollover) {
        const begun = [from ?? counted.map(({ date }) => date).toSorted()[0] ?? asOf, asOf].toSorted()[0]!;
        const months = monthOf(asOf) - monthOf(begun) + 1;
        expect(byDay!.left).toBe(600 * months - sum(counted));
      } else expect(byDay!.left).toBe(600 - sum(current));
    }),
    { numRuns: 60 },
  );
});
