import type { PresenceSpan } from '../evidence/presence.ts';
import type { SettledGap } from '../entries/settled-gap.ts';
import { activeSpans } from '../evidence/git-presence.ts';
import type { Interval } from '../values/interval.ts';
import { clip, lengthMs, subtract } from '../values/interval.ts';
import type { Minutes } from '../values/minutes.ts';
import { minutes } from '../values/minutes.ts';

/** Shorter ones are not worth a question. */
export const SHORTEST_GAP: Minutes = minutes(5);

/**
 * Present time that nothing explains (design §2 "Fusion": "1h15m untracked").
 * @param sofar the part of the day that has passed.
 * @param explained what entries, proposals and the running session cover; deleted entries too, as the person said no.
 */
export function gapsOf(
  presence: readonly PresenceSpan[],
  sofar: Interval,
  explained: readonly Interval[],
): Interval[] {
  const present = clip(activeSpans(presence), [sofar]);
  return worthAQuestion(subtract(present, explained));
}

/** The gaps without what the person settled of them: a break, or said not to matter. */
export const gapsLeft = (gaps: readonly Interval[], settled: readonly SettledGap[]): Interval[] =>
  worthAQuestion(
    subtract(
      gaps,
      settled.map((gap) => ({ start: gap.startedAt, end: gap.endedAt })),
    ),
  );

const worthAQuestion = (gaps: readonly Interval[]): Interval[] =>
  gaps.filter((gap) => lengthMs(gap) >= SHORTEST_GAP * 60_000);
