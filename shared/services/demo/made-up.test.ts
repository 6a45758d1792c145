import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Instant } from '../../values/instant.ts';
import { formatInstant, parseInstant } from '../../values/instant.ts';
import { dayInterval, dayOf, weekdayOf } from '../../values/local-day.ts';
import { readIcs } from '../../sources/ics/read-ics.ts';
import { LARGE, MEETINGS, PERSON, PROJECTS, SMALL } from './company.ts';
import { lastThursday, makeUpWeeks } from './made-up.ts';
import { without } from './day-plan.ts';

const at = (text: string): Instant => parseInstant(text)!;
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Pacific/Auckland',
  'Asia/Kolkata',
  'America/St_Johns',
  'UTC',
];
const anyNow = fc
  .record({
    at: fc.integer({ min: Date.parse('2024-01-01T00:00Z'), max: Date.parse('2031-01-01T00:00Z') }),
    zone: fc.constantFrom(...ZONES),
  })
  .map(({ at: ms, zone }) => ({ zone, now: lastThursday(ms as Instant, zone), asked: ms }));

test('the same seed makes up the same weeks, another one others', () => {
  const now = at('2026-11-19T16:42:00+01:00');
  expect(makeUpWeeks(7, now, 'Europe/Berlin')).toEqual(makeUpWeeks(7, now, 'Europe/Berlin'));
  expect(makeUpWeeks(8, now, 'Europe/Berlin').traces).not.toEqual(
    makeUpWeeks(7, now, 'Europe/Berlin').traces,
  );
});

test.each([
  ['2026-11-21T09:36:00Z', '2026-11-19T15:42:00.000Z'],
  ['2026-11-19T15:41:00Z', '2026-11-12T15:42:00.000Z'],
  ['2026-11-19T15:42:00Z', '2026-11-19T15:42:00.000Z'],
  ['2026-11-18T12:00:00Z', '2026-11-12T15:42:00.000Z'],
])('at %s it is looked at as of %s', (now, thursday) => {
  expect(formatInstant(lastThursday(at(now), 'Europe/Berlin'))).toBe(thursday);
});

test('it is always looked at on a Thursday afternoon that has passed', () => {
  fc.assert(
    fc.property(anyNow, ({ now, asked, zone }) => {
      expect(now).toBeLessThanOrEqual(asked);
      expect(asked - now).toBeLessThanOrEqual(8 * 86_400_000);
      expect(weekdayOf(dayOf(now, zone))).toBe(4);
    }),
  );
});

test('whatever the seed, the zone and the change of the clock: whole days, and nothing that has not happened yet', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), anyNow, (seed, { now, zone }) => {
      const { days, traces, today } = makeUpWeeks(seed, now, zone);
      expect(days.map((day) => weekdayOf(day.date))).toEqual([1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4]);
      expect(days.at(-1)!.date).toBe(today);
      const { commits, checkouts, presence, beats, runs, uses } = traces;
      const latest = [
        ...commits.map((one) => one.authoredAt),
        ...checkouts.map((one) => one.at),
        ...presence.map((one) => one.end),
        ...beats.map((one) => one.at),
        ...runs.map((one) => one.aliveAt),
        ...uses.map((one) => one.at),
      ].reduce((a, b) => Math.max(a, b), 0);
      expect(latest).toBeLessThanOrEqual(now);
      // Nobody works over midnight here.
      expect(presence.filter((span) => span.end <= span.start)).toEqual([]);
      expect(presence.filter((span) => dayOf(span.end, zone) !== dayOf(span.start, zone))).toEqual([]);
      expect(new Set(commits.map((one) => one.hash)).size).toBe(commits.length);
      // Present for seven to nine and a half hours, but for today, which is not over.
      for (const day of days.slice(0, -1)) {
        const { start, end } = dayInterval(day.date, zone);
        const active = presence.filter(
          (one) => one.state === 'active' && one.start >= start && one.end <= end,
        );
        const hours = active.reduce((sum, one) => sum + one.end - one.start, 0) / 3_600_000;
        expect(hours).toBeGreaterThan(5.5);
        expect(hours).toBeLessThan(9.5);
      }
    }),
    { numRuns: 15 },
  );
});

test('its calendar is read like any other', () => {
  const now = at('2026-11-19T16:42:00+01:00');
  const { calendar, monday } = makeUpWeeks(1, now, 'Europe/Berlin');
  const window = { start: dayInterval(monday, 'Europe/Berlin').start, end: now };
  const read = readIcs(calendar, {
    window,
    addresses: [PERSON.email],
    zone: 'Europe/Berlin',
    source: 'ics:x',
  });
  expect(read.problems).toEqual([]);
  expect(new Set(read.events.map((event) => event.title))).toEqual(
    new Set(MEETINGS.map((meeting) => meeting.title)),
  );
  expect(read.events.filter((event) => event.title === 'Daily stand-up')).toHaveLength(14);
  const declined = read.events.filter((event) => event.response === 'declined').map((event) => event.title);
  expect(new Set(declined)).toEqual(new Set(['Lunch and learn: charts at sea']));
});

test('every ticket belongs to a project', () => {
  const keys = PROJECTS.map((project) => project.key);
  for (const ticket of [...LARGE, ...SMALL]) expect(keys).toContain(ticket.id.split('-')[0]);
});

test('parts are cut out of parts', () => {
  expect(
    without(
      [{ from: 10, to: 20 }],
      [
        { from: 12, to: 14 },
        { from: 18, to: 30 },
      ],
    ),
  ).toEqual([
    { from: 10, to: 12 },
    { from: 14, to: 18 },
  ]);
  expect(without([{ from: 10, to: 20 }], [{ from: 0, to: 30 }])).toEqual([]);
});
