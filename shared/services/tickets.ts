import type { World } from '../ports/world.ts';
import { formatInstant } from '../values/instant.ts';
import { personOf } from './person.ts';

/** Tickets the person worked on, newest first, narrowed by a text that stands in the ticket or its title. */
export async function listTickets(
  world: World,
  input: { query?: string; limit?: number },
): Promise<{ ticket: string; title: string; lastUsedAt: string }[]> {
  const person = personOf(world);
  const found = await world.stores.tickets.recent(person.user, input.query ?? '', input.limit ?? 50);
  return found.map((use) => ({
    ticket: use.ticket,
    title: use.title,
    lastUsedAt: formatInstant(use.lastUsedAt),
  }));
}
