import { describe, expect, it } from 'vitest';
import type { LocalDay, Zone } from '../values/local-day.ts';
import { addDays, dayOf } from '../values/local-day.ts';
import { formatInstant } from '../values/instant.ts';
import { parseWorkBlocks } from '../values/work-blocks.ts';
import type { DayStatus } from './day.ts';
import { notesByKey } from './prompt.ts';
import type { DayAtAGlance, ReminderFacts } from './reminders.ts';
import { endOfDayPrompt, nextReminder, weekPrompt } from './reminders.ts';
import { aNote, when } from './sample-prompts.ts';

const BERLIN = 'Europe/Berlin';

/** Days told as `06-15 draft 375`, the ones not told are empty drafts. */
function facts(
  now: string,
  told: Readonly<Record<string, readonly [DayStatus, number, number?]>>,
  given: Partial<ReminderFacts> & { readonly zone?: Zone } = {},
): ReminderFacts {
  const zone = given.zone ?? BERLIN;
  const today = dayOf(when(now), zone);
  const days: DayAtAGlance[] = [];
  for (let back = 13; back >= 0; back -= 1) {
    const date = addDays(today, -back);
    const [status, minutes, unallocated = 0] = told[date.slice(5)] ?? ['draft', 0];
    days.push({ date, status, minutes, target: 480, unallocated });
  }
  return {
    now: when(now),
    zone,
    days,
    wasSeenToday: false,
    rules: {
      blocks: parseWorkBlocks(['09:00-12:00', '13:00-17:30'])!,
      days: [1, 2, 3, 4, 5],
      endOfDay: true,
      week: true,
    },
    notes: new Map(),
    ...given,
  };
}

// 2026-02-10 is a Tuesday.
const TUESDAY = { '02-10': ['draft', 375, 1] } as const;

describe('the end of the day', () => {
  it('comes when the last block of work is over, not before, and not between blocks', () => {
    expect(endOfDayPrompt(facts('2026-02-10T12:10:00+01:00', TUESDAY))).toBeNull();
    expect(endOfDayPrompt(facts('2026-02-10T17:29:59+01:00', TUESDAY))).toBeNull();
    expect(endOfDayPrompt(facts('2026-02-10T17:30:00+01:00', TUESDAY))).toMatchObject({
      key: 'end-of-day:2026-02-10',
      since: when('2026-02-10T17:30:00+01:00'),
      minutes: 375,
      target: 480,
      unallocated: 1,
    });
  });

  it('is silent on a day that is reviewed, off, or empty; not on one that was spent here with nothing booked', () => {
    const evening = '2026-02-10T18:00:00+01:00';
    expect(endOfDayPrompt(facts(evening, { '02-10': ['reviewed', 375] }))).toBeNull();
    expect(endOfDayPrompt(facts(evening, { '02-10': ['submitted', 375] }))).toBeNull();
    expect(endOfDayPrompt(facts(evening, {}))).toBeNull();
    expect(endOfDayPrompt(facts(evening, {}, { wasSeenToday: true }))?.minutes).toBe(0);
    expect(endOfDayPrompt(facts('2026-02-14T18:00:00+01:00', { '02-14': ['draft', 60] }))).toBeNull();
    const { rules } = facts(evening, {});
    expect(endOfDayPrompt(facts(evening, TUESDAY, { rules: { ...rules, endOfDay: false } }))).toBeNull();
    expect(endOfDayPrompt(facts(evening, TUESDAY, { rules: { ...rules, blocks: [] } }))).toBeNull();
  });

  it('that was slept over comes once on return, the next morning or after the weekend', () => {
    const morning = '2026-02-11T08:30:00+01:00';
    expect(endOfDayPrompt(facts(morning, TUESDAY))?.date).toBe('2026-02-10');
    const said = notesByKey([aNote('end-of-day:2026-02-10', { saidAt: when(morning) })]);
    // It stands in the window for the rest of that day, until the next one ends.
    expect(endOfDayPrompt(facts('2026-02-11T10:00:00+01:00', TUESDAY, { notes: said }))).not.toBeNull();
    expect(endOfDayPrompt(facts('2026-02-11T17:30:00+01:00', TUESDAY, { notes: said }))).toBeNull();
    expect(endOfDayPrompt(facts('2026-02-12T08:00:00+01:00', TUESDAY, { notes: said }))).toBeNull();
    const friday = { '02-13': ['draft', 300] } as const;
    expect(endOfDayPrompt(facts('2026-02-16T09:00:00+01:00', friday))?.date).toBe('2026-02-13');
  });

  it('that was told in the evening is not asked again the next morning, unless it was put off until then', () => {
    const saidAt = when('2026-02-10T17:30:00+01:00');
    const morning = '2026-02-11T09:00:00+01:00';
    const said = aNote('end-of-day:2026-02-10', { saidAt });
    expect(endOfDayPrompt(facts(morning, TUESDAY, { notes: notesByKey([said]) }))).toBeNull();
    const putOff = notesByKey([said, aNote('end-of-day', { snoozedUntil: when(morning) })]);
    expect(endOfDayPrompt(facts(morning, TUESDAY, { notes: putOff }))?.date).toBe('2026-02-10');
  });

  it('that was waved away stays away', () => {
    const notes = notesByKey([aNote('end-of-day:2026-02-10', { answer: 'dismiss' })]);
    expect(endOfDayPrompt(facts('2026-02-10T18:00:00+01:00', TUESDAY, { notes }))).toBeNull();
  });

  it('is where the wall clock says, also on the days of the clock change and on a journey', () => {
    const rules = { ...facts('2026-02-10T12:00:00Z', {}).rules, days: [1, 2, 3, 4, 5, 6, 7] };
    const next = (now: string, zone: Zone) => formatInstant(nextReminder({ now: when(now), zone, rules })!);
    expect(next('2026-03-28T18:00:00+01:00', BERLIN)).toBe('2026-03-29T15:30:00.000Z');
    expect(next('2026-10-24T18:00:00+02:00', BERLIN)).toBe('2026-10-25T16:30:00.000Z');
    // Told in Berlin, then on a plane to New York: it is half past five once more, but the day was told.
    const saidAt = when('2026-02-10T17:30:00+01:00');
    const notes = notesByKey([aNote('end-of-day:2026-02-10', { saidAt })]);
    const there = facts('2026-02-10T17:30:00-05:00', TUESDAY, { notes, zone: 'America/New_York' });
    expect(endOfDayPrompt(there)?.key).toBe('end-of-day:2026-02-10');
    expect(next('2026-02-10T17:31:00+01:00', 'America/New_York')).toBe('2026-02-10T22:30:00.000Z');
  });

  it('is next on the next day with a reminder', () => {
    const { rules } = facts('2026-02-10T12:00:00Z', {});
    const next = (now: string) => formatInstant(nextReminder({ now: when(now), zone: BERLIN, rules })!);
    expect(next('2026-02-10T12:00:00Z')).toBe('2026-02-10T16:30:00.000Z');
    expect(next('2026-02-13T16:30:00Z')).toBe('2026-02-16T16:30:00.000Z');
    expect(
      nextReminder({ now: when('2026-02-10T12:00:00Z'), zone: BERLIN, rules: { ...rules, days: [] } }),
    ).toBeNull();
  });
});

