import type { World } from '../../ports/world.ts';
import type { TicketId } from '../../values/ticket-id.ts';

/** Titles of tickets as they were told last, without asking anybody. */
export async function titlesOfTickets(
  { stores }: Pick<World, 'stores'>,
  tickets: Iterable<TicketId>,
): Promise<Map<TicketId, string>> {
  const titles = new Map<TicketId, string>();
  for (const ticket of new Set(tickets)) {
    const facts = await stores.ticketFacts.get(ticket);
    if (facts) titles.set(ticket, facts.title);
  }
  return titles;
}
