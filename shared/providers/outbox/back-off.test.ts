import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backOffMs } from './back-off.ts';

const rule = { firstMs: 500, longestMs: 8000 };

describe('waiting before another try', () => {
  it('doubles, up to the longest', () => {
    expect([1, 2, 3, 4, 5, 6].map((tries) => backOffMs(tries, 1, rule))).toEqual([
      500, 1000, 2000, 4000, 8000, 8000,
    ]);
  });

  it('is spread over the second half', () => {
    expect([0, 0.5].map((random) => backOffMs(3, random, rule))).toEqual([1000, 1500]);
  });

  it('is never negative, never longer than the longest, never nothing', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.double({ min: 0, max: 1, noNaN: true }), (tries, random) => {
        const wait = backOffMs(tries, random, rule);
        expect(wait).toBeGreaterThanOrEqual(250);
        expect(wait).toBeLessThanOrEqual(8000);
      }),
    );
  });
});
