import type { World } from '../../ports/world.ts';
import { CLAUDE_LIVE } from './claude-source.ts';
import { readAll } from './sources.ts';

/** Agents tell of every step: what they left is looked at no more often than this, in ms. */
const EVERY_MS = 2_000;

/** One look that runs and one that waits, for each data folder. */
interface Looks {
  running: Promise<void> | null;
  waiting: Promise<void> | null;
}
const looks = new WeakMap<World['stores']['sources'], Looks>();

/**
 * A coding agent's hook spoke: its event (from the HTTP door), or nothing but that there is something to read (from
 * `stint hook claude`, which keeps its event itself). What is not understood is ignored: an agent never fails for it.
 * Answers at once; the reading goes on behind it.
 */
export async function hearAgentHook(
  world: World,
  input: Readonly<Record<string, unknown>>,
): Promise<Record<string, never>> {
  try {
    if (Object.keys(input).length > 0 && !(await world.claude.note(input))) return {};
    void lookSoon(world).catch((error: unknown) => world.log.error('agent.hook', error));
  } catch (error) {
    world.log.error('agent.hook', error);
  }
  return {};
}

/** Looks at once, and once more behind a look that is under way: whatever was left before the call is read after it. */
export function lookSoon(world: World): Promise<void> {
  const known = looks.get(world.stores.sources) ?? { running: null, waiting: null };
  looks.set(world.stores.sources, known);
  if (known.running === null) {
    known.running = look(world).finally(() => {
      known.running = null;
    });
    return known.running;
  }
  known.waiting ??= known.running
    .catch(() => undefined)
    .then(() => world.clock.wait(EVERY_MS))
    .then(() => {
      known.waiting = null;
      return lookSoon(world);
    });
  return known.waiting;
}

async function look(world: World): Promise<void> {
  await readAll(world, { key: CLAUDE_LIVE });
  if (world.settings.get()['dev.agents'] === 'off') return;
  const { followAgents } = await import('../dev-sessions/follow-agents.ts');
  await followAgents(world);
}
