import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from './instant.ts';
import { instant, parseInstant } from './instant.ts';
import { lengthMs } from './interval.ts';
import type { LocalDay, Zone } from './local-day.ts';
import {
  addDays,
  atClock,
  dayInterval,
  dayOf,
  daysBetween,
  formatClock,
  isZone,
  parseLocalDay,
  splitAtMidnight,
  weekdayOf,
} from './local-day.ts';

const ZONES: Zone[] = ['Europe/Berlin', 'America/Sao_Paulo', 'Pacific/Apia', 'Asia/Kolkata', 'UTC'];
const HOUR = 3_600_000;
const at = (text: string): Instant => parseInstant(text)!;
const day = (text: string): LocalDay => parseLocalDay(text)!;

const anyInstant = fc
  .integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2035, 0, 1) })
  .map((ms) => instant(ms));
const anyDay = fc.integer({ min: 0, max: 11_000 }).map((n) => addDays(day('2005-01-01'), n));

describe('reading days', () => {
  it.each(['2026-02-10', '2024-02-29', '1999-12-31'])('%s is a day', (text) => {
    expect(parseLocalDay(text)).toBe(text);
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-2-10',
    '20260210',
    '0000-01-01',
    '9999-12-31',
    '',
  ])('%s is none', (text) => {
    expect(parseLocalDay(text)).toBeNull();
  });

  it('the last day there is still has an end', () => {
    expect(daysBetween(day('2999-12-30'), day('2999-12-31'))).toHaveLength(2);
  });
});

describe('zones', () => {
  it.each([...ZONES, 'America/Argentina/Buenos_Aires', 'Etc/GMT+5'])('%s is known', (zone) => {
    expect(isZone(zone)).toBe(true);
  });

  it.each(['', 'Mars/Olympus', '+01:00', '2026-02-10T00:00Z', '2026-02-10T00:00[Europe/Berlin]', '../etc'])(
    '"%s" is none',
    (text) => {
      expect(isZone(text)).toBe(false);
    },
  );
});

describe('how long a day is', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29', 23, 'the clock goes from 2 to 3'],
    ['Europe/Berlin', '2026-10-25', 25, 'the clock goes from 3 back to 2'],
    ['Europe/Berlin', '2026-02-10', 24, 'a plain day'],
    ['America/Sao_Paulo', '2018-11-04', 23, 'midnight itself is skipped'],
    ['America/Sao_Paulo', '2018-02-17', 25, 'the last hour comes twice'],
    ['Pacific/Apia', '2011-12-30', 0, 'Samoa moved over the date line'],
    ['Pacific/Apia', '2011-12-31', 24, 'and the next day was whole'],
    ['Asia/Kolkata', '2026-03-29', 24, 'half-hour zone, no summer time'],
    ['UTC', '2026-03-29', 24, 'never anything else'],
  ])('%s %s has %i hours: %s', (zone, date, hours) => {
    expect(lengthMs(dayInterval(day(date), zone)) / HOUR).toBe(hours);
  });

  it('the day that Sao Paulo lost midnight begins at one', () => {
    const { start } = dayInterval(day('2018-11-04'), 'America/Sao_Paulo');
    expect(formatClock(start, 'America/Sao_Paulo')).toBe('01:00');
  });
});

describe.each(ZONES)('in %s', (zone) => {
  it('an instant lies within the day it falls on', () => {
    fc.assert(
      fc.property(anyInstant, (moment) => {
        const { start, end } = dayInterval(dayOf(moment, zone), zone);
        expect(start <= moment && moment < end).toBe(true);
      }),
    );
  });

  it('days follow each other without hole or overlap', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        expect(dayInterval(date, zone).end).toBe(dayInterval(addDays(date, 1), zone).start);
      }),
    );
  });

  it('cutting at midnight loses nothing, and each part lies on its day', () => {
    const length = fc.integer({ min: 0, max: 80 * HOUR });
    fc.assert(
      fc.property(anyInstant, length, (start, ms) => {
        const parts = splitAtMidnight({ start, end: instant(start + ms) }, zone);
        expect(parts.reduce((sum, { part }) => sum + lengthMs(part), 0)).toBe(ms);
        for (const { day: date, part } of parts) {
          expect(dayOf(part.start, zone)).toBe(date);
          expect(dayOf(instant(part.end - 1), zone)).toBe(date);
        }
        for (const [n, { part }] of parts.entries()) {
          if (n > 0) expect(part.start).toBe(parts[n - 1]!.part.end);
        }
      }),
    );
  });

  it('the wall clock reads back, except where an hour was skipped', () => {
    const clock = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
    fc.assert(
      fc.property(anyDay, clock, (date, [hour, minute]) => {
        const text = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        const shown = formatClock(atClock(date, hour, minute, zone), zone);
        expect(lengthMs(dayInterval(date, zone)) < 24 * HOUR || shown === text).toBe(true);
      }),
    );
  });
});

describe('nights over midnight', () => {
  it('the night the clocks go forward in Berlin', () => {
    const night = { start: at('2026-03-28T22:00:00Z'), end: at('2026-03-29T06:00:00Z') };
    expect(
      splitAtMidnight(night, 'Europe/Berlin').map(({ day: d, part }) => [d, lengthMs(part) / HOUR]),
    ).toEqual([
      ['2026-03-28', 1],
      ['2026-03-29', 7],
    ]);
  });

  it('a span over the day Samoa skipped has no part on it', () => {
    const span = { start: at('2011-12-30T08:00:00Z'), end: at('2011-12-30T12:00:00Z') };
    expect(splitAtMidnight(span, 'Pacific/Apia').map((part) => part.day)).toEqual([
      '2011-12-29',
      '2011-12-31',
    ]);
  });

  it('a span that ends at midnight stays on its day', () => {
    const evening = { start: at('2026-02-10T20:00:00Z'), end: at('2026-02-11T00:00:00Z') };
    expect(splitAtMidnight(evening, 'UTC').map((part) => part.day)).toEqual(['2026-02-10']);
  });

  it('a time the clock skipped moves forward', () => {
    expect(formatClock(atClock(day('2026-03-29'), 2, 30, 'Europe/Berlin'), 'Europe/Berlin')).toBe('03:30');
  });
});

describe('the calendar', () => {
  it('knows the weekday', () => {
    expect([weekdayOf(day('2026-02-09')), weekdayOf(day('2026-02-15'))]).toEqual([1, 7]);
  });

  it('counts over months, years and leap days', () => {
    expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(day('2026-01-01'), -1)).toBe('2025-12-31');
    expect(daysBetween(day('2026-02-27'), day('2026-03-02'))).toHaveLength(4);
    expect(daysBetween(day('2026-03-02'), day('2026-02-27'))).toEqual([]);
  });
});
