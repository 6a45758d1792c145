import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { minutes } from '../values/minutes.ts';
import { roundNearest, roundSumPreserving } from './rounding.ts';

const QUARTER = minutes(15);
const anyMinutes = fc.integer({ min: 0, max: 1440 }).map(minutes);
const anyStep = fc.constantFrom(1, 5, 6, 10, 15, 30, 60).map(minutes);
const sum = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 0);

describe('roundNearest', () => {
  it.each([
    [0, 0],
    [7, 0],
    [8, 15],
    [22, 15],
    [23, 30],
    [75, 75],
    [-7, 0],
    [-8, -15],
  ])('makes %i minutes %i', (raw, expected) => {
    expect(roundNearest(minutes(raw), QUARTER)).toBe(expected);
  });

  it('rounds a tie up, and what takes it back down', () => {
    expect(roundNearest(minutes(5), minutes(10))).toBe(10);
    expect(roundNearest(minutes(-5), minutes(10))).toBe(-10);
  });

  it('refuses a step that is none', () => {
    expect(() => roundNearest(minutes(5), minutes(0))).toThrow(RangeError);
  });

  it('is off by half a step at most, lands on a step, and is odd', () => {
    fc.assert(
      fc.property(anyMinutes, anyStep, (raw, step) => {
        const rounded = roundNearest(raw, step);
        expect(Math.abs(rounded - raw)).toBeLessThanOrEqual(step / 2);
        expect(rounded % step).toBe(0);
        expect(roundNearest(minutes(0 - raw), step) + rounded).toBe(0);
      }),
    );
  });
});

describe('roundSumPreserving', () => {
  it('gives the missing steps to the largest remainders', () => {
    expect(roundSumPreserving([20, 20, 20].map(minutes), QUARTER)).toEqual([30, 15, 15]);
    expect(roundSumPreserving([7, 7, 7, 9].map(minutes), QUARTER)).toEqual([15, 0, 0, 15]);
  });

  it('is nothing of nothing', () => {
    expect(roundSumPreserving([], QUARTER)).toEqual([]);
  });

  it('adds up to the rounded sum, moves no part by a whole step, and leaves round parts alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -600, max: 600 }).map(minutes)), anyStep, (raws, step) => {
        const parts = roundSumPreserving(raws, step);
        expect(sum(parts)).toBe(roundNearest(minutes(sum(raws)), step));
        parts.forEach((part, index) => {
          expect(Math.abs(part - raws[index]!)).toBeLessThan(step);
          if (raws[index]! % step === 0) expect(part).toBe(raws[index]);
        });
      }),
    );
  });
});
