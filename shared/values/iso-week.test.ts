import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWeeks, daysOfWeek, parseWeek, weekOf } from './iso-week.ts';
import { addDays, parseLocalDay, weekdayOf } from './local-day.ts';

const day = (text: string) => parseLocalDay(text)!;
const week = (text: string) => parseWeek(text)!;
const anyDay = fc.integer({ min: 0, max: 36_500 }).map((n) => addDays(day('1970-01-01'), n));

describe('ISO weeks', () => {
  it.each([
    ['2026-02-10', '2026-W07', 'an ordinary Tuesday'],
    ['2026-12-31', '2026-W53', '2026 has 53 weeks'],
    ['2027-01-03', '2026-W53', 'and the last of them reaches into January'],
    ['2027-01-04', '2027-W01', 'before the first Monday begins 2027'],
    ['2020-12-31', '2020-W53', '2020 had 53 as well'],
    ['2024-12-30', '2025-W01', 'a week belongs to the year of its Thursday'],
    ['2021-01-01', '2020-W53', 'so New Year may be in the old year'],
  ])('%s is in %s: %s', (date, expected) => {
    expect(weekOf(day(date))).toBe(expected);
  });

  it('2026-W07 is Monday 9 to Sunday 15 February', () => {
    expect(daysOfWeek(week('2026-W07'))).toEqual([
      '2026-02-09',
      '2026-02-10',
      '2026-02-11',
      '2026-02-12',
      '2026-02-13',
      '2026-02-14',
      '2026-02-15',
    ]);
  });

  it.each(['2026-W53', '2026-w07', '2026W07'])('%s can be read', (text) => {
    expect(parseWeek(text)).not.toBeNull();
  });

  it.each(['2025-W53', '2026-W00', '2026-W54', '2026-W7', 'W07', '0000-W01', '2026-07', ''])(
    '%s is no week',
    (text) => {
      expect(parseWeek(text)).toBeNull();
    },
  );

  it('every day is in exactly the week that lists it', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const days = daysOfWeek(weekOf(date));
        expect(days[weekdayOf(date) - 1]).toBe(date);
        expect(new Set(days.map((each) => weekOf(each))).size).toBe(1);
      }),
    );
  });

  it('a week reads back, and so many weeks on and back is where it was', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -500, max: 500 }), (date, n) => {
        const here = weekOf(date);
        expect(parseWeek(here)).toBe(here);
        expect(addWeeks(addWeeks(here, n), -n)).toBe(here);
      }),
    );
  });

  it('the week after W53 is W01', () => {
    expect(addWeeks(week('2026-W53'), 1)).toBe('2027-W01');
    expect(addWeeks(week('2027-W01'), -1)).toBe('2026-W53');
  });
});
