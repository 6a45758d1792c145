import type { World } from '#shared/ports/world.ts';
import type { Plan, SyncResult } from '#shared/contract/booking-shapes.ts';
import { goesOut } from '#shared/providers/outbox/bookable.ts';
import { personOf } from '#shared/services/person.ts';
import type { LocalDay } from '#shared/values/local-day.ts';
import { Problem } from '#shared/values/problem.ts';
import type { Again } from './errand.ts';
import { errand } from './errand.ts';

const BACK_OFF = { firstMs: 30_000, longestMs: 15 * 60_000 };
/** A submitted week is told day by day, within a moment. */
const SETTLE_MS = 1500;

/** Worth another try by itself; for all else somebody has to do something first. */
const PASSING: ReadonlySet<Problem['code']> = new Set(['offline', 'conflict']);

/** Books what is to be booked with the provider of the settings. */
type Sync = () => Promise<Plan | SyncResult>;

/**
 * Books by itself once days are submitted, and works off what waits (setting `booking.afterSubmit`): what failed for want
 * of a network is tried again, later each time. Everything else that is wrong is left to the person, who finds it on the
 * Connections page.
 */
export function bookAfterSubmit(
  world: World,
  sync: Sync,
): {
  readonly ask: () => void;
  readonly end: () => Promise<void>;
} {
  const booking = errand({
    name: 'booking',
    clock: world.clock,
    random: () => world.random(),
    log: world.log,
    backOff: BACK_OFF,
    run: async (stop) => {
      await world.clock.wait(SETTLE_MS, stop);
      return stop.asked || !isOn(world) ? null : bookOnce(world, sync);
    },
  });
  let wasOn = isOn(world);
  const unsubscribe = world.events.subscribe((event) => {
    if (event.kind === 'day') {
      void isClosed(world, event.date as LocalDay).then((is) => is && booking.ask());
    } else if (event.kind === 'settings') {
      // Asked only when it is switched on: every try asks the provider what it has.
      const is = isOn(world);
      if (is && !wasOn) booking.ask();
      wasOn = is;
    }
  });
  // What was submitted or left waiting while no host ran.
  if (wasOn) booking.ask();
  return {
    ask: () => {
      if (isOn(world)) booking.ask();
    },
    end: async () => {
      unsubscribe();
      await booking.end();
    },
  };
}

function isOn(world: World): boolean {
  const settings = world.settings.get();
  return settings['booking.afterSubmit'] && settings['booking.provider'] !== 'none';
}

/** Is it a day that goes out? Never throws. */
async function isClosed(world: World, date: LocalDay): Promise<boolean> {
  if (!isOn(world)) return false;
  try {
    const { user, settings } = personOf(world);
    const [record] = await world.stores.days.between(user, date, date);
    return record !== undefined && goesOut(record.status, settings['booking.include']);
  } catch (error) {
    world.log.error('job.booking', error);
    return false;
  }
}

/** One go through what is to be booked. */
async function bookOnce(world: World, sync: Sync): Promise<Again> {
  try {
    const result = await sync();
    if ('rows' in result || result.waiting === 0) return null;
    return { at: null };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    world.log.warn('booking.waits', { code: error.code });
    return PASSING.has(error.code) ? { at: null } : null;
  }
}
