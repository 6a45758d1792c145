import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../entries/entry.ts';
import { sampleEntry } from '../entries/sample-entry.ts';
import { addDays, parseLocalDay } from '../values/local-day.ts';
import { minutes } from '../values/minutes.ts';
import type { TicketId } from '../values/ticket-id.ts';
import type { DayOfWeek } from './week-summary.ts';
import { summariseWeek } from './week-summary.ts';

const MONDAY = parseLocalDay('2026-02-09')!;
const entry = (ticket: string | null, time: number, given: Partial<Entry> = {}): Entry =>
  sampleEntry(`${ticket} ${time}`, '', {
    ticket: ticket as TicketId | null,
    minutes: minutes(time),
    source: 'git',
    description: `${ticket} for ${time}`,
    ...given,
  });
const day = (n: number, entries: Entry[], target = 480, untracked = 0): DayOfWeek => ({
  date: addDays(MONDAY, n),
  status: 'draft',
  entries,
  target,
  untracked,
});

describe('a week added up', () => {
  const week = summariseWeek([
    day(0, [entry('TB-042', 195), entry('APP-019', 90), entry('TB-042', 45, { source: 'calendar' })]),
    day(1, [
      entry(null, 600, { source: 'calendar' }),
      entry('TB-042', -60, { source: 'manual', correction: { reason: 'x', of: null } }),
    ]),
    day(2, [entry('APP-019', 120, { state: 'deleted' })], 0, 75),
  ]);

  it('per day, corrections included and deleted entries not', () => {
    expect(week.days).toEqual([
      {
        date: '2026-02-09',
        status: 'draft',
        minutes: 330,
        target: 480,
        untracked: 0,
        unallocated: 0,
        entries: 3,
      },
      {
        date: '2026-02-10',
        status: 'draft',
        minutes: 540,
        target: 480,
        untracked: 0,
        unallocated: 1,
        entries: 2,
      },
      {
        date: '2026-02-11',
        status: 'draft',
        minutes: 0,
        target: 0,
        untracked: 75,
        unallocated: 0,
        entries: 0,
      },
    ]);
  });

  it('per ticket: most time first, unallocated last however much it is', () => {
    expect(week.tickets).toEqual([
      {
        ticket: 'TB-042',
        title: 'TB-042 for 195',
        minutes: 180,
        days: [240, -60, 0],
        sources: [['git', 'calendar'], ['manual'], []],
      },
      {
        ticket: 'APP-019',
        title: 'APP-019 for 90',
        minutes: 90,
        days: [90, 0, 0],
        sources: [['git'], [], []],
      },
      {
        ticket: null,
        title: 'null for 600',
        minutes: 600,
        days: [0, 600, 0],
        sources: [[], ['calendar'], []],
      },
    ]);
  });

  it('without a ticket, all that has none is named, each thing once', () => {
    const { tickets } = summariseWeek([
      day(0, [entry(null, 30, { description: 'Stand-up' }), entry(null, 60, { description: 'Interview' })]),
      day(1, [entry(null, 20, { description: 'Stand-up' }), entry(null, 10, { description: '' })]),
    ]);
    expect(tickets.map(({ title }) => title)).toEqual(['Interview · Stand-up']);
  });

  it('in all: the gap is what the target lacks', () => {
    expect(week.totals).toEqual({ minutes: 870, target: 960, gap: 90 });
  });

  it('more than asked for is no negative gap', () => {
    expect(summariseWeek([day(0, [entry('TB-042', 600)])]).totals.gap).toBe(0);
  });

  it('tickets of equal time stand in the order of their names', () => {
    const { tickets } = summariseWeek([day(0, [entry('TB-2', 60), entry('TB-1', 60)])]);
    expect(tickets.map((row) => row.ticket)).toEqual(['TB-1', 'TB-2']);
  });

  it('a week without entries has days and no rows', () => {
    const { days, tickets } = summariseWeek([day(0, [], 0)]);
    expect([days.length, tickets]).toEqual([1, []]);
  });

  it('days, rows and total are three ways to count the same minutes', () => {
    const anyEntry = fc
      .tuple(fc.constantFrom('TB-1', 'TB-2', 'APP-1', null), fc.integer({ min: -120, max: 600 }))
      .map(([ticket, time]) => entry(ticket, time));
    fc.assert(
      fc.property(fc.array(fc.array(anyEntry, { maxLength: 8 }), { maxLength: 7 }), (days) => {
        const { days: perDay, tickets, totals } = summariseWeek(days.map((entries, n) => day(n, entries)));
        const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
        expect(sum(perDay.map((each) => each.minutes))).toBe(totals.minutes);
        expect(sum(tickets.map((row) => row.minutes))).toBe(totals.minutes);
        expect(sum(tickets.flatMap((row) => row.days))).toBe(totals.minutes);
      }),
    );
  });
});
