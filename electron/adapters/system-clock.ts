import { performance } from 'node:perf_hooks';
import type { Clock } from '#shared/ports/world.ts';
import { instant } from '#shared/values/instant.ts';

/** The clocks of this machine. The only place that reads them. */
export function createSystemClock(): Clock {
  return {
    now: () => instant(Date.now()),
    monotonicMs: () => performance.now(),
    // Asked anew each time: people travel. A system without a zone (some containers) counts in UTC.
    zone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC',
  };
}
