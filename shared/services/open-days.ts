import type { World } from '../ports/world.ts';
import type { LocalDay } from '../values/local-day.ts';
import { addDays } from '../values/local-day.ts';
import { personOf } from './person.ts';

/** How far back a forgotten day is still asked for. */
const DAYS_BACK = 14;

/** Days of the last two weeks, before today, that hold time but were not reviewed; oldest first. Reads only, derives nothing. */
export async function openDays(world: World): Promise<LocalDay[]> {
  const person = personOf(world);
  const from = addDays(person.today, -DAYS_BACK);
  const to = addDays(person.today, -1);
  const [entries, records] = await Promise.all([
    world.stores.entries.between(person.user, from, to),
    world.stores.days.between(person.user, from, to),
  ]);
  const closed = new Set(records.filter((record) => record.status !== 'draft').map((record) => record.date));
  const held = entries.filter((entry) => entry.state !== 'deleted' && !closed.has(entry.date));
  return [...new Set(held.map((entry) => entry.date))].sort();
}
