import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { earliest, formatInstant, instant, latest, parseInstant, plusMinutes, plusMs } from './instant.ts';

describe('instants', () => {
  it.each([
    ['2026-02-10T08:15:00Z', '2026-02-10T08:15:00.000Z'],
    ['2026-02-10T09:15+01:00', '2026-02-10T08:15:00.000Z'],
    ['2026-02-10T13:45:00+0530', '2026-02-10T08:15:00.000Z'],
    ['2026-02-10t08:15:00.1239z', '2026-02-10T08:15:00.123Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
  ])('%s is %s', (text, expected) => {
    expect(formatInstant(parseInstant(text)!)).toBe(expected);
  });

  it.each([
    ['without an offset nobody knows when', '2026-02-10T08:15:00'],
    ['a day is no instant', '2026-02-10'],
    ['there is no 30 February', '2026-02-30T08:15:00Z'],
    ['there was no 29 February 2026', '2026-02-29T08:15:00Z'],
    ['there is no month 13', '2026-13-10T08:15:00Z'],
    ['there is no 25 o’clock', '2026-02-10T25:15:00Z'],
    ['words', 'yesterday'],
    ['epoch numbers', '1770000000000'],
    ['nothing', ''],
  ])('refused: %s', (_why, text) => {
    expect(parseInstant(text)).toBeNull();
  });

  it('what is printed reads back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2e12, max: 32e12 }), (ms) => {
        expect(parseInstant(formatInstant(instant(ms)))).toBe(ms);
      }),
    );
  });

  it('fractions of a millisecond are cut; no number is no instant', () => {
    expect(instant(1.9)).toBe(1);
    expect(() => instant(Number.NaN)).toThrow(RangeError);
    expect(() => instant(Infinity)).toThrow(RangeError);
  });

  it('moves on and back', () => {
    const at = instant(60_000);
    expect(plusMinutes(at, 1.5)).toBe(150_000);
    expect(plusMs(at, -60_000)).toBe(0);
    expect([earliest(at, instant(5), instant(9)), latest(at, instant(5)), latest(at)]).toEqual([
      5, 60_000, 60_000,
    ]);
  });
});
