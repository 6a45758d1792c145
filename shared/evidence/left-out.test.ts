import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../values/instant.ts';
import { plusMs } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import { clip, coveredMs, subtract, union } from '../values/interval.ts';
import { readStory } from './git-story.ts';
import { leftOutBetween, withStretches, withoutStretches } from './left-out.ts';
import type { Session } from './session.ts';
import { workedIntervals } from './session-time.ts';

const story = readStory('session 09:00-12:00 TB-042 reading');
const completed = story.sessions[0]!;
const nine = completed.startedAt;
const minute = (n: number): Instant => plusMs(nine, n * 60_000);

/** A stretch of the six hours around a session, in minutes. */
const stretch = fc
  .tuple(fc.integer({ min: -60, max: 300 }), fc.integer({ min: 1, max: 90 }))
  .map(([from, length]): Interval => ({ start: minute(from), end: minute(from + length) }));
const session: fc.Arbitrary<Session> = fc
  .record({
    pauses: fc.array(stretch, { maxLength: 3 }),
    kind: fc.constantFrom('active', 'paused', 'completed'),
  })
  .map(({ pauses, kind }) => ({
    ...completed,
    pauses: union(pauses),
    ...(kind === 'completed'
      ? {}
      : {
          endedAt: null,
          status: kind,
          pausedAt: kind === 'paused' ? minute(170) : null,
        }),
  }));
const now = minute(240);

describe('a break left out of a session', () => {
  it('is what it no longer counts, and nothing else', () => {
    fc.assert(
      fc.property(session, stretch, (before, away) => {
        const after = withoutStretches(before, [away], now);
        expect(workedIntervals(after, now)).toEqual(subtract(workedIntervals(before, now), [away]));
      }),
    );
  });

  it('given back, it counts as if nothing had been said; pauses that came later stay', () => {
    fc.assert(
      fc.property(session, stretch, fc.integer({ min: 0, max: 60 }), (before, away, length) => {
        const after = withoutStretches(before, [away], now);
        const taken = leftOutBetween(before, after);
        const later = { start: now, end: plusMs(now, length * 60_000) };
        const moved = { ...after, pauses: length === 0 ? after.pauses : [...after.pauses, later] };
        const end = plusMs(now, 3_600_000);
        const expected = subtract(workedIntervals(before, end), [later]);
        expect(union(workedIntervals(withStretches(moved, taken), end))).toEqual(union(expected));
      }),
    );
  });

  it('can be left out again: the same time is gone as the first time', () => {
    fc.assert(
      fc.property(session, stretch, (before, away) => {
        const after = withoutStretches(before, [away], now);
        const taken = leftOutBetween(before, after);
        const again = withoutStretches(withStretches(after, taken), taken, now);
        expect(workedIntervals(again, now)).toEqual(workedIntervals(after, now));
        expect(coveredMs(clip(workedIntervals(again, now), [away]))).toBe(0);
      }),
    );
  });
});
