import type { World } from '../ports/world.ts';
import { formatInstant } from '../values/instant.ts';
import { prefixOf } from '../values/ticket-id.ts';
import { personOf } from './person.ts';

/** Tickets the person worked on, newest first, narrowed by a text that stands in the ticket or its title. */
export async function listTickets(
  world: World,
  input: { query?: string; limit?: number },
): Promise<{ ticket: string; title: string; lastUsedAt: string }[]> {
  const person = personOf(world);
  const limit = input.limit ?? 50;
  const { ticketPrefixes } = person.rules;
  const narrowed = ticketPrefixes.length > 0;
  // The store knows no prefixes: with them, UTF-8 in a commit is no ticket, and there must be enough to choose from.
  const found = await world.stores.tickets.recent(person.user, input.query ?? '', narrowed ? 5000 : limit);
  const known = found.filter(({ ticket }) => !narrowed || ticketPrefixes.includes(prefixOf(ticket)));
  return known.slice(0, limit).map((use) => ({
    ticket: use.ticket,
    title: use.title,
    lastUsedAt: formatInstant(use.lastUsedAt),
  }));
}
