import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bucket, Quota } from './rate-limit.ts';
import { KNOWN, rateHeaders, STRANGERS, take } from './rate-limit.ts';

/** Which of the requests at these moments pass. */
function passing(quota: Quota, moments: readonly number[]): boolean[] {
  let bucket: Bucket | null = null;
  return moments.map((nowMs) => {
    const verdict = take(quota, bucket, nowMs);
    bucket = verdict.bucket;
    return verdict.passes;
  });
}
const countOf = (passes: readonly boolean[]): number => passes.filter(Boolean).length;
const perSecond = (quota: Quota): number => quota.most / quota.seconds;

describe('a quota', () => {
  it('lets 200 requests a second pass for as long as one likes, also when they come in heaps', () => {
    const evenly = Array.from({ length: 12_000 }, (_, index) => index * 5);
    expect(passing(KNOWN, evenly)).not.toContain(false);
    const inHeaps = Array.from({ length: 12_000 }, (_, index) => Math.floor(index / 200) * 1000);
    expect(passing(KNOWN, inHeaps)).not.toContain(false);
  });

  it('is much smaller for strangers', () => {
    expect(perSecond(KNOWN) / perSecond(STRANGERS)).toBeGreaterThanOrEqual(50);
    const aMinute = Array.from({ length: 60_000 }, (_, index) => index);
    expect(countOf(passing(STRANGERS, aMinute))).toBe(599);
  });

  const quotas = fc.record({
    name: fc.constant('any'),
    most: fc.integer({ min: 1, max: 50 }),
    seconds: fc.integer({ min: 1, max: 60 }),
  });
  const moments = fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 200 }).map((steps) =>
    steps.map(
      (
        (at) => (step: number) =>
          (at += step)
      )(0),
    ),
  );

  it('never lets more pass than it has and got back, in any stretch of time', () => {
    fc.assert(
      fc.property(quotas, moments, (quota, times) => {
        const passed = passing(quota, times);
        times.forEach((from, first) => {
          times.slice(first).forEach((to, more) => {
            const most = quota.most + ((to - from) / 1000) * perSecond(quota);
            expect(countOf(passed.slice(first, first + more + 1))).toBeLessThanOrEqual(most + 1e-6);
          });
        });
      }),
      { numRuns: 20 },
    );
  });

  it('says when to come again: the next passes then, and not half as late', () => {
    fc.assert(
      fc.property(quotas, moments, (quota, times) => {
        let bucket: Bucket | null = null;
        for (const nowMs of times) {
          const verdict = take(quota, bucket, nowMs);
          bucket = verdict.bucket;
          if (verdict.passes) continue;
          expect(take(quota, bucket, nowMs + verdict.waitMs + 1e-6).passes).toBe(true);
          expect(take(quota, bucket, nowMs + verdict.waitMs / 2).passes).toBe(false);
        }
      }),
    );
  });

  it('stands still where a clock goes back, and loses nothing', () => {
    const { bucket } = take(STRANGERS, null, 60_000);
    expect(take(STRANGERS, bucket, 0)).toMatchObject({ passes: true, bucket: { left: 298 } });
  });
});

describe('what a quota says of itself', () => {
  const quota: Quota = { name: 'few', most: 2, seconds: 10 };
  it('is what is left and when it is full, and after the last one when to come again', () => {
    const first = take(quota, null, 0);
    expect(rateHeaders(quota, first)).toEqual({
      'ratelimit-policy': '"few";q=2;w=10',
      ratelimit: '"few";r=1;t=5',
    });
    const second = take(quota, first.bucket, 1000);
    expect(rateHeaders(quota, second)).toMatchObject({ ratelimit: '"few";r=0;t=9' });
    const third = take(quota, second.bucket, 1500);
    expect(rateHeaders(quota, third)).toEqual({
      'ratelimit-policy': '"few";q=2;w=10',
      ratelimit: '"few";r=0;t=9',
      'retry-after': '4',
    });
  });
});