describe('the end of the week', () => {
  const WEEK = {
    '02-09': ['submitted', 480],
    '02-10': ['draft', 480],
    '02-11': ['reviewed', 450],
    '02-13': ['draft', 300],
  } as const;

  it('comes at the end of the last working day and names what is not reviewed', () => {
    expect(weekPrompt(facts('2026-02-12T18:00:00+01:00', WEEK))).toBeNull();
    expect(weekPrompt(facts('2026-02-13T17:30:00+01:00', WEEK))).toMatchObject({
      key: 'week:2026-W07',
      open: ['2026-02-10', '2026-02-13'],
      minutes: 1710,
      target: 2400,
    });
    const { rules } = facts('2026-02-12T18:00:00+01:00', {});
    const short = { ...rules, days: [1, 2, 3, 4] };
    expect(weekPrompt(facts('2026-02-12T18:00:00+01:00', WEEK, { rules: short }))).not.toBeNull();
  });

  it('asks to submit what is reviewed, and nothing once it is', () => {
    const reviewed = { '02-10': ['reviewed', 480] } as const;
    expect(weekPrompt(facts('2026-02-13T17:30:00+01:00', reviewed))?.open).toEqual([]);
    expect(weekPrompt(facts('2026-02-13T17:30:00+01:00', { '02-10': ['submitted', 480] }))).toBeNull();
    expect(weekPrompt(facts('2026-02-13T17:30:00+01:00', {}))).toBeNull();
  });

  it('leaves a Saturday alone that is still worked on', () => {
    const saturday = { '02-14': ['draft', 30] } as const;
    expect(weekPrompt(facts('2026-02-14T18:00:00+01:00', saturday))).toBeNull();
    expect(weekPrompt(facts('2026-02-15T10:00:00+01:00', saturday))?.open).toEqual(['2026-02-14']);
  });

  it('that nobody was there for comes on Monday, once', () => {
    const monday = '2026-02-16T08:30:00+01:00';
    expect(weekPrompt(facts(monday, WEEK))?.week).toBe('2026-W07');
    const told = notesByKey([aNote('week:2026-W07', { saidAt: when('2026-02-13T17:30:00+01:00') })]);
    expect(weekPrompt(facts(monday, WEEK, { notes: told }))).toBeNull();
    const putOff = notesByKey([
      ...told.values(),
      aNote('week', { snoozedUntil: when('2026-02-16T08:00:00Z') }),
    ]);
    expect(weekPrompt(facts('2026-02-16T09:00:00+01:00', WEEK, { notes: putOff }))?.week).toBe('2026-W07');
  });

  it('is over the turn of the year too', () => {
    const days = { '12-31': ['draft', 60], '01-01': ['draft', 30] } as const;
    expect(weekPrompt(facts('2027-01-01T18:00:00+01:00', days))).toMatchObject({
      week: '2026-W53',
      open: ['2026-12-31' as LocalDay, '2027-01-01' as LocalDay],
    });
  });
});
