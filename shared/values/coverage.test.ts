import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { Coverage } from './coverage.ts';
import { instant } from './instant.ts';
import type { Interval } from './interval.ts';
import { clip, coveredMs, subtract, union } from './interval.ts';

const span = (start: number, end: number): Interval => ({ start: instant(start), end: instant(end) });
const anySpan = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 12 }))
  .map(([start, length]) => span(start, start + length));
const anySpans = fc.array(anySpan, { maxLength: 10 });

describe('Coverage', () => {
  it('takes what is free, once', () => {
    const taken = new Coverage([span(4, 8), span(12, 14)]);
    expect(taken.take([span(2, 13)])).toEqual([span(2, 4), span(8, 12)]);
    expect(taken.take([span(2, 13)])).toEqual([]);
    expect(taken.within(span(0, 20))).toEqual([span(2, 14)]);
  });

  it('is touched at both ends of a stretch', () => {
    const taken = new Coverage([span(4, 8)]);
    expect([3, 4, 6, 8, 9].map((at) => taken.touching(instant(at)))).toEqual([
      null,
      span(4, 8),
      span(4, 8),
      span(4, 8),
      null,
    ]);
  });

  it('answers like the plain rules of intervals, and gives nothing twice', () => {
    fc.assert(
      fc.property(anySpans, fc.array(anySpans, { maxLength: 6 }), anySpan, (first, wishes, window) => {
        const taken = new Coverage(first);
        const given = wishes.map((wish) => taken.take(wish));
        const all = union([...first, ...wishes.flat()]);
        expect(taken.within(window)).toEqual(clip(all, [window]));
        expect(taken.free(window)).toEqual(subtract([window], all));
        expect(coveredMs(first) + given.flat().reduce((sum, one) => sum + one.end - one.start, 0)).toBe(
          coveredMs(all),
        );
      }),
    );
  });
});
