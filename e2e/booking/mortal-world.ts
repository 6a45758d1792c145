// A world in which the program may die at any moment: the disk, the service and the time live on, the program does not.
import type { Http } from '#shared/ports/http.ts';
import type { MemoryWorld } from '#shared/ports/memory-world.ts';
import type { World } from '#shared/ports/world.ts';
import type { VirtualTime } from './virtual-time.ts';

/** When a program dies: at the so-manieth thing it asks of the world, before or after that was done. */
export interface Death {
  readonly step: number;
  readonly done: boolean;
}

/** One run of the program. */
export interface Life {
  readonly world: World;
  /** Resolves when the program has died; never when it lives on. */
  readonly died: Promise<'died'>;
}

/**
 * Begins a life in a world: what it asks of stores, secrets, network and time is counted, and from its death on
 * nothing it asked for ever comes, as when the process is gone.
 */
export function begin(earth: MemoryWorld, http: Http, time: VirtualTime, death: Death | null): Life {
  let steps = 0;
  let dead = false;
  let die = (): void => undefined;
  const died = new Promise<'died'>((resolve) => {
    die = () => {
      dead = true;
      time.forget();
      resolve('died');
    };
  });
  const mortal = <Args extends readonly unknown[], Result>(
    act: (...args: Args) => Promise<Result>,
  ): ((...args: Args) => Promise<Result>) => {
    return async (...args) => {
      const mine = (steps += 1);
      if (!dead && death?.step === mine && !death.done) die();
      if (dead) return nothing();
      const outcome = await act(...args).then(
        (value) => () => value,
        (error: unknown) => () => {
          throw error;
        },
      );
      if (death?.step === mine && death.done) die();
      return dead ? nothing() : outcome();
    };
  };
  return {
    died,
    world: {
      ...earth,
      http: { send: mortal((request, stop) => http.send(request, stop)) },
      secrets: { ...earth.secrets, get: mortal(earth.secrets.get) },
      clock: { ...earth.clock, wait: mortal(time.wait) },
      stores: mapNouns(earth.stores, mortal),
    },
  };
}

/** It never comes. */
const nothing = (): Promise<never> => new Promise(() => undefined);

type Act = (...args: readonly unknown[]) => Promise<unknown>;

/** The same stores, each of their functions wrapped; new objects, as a new program has. */
function mapNouns<Stores extends object>(stores: Stores, wrap: (act: Act) => Act): Stores {
  return Object.fromEntries(
    Object.entries(stores).map(([noun, store]) => [
      noun,
      Object.fromEntries(
        Object.entries(store as Readonly<Record<string, Act>>).map(([verb, act]) => [verb, wrap(act)]),
      ),
    ]),
  ) as Stores;
}
