import type { Instant } from '../values/instant.ts';
import { instant } from '../values/instant.ts';
import type { Limit } from './limits.ts';

/** Requests that a limit still allows. */
export interface Quota {
  readonly left: number;
  readonly of: number;
  /** When there is room again; null: there is room. */
  readonly resetsAt: Instant | null;
}

/** The calls that count against one bucket of limits. */
export interface BucketUse {
  readonly limits: readonly Limit[];
  /** Oldest first. */
  readonly calls: readonly Instant[];
  readonly heldUntil: Instant | null;
}

/**
 * The tightest limit: of all windows at least so long, the one with the least requests left; null: there is none. A
 * bucket that the provider asked to rest has none left.
 * @param shortestMs shorter windows pass by themselves while one works.
 */
export function tightest(buckets: readonly BucketUse[], now: Instant, shortestMs: number): Quota | null {
  let found: Quota | null = null;
  for (const { limits, calls, heldUntil } of buckets) {
    const held = heldUntil !== null && heldUntil > now;
    for (const { requests, perMs } of limits) {
      if (perMs < shortestMs) continue;
      const within = calls.filter((at) => at > now - perMs);
      const left = held ? 0 : Math.max(0, requests - within.length);
      // There is room once the oldest of as many calls as are allowed leaves the window.
      const oldest = within.at(-requests);
      const free = oldest === undefined ? null : instant(oldest + perMs);
      const resetsAt = left > 0 ? null : held && (free === null || heldUntil > free) ? heldUntil : free;
      if (found === null || left < found.left) found = { left, of: requests, resetsAt };
    }
  }
  return found;
}
