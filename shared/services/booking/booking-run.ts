import type { Progress } from '../../contract/booking-shapes.ts';
import type { World } from '../../ports/world.ts';
import { formatClock } from '../../values/local-day.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import type { ProviderId } from '../../values/provider-id.ts';
import { Stop } from '../../values/stop.ts';
import { personOf } from '../person.ts';

/** Waits shorter than that are nothing to tell about. */
const WORTH_TELLING_MS = 1500;
/** How often progress is told over a whole run, so that thousands of entries do not make thousands of events. */
const TOLD_TIMES = 50;

/** The booking that is under way. */
export interface BookingRun {
  readonly provider: ProviderId;
  readonly stop: Stop;
  done: number;
  total: number;
  waitsFor: string | null;
}

/** One for each outbox: two that send from the same one would not know of each other. */
const runs = new WeakMap<World['stores']['outbox'], BookingRun>();

/**
 * Books while nobody else does. The world handed on tells the run what it waits for.
 * @throws Problem `conflict` while another run is under way.
 */
export async function inOneRun<T>(
  world: World,
  provider: ProviderId,
  work: (run: BookingRun, world: World) => Promise<T>,
): Promise<T> {
  const { outbox } = world.stores;
  const other = runs.get(outbox);
  if (other) {
    throw new Problem(
      'conflict',
      said`Booking is under way already: ${other.done} of ${other.total} are done.`,
      said`Wait until it is through, or stop it.`,
    );
  }
  const run: BookingRun = { provider, stop: new Stop(), done: 0, total: 0, waitsFor: null };
  runs.set(outbox, run);
  try {
    world.events.publish({ kind: 'booking' });
    return await work(run, telling(world, run));
  } finally {
    runs.delete(outbox);
    world.events.publish({ kind: 'booking' });
    world.events.publish({ kind: 'providers' });
  }
}

/** One more entry is through. */
export function tick(world: World, run: BookingRun): void {
  run.done += 1;
  if (run.done % Math.max(1, Math.floor(run.total / TOLD_TIMES)) === 0)
    world.events.publish({ kind: 'booking' });
}

/** How far the booking that runs has come; all zero when none does. */
export async function bookingProgress(world: World, _input: object = {}): Promise<Progress> {
  const run = runs.get(world.stores.outbox);
  if (!run) return { running: false, provider: null, done: 0, total: 0, waitsFor: null };
  return { running: true, provider: run.provider, done: run.done, total: run.total, waitsFor: run.waitsFor };
}

/** Stops the booking that runs after the entries it is at; what is left waits. Without one it is nothing. */
export async function cancelBooking(world: World, _input: object = {}): Promise<Progress> {
  runs.get(world.stores.outbox)?.stop.now();
  return bookingProgress(world);
}

/** The same world, with a clock that tells the run how long it waits. */
function telling(world: World, run: BookingRun): World {
  const { clock } = world;
  return {
    ...world,
    clock: {
      now: () => clock.now(),
      monotonicMs: () => clock.monotonicMs(),
      zone: () => clock.zone(),
      async wait(ms, stop) {
        if (ms < WORTH_TELLING_MS) return clock.wait(ms, stop);
        const until = formatClock((clock.now() + ms) as ReturnType<typeof clock.now>, personOf(world).zone);
        run.waitsFor = said`The next request is due at ${until}.`;
        world.events.publish({ kind: 'booking' });
        await clock.wait(ms, stop);
        run.waitsFor = null;
      },
    },
  };
}
