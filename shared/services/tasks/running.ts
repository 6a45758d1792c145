import type { SessionShape } from '../../contract/shapes.ts';
import type { World } from '../../ports/world.ts';
import type { Person } from '../person.ts';
import { sessionShapeOf } from '../shapes.ts';

/** The session that is open, running or paused; null: none is. */
export async function runningSession(world: World, person: Person): Promise<SessionShape | null> {
  const [session] = await world.stores.sessions.open(person.user);
  return session === undefined ? null : sessionShapeOf(session, person.now);
}
