import type { Clock, Log } from '#shared/ports/world.ts';
import type { BackOff } from '#shared/providers/outbox/back-off.ts';
import { backOffMs } from '#shared/providers/outbox/back-off.ts';
import type { Instant } from '#shared/values/instant.ts';
import { Stop } from '#shared/values/stop.ts';

/** What became of one try: null, it is done; else it did not work, and is tried again, not before `at`. */
export type Again = { readonly at: Instant | null } | null;

export interface ErrandNeeds {
  readonly name: string;
  readonly run: (stop: Stop) => Promise<Again>;
  readonly clock: Pick<Clock, 'now' | 'wait'>;
  readonly random: () => number;
  readonly log: Pick<Log, 'error'>;
  readonly backOff: BackOff;
}

/** Something that has to get done in the end, whatever is in the way just now. */
export interface Errand {
  /** There is something to do (again): at once, or right after the try that is under way. */
  ask(): void;
  /** Calls off the try under way and waits for it; nothing begins afterwards. */
  end(): Promise<void>;
}

/** An errand never runs twice at once; what does not work is tried again, later each time, and at once when it is asked for. */
export function errand({ name, run, clock, random, log, backOff }: ErrandNeeds): Errand {
  const over = new Stop();
  let asked = false;
  let nap: Stop | null = null;
  let underWay: Promise<void> | null = null;

  const work = async (): Promise<void> => {
    let tries = 0;
    while (!over.asked) {
      if (asked) tries = 0;
      asked = false;
      const again = await run(over).catch((error: unknown): Again => {
        log.error(`job.${name}`, error);
        return { at: null };
      });
      if (asked) continue;
      if (again === null) return;
      tries += 1;
      const pause = backOffMs(tries, random(), backOff);
      nap = new Stop();
      const forget = over.whenAsked(() => nap?.now());
      await clock.wait(Math.max(pause, (again.at ?? 0) - clock.now()), nap);
      forget();
      nap = null;
    }
  };
  const begin = (): void => {
    underWay = work().finally(() => {
      underWay = null;
      // It was asked for between the last look and the end.
      if (asked && !over.asked) begin();
    });
  };
  return {
    ask() {
      asked = true;
      nap?.now();
      if (underWay === null && !over.asked) begin();
    },
    async end() {
      over.now();
      await underWay;
    },
  };
}
