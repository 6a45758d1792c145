import type { Clock } from '#shared/ports/world.ts';
import { instant } from '#shared/values/instant.ts';
import type { Stop } from '#shared/values/stop.ts';

/** To ask the system for its zone takes longer than most that is done with it, and nobody travels faster. */
const ZONE_KEPT_MS = 1000;

/** The clocks of this machine. The only place that reads them. */
export function createSystemClock(): Clock {
  let zone = { name: '', askedAt: -Infinity };
  return {
    now: () => instant(Date.now()),
    monotonicMs,
    zone: () => {
      const at = monotonicMs();
      if (at - zone.askedAt >= ZONE_KEPT_MS) zone = { name: zoneOfSystem(), askedAt: at };
      return zone.name;
    },
    wait,
  };
}

/** Of this process; the clock that is finer than this has to be loaded first. */
const monotonicMs = (): number => process.uptime() * 1000;

/** A system without a zone (some containers) counts in UTC. */
const zoneOfSystem = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

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
