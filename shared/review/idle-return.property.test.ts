import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PresenceSpan, PresenceState } from '../evidence/presence.ts';
import type { Id } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import { instant } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import { coveredMs, subtract } from '../values/interval.ts';
import type { ReturnFacts } from './idle-return.ts';
import { absencesToAsk, awayStretches } from './idle-return.ts';

const MINUTE = 60_000;
const at = (minute: number): Instant => instant(minute * MINUTE);
const minute = fc.integer({ min: 0, max: 1440 });
const span: fc.Arbitrary<Interval> = fc
  .tuple(minute, fc.integer({ min: 1, max: 240 }))
  .map(([start, length]) => ({ start: at(start), end: at(start + length) }));
const spans = (most: number) => fc.array(span, { maxLength: most });
const state = fc.constantFrom<PresenceState>('active', 'idle', 'locked', 'suspended', 'unknown');
const presence: fc.Arbitrary<PresenceSpan[]> = fc.array(
  fc.tuple(span, state).map(([of, is]) => ({
    ...of,
    id: 'p' as Id,
    user: 'ann',
    state: is,
    backend: 'test',
    zone: 'UTC',
    open: false,
  })),
  { maxLength: 8 },
);
/** Apart from each other and in order, as the setting keeps them. */
const blocks: fc.Arbitrary<Interval[]> = fc
  .uniqueArray(minute, { maxLength: 6 })
  .map((edges) => edges.toSorted((a, b) => a - b))
  .map((edges) =>
    edges.flatMap((start, index) => {
      const end = edges[index + 1];
      return index % 2 === 1 || end === undefined ? [] : [{ start: at(start), end: at(end) }];
    }),
  );
const facts: fc.Arbitrary<ReturnFacts> = fc.record({
  presence,
  blocks,
  meetings: spans(3),
  explained: spans(3),
  signs: fc.array(minute.map(at), { maxLength: 4 }),
  answered: spans(2),
  thresholdMs: fc.integer({ min: 1, max: 30 }).map((minutes) => minutes * MINUTE),
});

it('asks only about time that was away, in working hours, long enough and not accounted for, each moment once', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const asked = absencesToAsk(given);
      const away = awayStretches(given.presence);
      expect(subtract(asked, away)).toEqual([]);
      expect(subtract(asked, given.blocks)).toEqual([]);
      const known = [...given.meetings, ...given.explained, ...given.answered];
      expect(coveredMs(subtract(asked, known))).toBe(coveredMs(asked));
      expect(asked.reduce((sum, { start, end }) => sum + (end - start), 0)).toBe(coveredMs(asked));
      for (const { start, end } of asked) expect(end - start).toBeGreaterThanOrEqual(given.thresholdMs);
      expect(new Set(asked.map(({ key }) => key)).size).toBe(asked.length);
    }),
  );
});

it('an answer settles its own absence and no other', () => {
  fc.assert(
    fc.property(facts, fc.nat(), (given, pick) => {
      const asked = absencesToAsk(given);
      const one = asked[pick % Math.max(1, asked.length)];
      if (one === undefined) return;
      const rest = absencesToAsk({ ...given, answered: [...given.answered, one] });
      expect(rest).toEqual(asked.filter(({ key }) => key !== one.key));
    }),
  );
});
