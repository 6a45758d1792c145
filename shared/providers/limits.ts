import type { Instant } from '../values/instant.ts';
import { instant } from '../values/instant.ts';

/** At most so many requests in any stretch of `perMs` milliseconds, as the provider documents it. */
export interface Limit {
  readonly requests: number;
  readonly perMs: number;
}

/** What was not answered yet may come later than it left, and clocks differ: windows are kept longer by this part … */
const SLACK_PART = 0.03;
/** … but by no more than this, which no way through a network varies by for long. */
const SLACK_MS = 400;

/**
 * When the next request may leave without any limit being broken, whichever window one looks through.
 * @param calls when earlier ones were answered, or left where they were not; oldest first.
 * @param heldUntil until when the provider asked us to wait.
 */
export function nextCallAt(
  limits: readonly Limit[],
  calls: readonly Instant[],
  heldUntil: Instant | null,
  now: Instant,
): Instant {
  let at: number = Math.max(now, heldUntil ?? now);
  for (const { requests, perMs } of limits) {
    const blocking = calls.at(-requests);
    if (blocking !== undefined) at = Math.max(at, blocking + perMs + Math.min(SLACK_MS, perMs * SLACK_PART));
  }
  return instant(Math.ceil(at));
}
