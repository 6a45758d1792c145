import type { Checkout } from '../../evidence/commit.ts';
import type { Id } from '../../values/ids.ts';
import type { Instant } from '../../values/instant.ts';
import type { HeadTimeline } from './head-timeline.ts';

/** From here on HEAD was on `branch`; `undefined`: nothing is known any more. */
interface Turn {
  readonly at: Instant;
  readonly branch: string | null | undefined;
}

/**
 * The branches that were checked out, as segments that do not overlap. With several work trees the one whose HEAD
 * moved last is where the person is. A segment that would end before it begins (the clock was set back) is dropped.
 * @param from segments that ended before are left out.
 */
export function checkoutsOf(repository: Id, timelines: readonly HeadTimeline[], from: Instant): Checkout[] {
  const several = timelines.filter((timeline) => timeline.stretches.length > 0).length > 1;
  const turns = timelines.flatMap((timeline) => turnsOf(timeline, several));
  if (several) turns.sort((a, b) => a.at - b.at);
  const changes: Turn[] = [];
  for (const turn of turns)
    if (changes.at(-1)?.branch !== turn.branch || changes.length === 0) changes.push(turn);
  const out: Checkout[] = [];
  changes.forEach((turn, n) => {
    const until = changes[n + 1]?.at ?? null;
    if (turn.branch === undefined || (until !== null && (until <= turn.at || until <= from))) return;
    out.push({ repository, at: turn.at, branch: turn.branch, until });
  });
  return out;
}

function turnsOf(timeline: HeadTimeline, withSigns: boolean): Turn[] {
  const turns: Turn[] = [];
  timeline.stretches.forEach(({ at, branch, signs }, n) => {
    const end = timeline.stretches[n + 1]?.at ?? null;
    if (end !== null && end <= at && withSigns) return;
    turns.push({ at, branch });
    if (withSigns)
      for (const sign of signs)
        if (sign > at && (end === null || sign < end)) turns.push({ at: sign, branch });
  });
  if (timeline.closedAt !== null) turns.push({ at: timeline.closedAt, branch: undefined });
  return turns;
}
