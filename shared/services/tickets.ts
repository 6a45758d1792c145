import type { TicketFacts } from '../evidence/ticket-facts.ts';
import type { TicketUse } from '../ports/stores.ts';
import type { World } from '../ports/world.ts';
import { formatInstant } from '../values/instant.ts';
import { prefixOf } from '../values/ticket-id.ts';
import { personOf } from './person.ts';
import { titlesOfTickets } from './sources/ticket-titles.ts';

/** More than anybody has tickets. */
const ALL = 5000;

/**
 * Tickets the person worked on, newest first, each with its title where that is known, else with the last words about
 * it; narrowed to those that have every word asked for in their id, title, labels or last words.
 */
export async function listTickets(
  world: World,
  input: { query?: string; limit?: number },
): Promise<{ ticket: string; title: string; lastUsedAt: string }[]> {
  const person = personOf(world);
  const limit = input.limit ?? 50;
  const { ticketPrefixes } = person.rules;
  const narrowed = ticketPrefixes.length > 0;
  const words = (input.query ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  // The store knows neither prefixes (with them, UTF-8 in a commit is no ticket) nor titles of trackers.
  const all = narrowed || words.length > 0 ? ALL : limit;
  const uses = await world.stores.tickets.recent(person.user, '', all);
  const known = uses.filter(({ ticket }) => !narrowed || ticketPrefixes.includes(prefixOf(ticket)));
  const found = (words.length === 0 ? known : await withWords(world, known, words)).slice(0, limit);
  const titles = await titlesOfTickets(
    world,
    found.map(({ ticket }) => ticket),
  );
  return found.map((use) => ({
    ticket: use.ticket,
    title: titles.get(use.ticket) ?? use.title,
    lastUsedAt: formatInstant(use.lastUsedAt),
  }));
}

async function withWords(
  world: World,
  uses: readonly TicketUse[],
  words: readonly string[],
): Promise<TicketUse[]> {
  const facts = new Map<string, TicketFacts>(
    (await world.stores.ticketFacts.search('', ALL)).map((one) => [one.ticket, one]),
  );
  return uses.filter(({ ticket, title }) => {
    const { title: named = '', labels = [] } = facts.get(ticket) ?? {};
    const text = [ticket, title, named, ...labels].join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
