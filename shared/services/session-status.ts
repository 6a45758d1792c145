import type { StatusShape } from '../contract/shapes.ts';
import type { Session } from '../evidence/session.ts';
import type { World } from '../ports/world.ts';
import type { Person } from './person.ts';
import { personOf } from './person.ts';
import { sessionShapeOf } from './shapes.ts';

/** What runs, minutes of today with what runs, and presence. */
export async function showStatus(world: World): Promise<StatusShape> {
  const person = personOf(world);
  const open = await openSession(world, person);
  const entries = await world.stores.entries.between(person.user, person.today, person.today);
  const booked = entries
    .filter((entry) => entry.state !== 'deleted')
    .reduce((sum, entry) => sum + entry.minutes, 0);
  const running = open && sessionShapeOf(open, person.now);
  return { running, today: booked + (running?.minutes ?? 0), presence: world.presence.current() };
}

/** The person's session that runs or is paused; null: none. */
export const openSession = async (world: World, person: Person): Promise<Session | null> =>
  (await world.stores.sessions.open(person.user))[0] ?? null;
