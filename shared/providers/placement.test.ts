import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../values/instant.ts';
import { instant } from '../values/instant.ts';
import type { LocalDay } from '../values/local-day.ts';
import { addDays, dayInterval, dayOf, formatClock } from '../values/local-day.ts';
import { minutes } from '../values/minutes.ts';
import { formatSeconds, placementOf, timerStart, wideWindow } from './placement.ts';

const ZONES = ['Europe/Berlin', 'America/Sao_Paulo', 'Pacific/Apia'] as const;
const day = (text: string) => text as LocalDay;
const at = (text: string) => instant(Date.parse(text));

const placed = (date: string, zone: string, length: number, startedAt: Instant | null = null) =>
  placementOf({ date: day(date), zone, minutes: minutes(length), startedAt });
const clocks = (date: string, zone: string, length: number, startedAt: Instant | null = null) => {
  const { start, end } = placed(date, zone, length, startedAt);
  return `${formatClock(start, zone)}-${formatClock(end, zone)}`;
};

describe('where an entry stands at a provider that needs clock times', () => {
  it.each<readonly [string, string, number, Instant | null, string, string]>([
    ['2026-02-10', 'Europe/Berlin', 90, null, '09:00-10:30', 'no clock times: from nine on'],
    ['2026-02-10', 'Europe/Berlin', 90, at('2026-02-10T12:15:40Z'), '13:15-14:45', 'where the work began'],
    ['2026-02-10', 'Europe/Berlin', 90, at('2026-02-11T12:15:00Z'), '09:00-10:30', 'not on another day'],
    ['2026-02-10', 'Europe/Berlin', 60, at('2026-02-10T22:45:00Z'), '23:00-00:00', 'not over midnight'],
    ['2026-02-10', 'Europe/Berlin', 17 * 60, null, '07:00-00:00', 'a long one begins earlier'],
    ['2026-02-10', 'Europe/Berlin', 24 * 60, null, '00:00-00:00', 'the whole day'],
    ['2026-03-29', 'Europe/Berlin', 23 * 60, null, '00:00-00:00', 'the whole day, 23 hours long'],
    ['2026-10-25', 'Europe/Berlin', 25 * 60, null, '00:00-00:00', 'the whole day, 25 hours long'],
    ['2018-11-04', 'America/Sao_Paulo', 23 * 60, null, '01:00-00:00', 'a day that began at one'],
    ['2011-12-31', 'Pacific/Apia', 60, null, '09:00-10:00', 'the day after the one that was skipped'],
  ])('%s in %s, %s min, began %s: %s (%s)', (date, zone, length, startedAt, expected) => {
    expect(clocks(date, zone, length, startedAt)).toBe(expected);
  });

  it('stays where the provider has it when the entry has no clock times of its own', () => {
    const draft = { date: day('2026-02-10'), zone: 'Europe/Berlin', minutes: minutes(30), startedAt: null };
    const standing = at('2026-02-10T15:00:00Z');
    expect(placementOf(draft, standing).start).toBe(standing);
    expect(placementOf({ ...draft, startedAt: at('2026-02-10T08:30:00Z') }, standing).start).not.toBe(
      standing,
    );
    expect(placementOf({ ...draft, date: day('2026-02-11') }, standing).start).toBe(
      at('2026-02-11T08:00:00Z'),
    );
  });

  it('a day that the zone skipped cannot be booked', () => {
    expect(() => placed('2011-12-30', 'Pacific/Apia', 60)).toThrow(
      'There was no 2011-12-30 in Pacific/Apia.',
    );
  });

  it('what is longer than its day begins with it', () => {
    expect(clocks('2026-02-10', 'Europe/Berlin', 25 * 60)).toBe('00:00-01:00');
  });
});

describe('on any day in any of the zones, whenever the clocks change', () => {
  const anyDay = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays(day('1985-01-01'), n));
  const anyDraft = fc.record({
    zone: fc.constantFrom(...ZONES),
    date: anyDay,
    minutes: fc.integer({ min: 1, max: 25 * 60 }).map(minutes),
    startedAt: fc.option(fc.integer({ min: 0, max: 26 * 3_600_000 }), { nil: null }),
  });

  it('an entry is as long as it was and stays on its day', () => {
    fc.assert(
      fc.property(anyDraft, ({ startedAt, ...draft }) => {
        const whole = dayInterval(draft.date, draft.zone);
        fc.pre(whole.end > whole.start);
        const began = startedAt === null ? null : instant(whole.start + startedAt);
        const { start, end } = placementOf({ ...draft, startedAt: began });
        expect(end - start).toBe(draft.minutes * 60_000);
        expect(dayOf(start, draft.zone)).toBe(draft.date);
        if (draft.minutes * 60_000 <= whole.end - whole.start) expect(end).toBeLessThanOrEqual(whole.end);
        expect(Date.parse(formatSeconds(start))).toBe(start);
      }),
    );
  });

  it('a wide window holds every moment of the days, however the provider counts days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 40 }), fc.constantFrom(...ZONES), (from, more, zone) => {
        const to = addDays(from, more);
        const { start, end } = wideWindow(from, to, zone);
        expect(dayInterval(from, zone).start - start).toBe(24 * 3_600_000);
        expect(end - dayInterval(to, zone).end).toBe(24 * 3_600_000);
      }),
    );
  });
});

describe('a timer', () => {
  it('began exactly then, in whole seconds, also just before midnight', () => {
    const draft = { date: day('2026-02-10'), zone: 'Europe/Berlin', minutes: minutes(0) };
    expect(formatSeconds(timerStart({ ...draft, startedAt: at('2026-02-10T22:59:59.999Z') }))).toBe(
      '2026-02-10T22:59:59Z',
    );
    expect(formatSeconds(timerStart({ ...draft, startedAt: null }))).toBe('2026-02-10T08:00:00Z');
  });
});
