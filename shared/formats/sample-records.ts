import fc from 'fast-check';
import { instant } from '../values/instant.ts';
import type { LocalDay } from '../values/local-day.ts';
import { dayInterval } from '../values/local-day.ts';
import { minutes } from '../values/minutes.ts';
import type { TicketId } from '../values/ticket-id.ts';
import type { TimeRecord } from './time-record.ts';
import { bareRecord } from './time-record.ts';

export const RULES = { zone: 'Europe/Berlin', workingHoursPerDay: 8, prefixes: [] } as const;

/** Ordinary days, and those on which Berlin changes its clocks: 23 and 25 hours. */
const DAYS = ['2026-02-10', '2026-02-11', '2026-03-29', '2026-10-25'] as LocalDay[];

/** Time of one person as a story of property tests makes it: with and without clock, ticket and words. */
export const records: fc.Arbitrary<TimeRecord[]> = fc.array(
  fc
    .record({
      date: fc.constantFrom(...DAYS),
      length: fc.integer({ min: 1, max: 240 }),
      from: fc.option(fc.integer({ min: 0, max: 1380 })),
      ticket: fc.constantFrom('TB-042', 'APP-7', null),
      project: fc.constantFrom('Portal', 'Acme-App', null),
      description: fc.constantFrom(
        '',
        'Review',
        'fix “sockets” again',
        'a # b',
        'say "hi" \\ there',
        '9:00 - 10:00 call',
      ),
    })
    .map(({ date, length, from, ticket, ...rest }) => {
      const start = from === null ? null : instant(dayInterval(date, RULES.zone).start + from * 60_000);
      const end = start === null ? null : instant(start + length * 60_000);
      const isInside = end !== null && end <= dayInterval(date, RULES.zone).end;
      return {
        ...bareRecord(date, minutes(length)),
        ...rest,
        ticket: ticket as TicketId | null,
        startedAt: isInside ? start : null,
        endedAt: isInside ? end : null,
      };
    }),
  { maxLength: 8 },
);

/** Minutes by day and ticket: what must come out as it went in, whatever a format makes of clocks and words. */
export function sumsOf(all: readonly TimeRecord[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { date, ticket, minutes: value } of all) {
    const key = `${date} ${ticket ?? '-'}`;
    sums[key] = (sums[key] ?? 0) + value;
  }
  return Object.fromEntries(Object.entries(sums).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
