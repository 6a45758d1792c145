import type { DevSession } from '../../evidence/dev-session.ts';
import type { World } from '../../ports/world.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import type { Person } from '../person.ts';
import { findDevSession } from './find.ts';

/** So often a change is tried again that somebody else's came before: agents work side by side. */
const TRIES = 5;

/** Adds a session, in one logged step. */
export async function addDevSession(world: World, person: Person, session: DevSession): Promise<void> {
  await commit(world, person.user, 'devSession.start', null, session);
}

/**
 * Changes a session in one logged step. Where somebody else was first, the change is made to what they left.
 * @param name an id, the end of one, or `current`.
 * @param patch what is to be different; throws where it is not allowed.
 * @throws Problem `not-found`, and what `patch` throws.
 */
export async function changeDevSession(
  world: World,
  person: Person,
  name: string,
  operation: string,
  patch: (session: DevSession) => Partial<DevSession> | Promise<Partial<DevSession>>,
): Promise<DevSession> {
  let { id } = await findDevSession(world, person, name);
  for (let left = TRIES; ; left -= 1) {
    const before = await findDevSession(world, person, id);
    id = before.id;
    const changed = await patch(before);
    const after = { ...before, ...changed, updatedAt: person.now, revision: before.revision + 1 };
    try {
      await commit(world, person.user, operation, before, after);
      return after;
    } catch (error) {
      if (left <= 1 || !(error instanceof Problem) || error.code !== 'conflict') throw error;
    }
  }
}

async function commit(
  world: World,
  actor: string,
  operation: string,
  before: DevSession | null,
  after: DevSession,
): Promise<void> {
  await world.stores.ledger.commit({
    actor,
    operation,
    why: operation.replace('devSession.', ''),
    changes: [{ noun: 'devSession', before, after }],
  });
  world.events.publish({ kind: 'session' });
}

/** @throws Problem `refused` where the session is over. */
export function assertOpen(session: DevSession): void {
  if (session.status === 'active' || session.status === 'paused') return;
  throw new Problem(
    'refused',
    session.status === 'completed'
      ? said`This development session is completed already.`
      : said`This development session was dropped.`,
    said`Start another one: \`stint dev start TITLE\`.`,
  );
}
