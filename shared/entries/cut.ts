import type { Instant } from '../values/instant.ts';
import { earliest, instant, latest } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import { clip, coveredMs, lengthMs, subtract, union } from '../values/interval.ts';
import type { Entry, EvidenceRef } from './entry.ts';
import { stretchesOf } from './overlap.ts';

/** What an entry rests on. */
type Cut = Partial<Pick<Entry, 'spans' | 'startedAt' | 'endedAt' | 'evidence' | 'commits'>>;

/**
 * Cuts what an entry rests on where the first part's share (0 to 1) of its time is over. Evidence and commits go
 * with the time they explain; without clock times there is nothing to cut, and both parts keep all of it.
 */
export function cutAt(entry: Entry, share: number): { first: Cut; second: Cut } {
  const stretches = union(stretchesOf(entry));
  if (stretches.length === 0) return { first: {}, second: {} };
  const at = instantAfter(stretches, Math.round(coveredMs(stretches) * share));
  const before = [{ start: stretches[0]!.start, end: at }];
  const restsOn = (spans: Interval[], mine: (ref: EvidenceRef) => boolean): Cut => {
    const evidence = entry.evidence.filter(mine);
    const elsewhere = new Set(entry.evidence.filter((ref) => !mine(ref)).map((ref) => ref.ref));
    const here = new Set(evidence.map((ref) => ref.ref));
    const commits = entry.commits.filter((hash) => here.has(hash) || !elsewhere.has(hash));
    return { spans, ...(entry.startedAt === null ? {} : clockOf(spans)), evidence, commits };
  };
  return {
    first: restsOn(clip(stretches, before), (ref) => ref.startedAt < at),
    second: restsOn(subtract(stretches, before), (ref) => ref.endedAt > at || ref.startedAt >= at),
  };
}

/**
 * How much of an entry's time lies before an instant, 0 to 1: where a cut with that share falls.
 * @returns null for an entry without clock times.
 */
export function shareBefore(entry: Entry, at: Instant): number | null {
  const stretches = union(stretchesOf(entry));
  const first = stretches[0];
  if (!first) return null;
  if (at <= first.start) return 0;
  return coveredMs(clip(stretches, [{ start: first.start, end: at }])) / coveredMs(stretches);
}

/** The instant at which so many milliseconds of the stretches are over. */
function instantAfter(stretches: readonly Interval[], ms: number): Instant {
  let left = ms;
  for (const stretch of stretches) {
    if (left <= lengthMs(stretch)) return instant(stretch.start + left);
    left -= lengthMs(stretch);
  }
  return stretches.at(-1)!.end;
}

/** Clock times around the stretches, or none where there are none. */
export function clockOf(spans: readonly Interval[]): Pick<Entry, 'startedAt' | 'endedAt'> {
  const [first, ...others] = spans;
  if (!first) return { startedAt: null, endedAt: null };
  return {
    startedAt: earliest(first.start, ...others.map((span) => span.start)),
    endedAt: latest(first.end, ...others.map((span) => span.end)),
  };
}
