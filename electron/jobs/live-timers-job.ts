import type { World } from '#shared/ports/world.ts';
import { Stop } from '#shared/values/stop.ts';
import { errand } from './errand.ts';

const BACK_OFF = { firstMs: 5000, longestMs: 10 * 60_000 };
/** How long a command may be held up by a provider; what is left is done by the next command or host. */
const COMMAND_PATIENCE_MS = 5000;

/** Nouns whose operations start and stop sessions. */
const MOVES: ReadonlySet<string> = new Set(['session', 'task', 'timer']);

/** Is there anything to follow with? Asked before a provider is loaded. */
const isUsed = (world: World): boolean => world.settings.get()['booking.provider'] !== 'none';

const load = () => import('#shared/services/booking/live-timers.ts');

/**
 * Lets the provider's timer follow the session here, one change after the other, also what the last host left behind.
 * @returns how to stop.
 */
export function followSession(world: World): () => Promise<void> {
  const following = errand({
    name: 'live-timers',
    clock: world.clock,
    random: () => world.random(),
    log: world.log,
    backOff: BACK_OFF,
    run: async (stop) => {
      if (!isUsed(world)) return null;
      const { left, retryAt } = await (await load()).reconcileTimers(world, stop);
      return left ? { at: retryAt } : null;
    },
  });
  const unsubscribe = world.events.subscribe(({ kind }) => {
    if (kind === 'session' || kind === 'settings') following.ask();
  });
  if (isUsed(world)) following.ask();
  return async () => {
    unsubscribe();
    await following.end();
  };
}

/** The same for a command that changed the session while no host runs. Never throws: the session is what counts. */
export async function followSessionOnce(world: World, operation: readonly string[]): Promise<void> {
  if (!MOVES.has(operation[0] ?? '') || !world.settings.get()['booking.timers'] || !isUsed(world)) return;
  const stop = new Stop();
  const patience = new Stop();
  void world.clock.wait(COMMAND_PATIENCE_MS, patience).then(() => stop.now());
  try {
    await (await load()).reconcileTimers(world, stop);
  } catch (error) {
    world.log.error('job.live-timers', error);
  } finally {
    patience.now();
  }
}
