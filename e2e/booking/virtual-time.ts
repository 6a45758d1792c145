// Time that passes only when everybody waits, and then at once to the moment the first of them waits for.
import type { MemoryClock } from '#shared/ports/memory-clock.ts';
import type { Clock } from '#shared/ports/world.ts';

export interface VirtualTime {
  /** As the clock's: several may wait at the same time, and each is woken at its own. */
  readonly wait: Clock['wait'];
  /** Whoever waits now is never woken: their program has died. */
  forget(): void;
}

/** Lets the clock go on whenever nothing else is left to be done. */
export function virtualTime(clock: MemoryClock): VirtualTime {
  let sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  let turns = false;
  const turn = (): void => {
    const first = sleepers.reduce<(typeof sleepers)[number] | null>(
      (soonest, one) => (soonest === null || one.at < soonest.at ? one : soonest),
      null,
    );
    turns = first !== null;
    if (first === null) return;
    sleepers = sleepers.filter((one) => one !== first);
    clock.advance(Math.max(0, first.at - clock.now()));
    first.wake();
    setImmediate(turn);
  };
  return {
    wait: (ms, stop) =>
      new Promise((resolve) => {
        if (stop?.asked || ms <= 0) return resolve();
        const sleeper = { at: clock.now() + ms, wake: resolve };
        sleepers.push(sleeper);
        stop?.whenAsked(() => {
          sleepers = sleepers.filter((one) => one !== sleeper);
          resolve();
        });
        // After everything that is to be done at this moment: promises come before it.
        if (!turns) setImmediate(turn);
        turns = true;
      }),
    forget() {
      sleepers = [];
    },
  };
}
