import { performance } from 'node:perf_hooks';
import type { Clock } from '#shared/ports/world.ts';
import { instant } from '#shared/values/instant.ts';
import type { Stop } from '#shared/values/stop.ts';

/** The clocks of this machine. The only place that reads them. */
export function createSystemClock(): Clock {
  return {
    now: () => instant(Date.now()),
    monotonicMs: () => performance.now(),
    // Asked anew each time: people travel. A system without a zone (some containers) counts in UTC.
    zone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC',
    wait,
  };
}

/** The longest a timer of Node can be set to. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Keeps the process alive meanwhile: a command that waits for its turn has nothing else to hold it. */
async function wait(ms: number, stop?: Stop): Promise<void> {
  for (let left = ms; left > 0 && !stop?.asked; left -= LONGEST_TIMER_MS) {
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        forget?.();
        resolve();
      };
      const timer = setTimeout(done, Math.min(left, LONGEST_TIMER_MS));
      const forget = stop?.whenAsked(done);
    });
  }
}
