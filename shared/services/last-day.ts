import type { World } from '../ports/world.ts';
import { addDays } from '../values/local-day.ts';
import { parseTicketId } from '../values/ticket-id.ts';
import { personOf } from './person.ts';

/** Most tickets were worked on lately, so that little is read for them. */
const LOOKED_BACK = [31, 366, 3660];

/** The last day on which the person has time on a ticket; null when there is none in ten years. */
export async function lastDayOf(
  world: World,
  input: { ticket: string },
): Promise<{ ticket: string; date: string | null }> {
  const person = personOf(world);
  const ticket = parseTicketId(input.ticket) ?? input.ticket;
  let to = addDays(person.today, 1);
  for (const days of LOOKED_BACK) {
    const from = addDays(person.today, -days);
    const entries = await world.stores.entries.between(person.user, from, to);
    const dates = entries
      .filter((entry) => entry.ticket === ticket && entry.state !== 'deleted')
      .map((entry) => entry.date)
      .toSorted();
    const last = dates.at(-1);
    if (last !== undefined) return { ticket, date: last };
    to = addDays(from, -1);
  }
  return { ticket, date: null };
}
