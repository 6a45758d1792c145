import { z } from 'zod';
import type { World } from '../../ports/world.ts';
import type { TrackerId } from '../../sources/tickets/tracker.ts';
import { TRACKER_NAMES } from '../../sources/tickets/tracker.ts';
import type { Instant } from '../../values/instant.ts';
import { newState } from './source-state.ts';
import { trackerKey } from './ticket-trackers.ts';

/** A tracker is asked again for a ticket it does not know after a day, in ms. */
const MISSING_MS = 24 * 3_600_000;
const MOST_MISSING = 500;

const markShape = z.object({
  /** How often in a row it asked for quiet, why, and until when it is left alone. */
  quiet: z.object({ times: z.number(), until: z.number(), why: z.string() }).nullable(),
  /** Tickets it does not know: when it said so, and in which words. */
  missing: z.record(z.string(), z.object({ at: z.number(), why: z.string() })),
});

/** What is kept of a tracker between questions; the mark of its source. */
export type TrackerMark = Readonly<z.infer<typeof markShape>>;

const NOTHING: TrackerMark = { quiet: null, missing: {} };

/** What is kept of a tracker, and whether the person paused it. A mark of an older version is as if there were none. */
export async function trackerMark(
  { stores }: Pick<World, 'stores'>,
  tracker: TrackerId,
  now: Instant,
): Promise<{ readonly mark: TrackerMark; readonly paused: boolean }> {
  const state = await stores.sources.get(trackerKey(tracker));
  const mark = read(state?.mark ?? null);
  const missing = Object.entries(mark.missing).filter(([, { at }]) => now - at < MISSING_MS && at <= now);
  return { mark: { ...mark, missing: Object.fromEntries(missing) }, paused: state?.paused ?? false };
}

/** Keeps it; the rest of the source's state stays as it is. */
export async function keepTrackerMark(
  { stores }: Pick<World, 'stores'>,
  id: TrackerId,
  mark: TrackerMark,
): Promise<void> {
  const key = trackerKey(id);
  const state = (await stores.sources.get(key)) ?? newState('tickets', key, TRACKER_NAMES[id]);
  const newest = Object.entries(mark.missing)
    .toSorted(([, a], [, b]) => b.at - a.at)
    .slice(0, MOST_MISSING);
  const text = JSON.stringify({ ...mark, missing: Object.fromEntries(newest) });
  if (text !== state.mark) await stores.sources.put({ ...state, mark: text });
}

function read(mark: string | null): TrackerMark {
  try {
    return markShape.parse(JSON.parse(mark ?? 'null'));
  } catch {
    return NOTHING;
  }
}
