import type { PresenceSpan } from '../evidence/presence.ts';
import type { Instant } from '../values/instant.ts';
import { formatInstant, plusMs } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import { contains, coveredMs, lengthMs, subtract, union } from '../values/interval.ts';
import type { Absence } from './prompt.ts';

/** What is known about a day when somebody came back. */
export interface ReturnFacts {
  /** Of the day; whoever was seen after a stretch has come back from it. */
  readonly presence: readonly PresenceSpan[];
  /** The working hours of the day, in order. */
  readonly blocks: readonly Interval[];
  /** Meetings that are working time: an absence under one is that meeting. */
  readonly meetings: readonly Interval[];
  /** Time that has an entry already, other than what a session counted by itself. */
  readonly explained: readonly Interval[];
  /** Moments at which the person did something elsewhere: a commit, a sign of life of an editor. */
  readonly signs: readonly Instant[];
  /** Absences the person has told about. */
  readonly answered: readonly Interval[];
  readonly thresholdMs: number;
}

/**
 * Absences to ask about, oldest first: within working hours, over, at least as long as the threshold, and explained by
 * nothing. Lunch rarely begins on the minute and a meeting has a way to it: what an absence reaches beyond one of them by
 * less than the threshold is not asked about.
 *
 *     presence  [active)            [active)      blocks [09:00        12:00)   [13:00 …
 *     absence            10:30–11:00              asked: 10:30–11:00
 *     absence                11:52–12:50          asked: nothing, it was lunch
 */
export function absencesToAsk(facts: ReturnFacts): Absence[] {
  const { blocks, meetings, thresholdMs } = facts;
  const breaks = breaksBetween(blocks);
  const known = [...facts.explained, ...facts.answered];
  const wide = [...breaks, ...meetings].map((span) => widened(span, thresholdMs));
  return awayStretches(facts.presence).flatMap((away) =>
    blocks
      .flatMap((block) => subtract([common(away, block)], [...meetings, ...known]))
      .flatMap((piece) => cutAt(piece, facts.signs))
      .filter((piece) => coveredMs(subtract([piece], [...wide, ...known])) >= thresholdMs)
      .map((piece) => ({ key: keyOf(piece), start: piece.start, end: piece.end })),
  );
}

/**
 * From the last sight of the person to the next; what they have not come back from is not among them, nor what begins or
 * ends where nobody could see them: that somebody typed a command does not tell since when they were there.
 */
export function awayStretches(presence: readonly PresenceSpan[]): Interval[] {
  const active = presence.filter(({ state }) => state === 'active');
  const there = union(presence.filter(({ state }) => state === 'active' || state === 'unknown'));
  return there.flatMap((span, index) => {
    const next = there[index + 1];
    const wasSeen = active.some(({ end }) => end === span.end);
    const isSeen = next !== undefined && active.some(({ start }) => start === next.start);
    return wasSeen && isSeen ? [{ start: span.end, end: next.start }] : [];
  });
}

const keyOf = ({ start }: Interval): string => `absence:${formatInstant(start)}`;

function breaksBetween(blocks: readonly Interval[]): Interval[] {
  return blocks.flatMap((block, index) => {
    const next = blocks[index + 1];
    return next === undefined || next.start <= block.end ? [] : [{ start: block.end, end: next.start }];
  });
}

const widened = ({ start, end }: Interval, ms: number): Interval => ({
  start: plusMs(start, -ms),
  end: plusMs(end, ms),
});

function common(a: Interval, b: Interval): Interval {
  const start = a.start > b.start ? a.start : b.start;
  const end = a.end < b.end ? a.end : b.end;
  return { start, end: end > start ? end : start };
}

/** Who committed in the middle of an absence was not away then: it is two absences, each perhaps too short to ask about. */
function cutAt(piece: Interval, signs: readonly Instant[]): Interval[] {
  const cuts = signs.filter((sign) => contains(piece, sign)).toSorted((a, b) => a - b);
  const edges = [piece.start, ...cuts, piece.end];
  return edges
    .slice(1)
    .map((end, index) => ({ start: edges[index]!, end }))
    .filter((part) => lengthMs(part) > 0);
}
