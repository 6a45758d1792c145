import type { DevSession } from '../../evidence/dev-session.ts';
import type { World } from '../../ports/world.ts';
import { isId, shortId } from '../../values/ids.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import type { Person } from '../person.ts';

/**
 * As `findDevSession`, for who only looks: where none is open, `current` is the last one there was.
 * @throws Problem `not-found`, `usage`, `refused` when there never was one.
 */
export async function lookUpDevSession(world: World, person: Person, name: string): Promise<DevSession> {
  const { open, page } = world.stores.devSessions;
  if (name !== 'current' || (await open(person.user)).length > 0) return findDevSession(world, person, name);
  const [last] = await page(person.user, {}, 1, null);
  return last ?? findDevSession(world, person, name);
}

/**
 * The development session with this id, the one whose id ends so, or with `current` the only one that is open.
 * @throws Problem `not-found`, `usage` when it could be several, `refused` when none is open.
 */
export async function findDevSession(world: World, person: Person, name: string): Promise<DevSession> {
  if (name === 'current') return onlyOpen(world, person);
  const found = isId(name)
    ? [await world.stores.devSessions.get(name)]
    : await world.stores.devSessions.endingIn(person.user, name);
  const [first, second] = found.filter((session) => session?.user === person.user);
  if (second)
    throw new Problem(
      'usage',
      said`Several development sessions end in "${name}".`,
      said`Give more of the id.`,
    );
  if (first) return first;
  throw new Problem(
    'not-found',
    said`There is no development session ${name}.`,
    said`See \`stint dev list\`.`,
  );
}

async function onlyOpen(world: World, person: Person): Promise<DevSession> {
  const [first, ...others] = await world.stores.devSessions.open(person.user);
  if (first === undefined)
    throw new Problem(
      'refused',
      said`No development session is open.`,
      said`Start one: \`stint dev start TITLE\`.`,
    );
  if (others.length === 0) return first;
  const named = [first, ...others].slice(0, 10).map(({ id, title }) => `${shortId(id)} ${title}`);
  throw new Problem(
    'usage',
    said`Several development sessions are open: ${named.join('; ')}.`,
    said`Name one by its id.`,
  );
}
