import type { SourceState } from '../../ports/evidence-stores.ts';
import type { World } from '../../ports/world.ts';
import { newState } from './source-state.ts';

/** A source that speaks often is noted as heard no more often than this, in ms. */
const NOTED_MS = 60_000;

/**
 * A source spoke up by itself (an editor's plugin, a hook). Doors ask before they keep anything.
 * @returns whether it is listened to: false while it is paused.
 */
export async function heardFrom(
  world: World,
  { key, kind, name }: Pick<SourceState, 'key' | 'kind' | 'name'>,
): Promise<boolean> {
  const { sources } = world.stores;
  const state = (await sources.get(key)) ?? newState(kind, key, name);
  if (state.paused) return false;
  const now = world.clock.now();
  if (state.lastReadAt === null || now - state.lastReadAt >= NOTED_MS || state.problem !== null) {
    await sources.put({ ...state, name, lastReadAt: now, problem: null });
    world.events.publish({ kind: 'sources' });
  }
  return true;
}
