import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from './instant.ts';
import type { Interval } from './interval.ts';
import { clip, contains, coveredMs, intersect, isEmpty, lengthMs, subtract, union } from './interval.ts';

const MINUTE = 60_000;
const LENGTH = 64;
const span = (from: number, to: number): Interval => ({
  start: instant(from * MINUTE),
  end: instant(to * MINUTE),
});

/** The model: an hour and a bit as a row of minutes, `#` where an interval covers one. */
function picture(intervals: readonly Interval[]): string {
  return Array.from({ length: LENGTH }, (_, m) =>
    intervals.some((i) => contains(i, instant(m * MINUTE))) ? '#' : '.',
  ).join('');
}
/** Each minute of two pictures decided on its own. */
const combine = (a: string, b: string, keep: (inA: boolean, inB: boolean) => boolean): string =>
  Array.from({ length: LENGTH }, (_, m) => (keep(a[m] === '#', b[m] === '#') ? '#' : '.')).join('');

const anySpan = fc
  .tuple(fc.nat(LENGTH), fc.nat(LENGTH))
  .map(([a, b]) => span(Math.min(a, b), Math.max(a, b)));
const anySpans = fc.array(anySpan, { maxLength: 12 });

/** Sorted, none empty, none touching: the one way to write a set of minutes down. */
function expectTidy(intervals: readonly Interval[]): void {
  for (const [n, each] of intervals.entries()) {
    expect(isEmpty(each)).toBe(false);
    const next = intervals[n + 1];
    if (next) expect(each.end).toBeLessThan(next.start);
  }
}

describe('intervals behave like rows of minutes', () => {
  it('union covers what any of them covers', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        expect(picture(union(spans))).toBe(picture(spans));
        expectTidy(union(spans));
      }),
    );
  });

  it('subtract leaves what only the first cover', () => {
    fc.assert(
      fc.property(anySpans, anySpans, (from, taken) => {
        const left = subtract(from, taken);
        expect(picture(left)).toBe(combine(picture(from), picture(taken), (a, b) => a && !b));
        expectTidy(left);
      }),
    );
  });

  it('clip leaves what both cover', () => {
    fc.assert(
      fc.property(anySpans, anySpans, (spans, within) => {
        const left = clip(spans, within);
        expect(picture(left)).toBe(combine(picture(spans), picture(within), (a, b) => a && b));
        expectTidy(left);
      }),
    );
  });

  it('intersect of two is clip of two', () => {
    fc.assert(
      fc.property(anySpan, anySpan, (a, b) => {
        expect(intersect(a, b) ?? []).toEqual(clip([a], [b])[0] ?? []);
      }),
    );
  });

  it('what is covered is counted once', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        expect(coveredMs(spans)).toBe(picture(spans).replaceAll('.', '').length * MINUTE);
      }),
    );
  });

  it('nothing is lost and nothing made: what is cut off and what is left add up', () => {
    fc.assert(
      fc.property(anySpans, anySpans, (from, by) => {
        expect(coveredMs(subtract(from, by)) + coveredMs(clip(from, by))).toBe(coveredMs(from));
      }),
    );
  });

  it('the order in which they come does not matter', () => {
    fc.assert(
      fc.property(anySpans, anySpans, (spans, taken) => {
        expect(union(spans.toReversed())).toEqual(union(spans));
        expect(subtract(spans.toReversed(), taken.toReversed())).toEqual(subtract(spans, taken));
      }),
    );
  });
});

describe('half-open', () => {
  const morning = span(9, 12);

  it('the start belongs to it, the end does not', () => {
    expect([contains(morning, morning.start), contains(morning, morning.end)]).toEqual([true, false]);
  });

  it('neighbours that touch have nothing in common and become one', () => {
    expect(intersect(morning, span(12, 13))).toBeNull();
    expect(union([span(12, 13), morning])).toEqual([span(9, 13)]);
  });

  it('an empty one has no length and leaves no trace', () => {
    expect(lengthMs(span(9, 9))).toBe(0);
    expect(union([span(9, 9)])).toEqual([]);
    expect(subtract([morning], [span(10, 10)])).toEqual([morning]);
  });

  it('a hole in the middle makes two', () => {
    expect(subtract([morning], [span(10, 11)])).toEqual([span(9, 10), span(11, 12)]);
  });
});
