import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatEstimate,
  formatShort,
  formatTimesheet,
  minutes,
  minutesOfMs,
  parseDuration,
} from './minutes.ts';

const read = (text: string, hours = 8) => parseDuration(text, hours);
const anyMinutes = fc.integer({ min: -60_000, max: 60_000 });

describe('durations as people write them', () => {
  it.each([
    ['30m', 30],
    ['2h', 120],
    ['1h30m', 90],
    ['1d', 480],
    ['1d2h', 600],
    ['2d4h45m', 1245],
    ['-1h', -60],
    ['-1h30m', -90],
    ['0m', 0],
    ['90m', 90],
    [' 2H ', 120],
  ])('%s is %i minutes', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each(['', '-', 'h', '2', '2x', '1.5h', '2h 30m', '30m1h', '--1h', '1h-30m', '２h', '1e3m', '99999999m'])(
    '"%s" is no duration',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );

  it('a day is as long as the working day', () => {
    expect(read('1d', 6)).toBe(360);
    expect(read('1d', 7.7)).toBe(462);
    expect(read('10d', 7.33)).toBe(10 * read('1d', 7.33)!);
  });

  it('nothing is never negative nothing', () => {
    expect(Object.is(read('-0m'), 0)).toBe(true);
    expect(Object.is(minutes(-0), 0)).toBe(true);
  });

  it('fractions of a minute are a bug, not input', () => {
    expect(() => minutes(1.5)).toThrow(RangeError);
    expect(() => minutes(Number.NaN)).toThrow(RangeError);
    expect(() => minutes(Infinity)).toThrow(RangeError);
  });
});

describe('milliseconds to minutes', () => {
  it.each([
    [0, 0],
    [29_999, 0],
    [30_000, 1],
    [90_000, 2],
    [-30_000, 0],
    [-30_001, -1],
  ])('%i ms are %i minutes, ties up', (ms, expected) => {
    expect(minutesOfMs(ms)).toBe(expected);
  });
});

describe('durations as Stint prints them', () => {
  it.each([
    [480, '8h00m', '8h', '1d'],
    [45, '0h45m', '45m', '45m'],
    [1245, '20h45m', '20h45m', '2d4h45m'],
    [-60, '-1h00m', '-1h', '-1h'],
    [0, '0h00m', '0m', '0m'],
    [6000, '100h00m', '100h', '12d4h'],
  ])('%i: timesheet %s, short %s, estimate %s', (value, timesheet, short, estimate) => {
    expect([formatTimesheet(value), formatShort(value), formatEstimate(value, 8)]).toEqual([
      timesheet,
      short,
      estimate,
    ]);
  });

  it('what is printed reads back, in every style and for every working day', () => {
    fc.assert(
      fc.property(anyMinutes, fc.double({ min: 0.5, max: 24, noNaN: true }), (value, hours) => {
        const expected = minutes(value);
        expect(read(formatTimesheet(value), hours)).toBe(expected);
        expect(read(formatShort(value), hours)).toBe(expected);
        expect(read(formatEstimate(value, hours), hours)).toBe(expected);
      }),
    );
  });

  it('hours never roll into days on a timesheet', () => {
    fc.assert(fc.property(anyMinutes, (value) => !formatTimesheet(value).includes('d')));
  });
});
