import { diceOf } from '../values/dice.ts';
import { plusMinutes } from '../values/instant.ts';
import type { LocalDay } from '../values/local-day.ts';
import { dayInterval } from '../values/local-day.ts';
import { minutes } from '../values/minutes.ts';
import type { TicketId } from '../values/ticket-id.ts';
import type { TimeRecord } from './time-record.ts';
import { bareRecord } from './time-record.ts';

export const RULES = { zone: 'Europe/Berlin', workingHoursPerDay: 8, prefixes: [] } as const;

/** Ordinary days, and those on which Berlin changes its clocks: 23 and 25 hours. */
const DAYS = ['2026-02-10', '2026-02-11', '2026-03-29', '2026-10-25'] as LocalDay[];

const TICKETS = ['TB-042', 'APP-7', null] as (TicketId | null)[];
const WORDS = ['', 'Review', 'fix “sockets” again', 'a # b', 'say "hi" \\ there', '9:00 - 10:00 call'];

/** Time of one person as stories make it up, with and without clock, ticket and words; the same for the same seed. */
export function sampleRecords(seed: number): TimeRecord[] {
  const dice = diceOf(seed);
  return Array.from({ length: dice.between(0, 8) }, () => {
    const date = dice.pick(DAYS);
    const length = dice.between(1, 240);
    const day = dayInterval(date, RULES.zone);
    const start = plusMinutes(day.start, dice.between(0, 1380));
    const end = plusMinutes(start, length);
    const hasClock = dice.happens(0.7) && end <= day.end;
    return {
      ...bareRecord(date, minutes(length)),
      ticket: dice.pick(TICKETS),
      project: dice.pick(['Portal', 'Acme-App', null]),
      description: dice.pick(WORDS),
      startedAt: hasClock ? start : null,
      endedAt: hasClock ? end : null,
    };
  });
}

/** Minutes by day and ticket: what must come out as it went in, whatever a format makes of clocks and words. */
export function sumsOf(all: readonly TimeRecord[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { date, ticket, minutes: value } of all) {
    const key = `${date} ${ticket ?? '-'}`;
    sums[key] = (sums[key] ?? 0) + value;
  }
  return Object.fromEntries(Object.entries(sums).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
