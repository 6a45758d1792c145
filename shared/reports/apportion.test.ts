import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hoursAddingUpTo, hoursOf, percentages, percentOf } from './apportion.ts';

const parts = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 30 });
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

describe('shares', () => {
  it('add up to 100.0 by the largest remainder', () => {
    expect(percentages([1, 1, 1])).toEqual([33.4, 33.3, 33.3]);
    expect(percentages([412, 168.5, 100])).toEqual([60.5, 24.8, 14.7]);
    expect(percentages([60, 0])).toEqual([100, 0]);
    expect(percentages([0, 0])).toEqual([0, 0]);
    expect(percentages([])).toEqual([]);
  });

  it('add up whatever the parts, and none is off by a tenth or more', () => {
    fc.assert(
      fc.property(parts, (minutes) => {
        const whole = sum(minutes);
        const shares = percentages(minutes);
        expect(Math.round(sum(shares) * 10)).toBe(whole === 0 ? 0 : 1000);
        for (const [at, share] of shares.entries())
          if (whole > 0) expect(Math.abs(share - (100 * minutes[at]!) / whole)).toBeLessThan(0.1 + 1e-9);
      }),
    );
  });

  it('take corrections below nothing', () => {
    expect(Math.round(sum(percentages([90, -30, 60, 0])) * 10)).toBe(1000);
  });
});

describe('hours', () => {
  it('add up to the hours of the whole, to a hundredth', () => {
    expect(hoursOf(40_830)).toBe(680.5);
    expect(hoursAddingUpTo(hoursOf(60), [20, 20, 20])).toEqual([0.34, 0.33, 0.33]);
    fc.assert(
      fc.property(parts, (minutes) => {
        const whole = hoursOf(sum(minutes));
        const hours = hoursAddingUpTo(whole, minutes);
        expect(Math.round(sum(hours) * 100)).toBe(Math.round(whole * 100));
        for (const [at, hour] of hours.entries())
          expect(Math.abs(hour - minutes[at]! / 60)).toBeLessThan(0.01 + 1e-9);
      }),
    );
  });
});

it('a share of nothing is no share', () => {
  expect(percentOf(45, 100)).toBe(45);
  expect(percentOf(1, 3)).toBe(33.3);
  expect(percentOf(1, 0)).toBeNull();
});
