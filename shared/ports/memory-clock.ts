import type { Instant } from '../values/instant.ts';
import { instant, plusMs } from '../values/instant.ts';
import type { Zone } from '../values/local-day.ts';
import type { Clock } from './world.ts';

/** A clock that tests turn by hand. */
export interface MemoryClock extends Clock {
  /** Time passes: wall clock and monotonic clock together. */
  advance(ms: number): void;
  /** Somebody set the wall clock: the monotonic clock does not notice. */
  jumpTo(at: Instant): void;
  moveTo(zone: Zone): void;
}

/** Whatever takes no time is done before time passes for whoever waits; nothing in these tests takes more turns. */
const TURNS = 100;

/** @param start epoch milliseconds or an ISO text with offset, where the clock stands first. */
export function memoryClock(start: number | string, zone: Zone = 'UTC'): MemoryClock {
  let at = instant(typeof start === 'string' ? Date.parse(start) : start);
  let monotonic = 0;
  let here = zone;
  return {
    now: () => at,
    monotonicMs: () => monotonic,
    zone: () => here,
    async wait(ms, stop) {
      if (stop?.asked || ms <= 0) return;
      for (let turn = 0; turn < TURNS; turn += 1) await Promise.resolve();
      at = plusMs(at, ms);
      monotonic += ms;
    },
    advance(ms) {
      at = plusMs(at, ms);
      monotonic += ms;
    },
    jumpTo(to) {
      at = to;
    },
    moveTo(to) {
      here = to;
    },
  };
}
