import { ticketsOf } from '../../evidence/dev-attention.ts';
import type { Relationship } from '../../evidence/dev-session.ts';
import type { World } from '../../ports/world.ts';
import type { TicketId } from '../../values/ticket-id.ts';
import { personOf } from '../person.ts';

/**
 * A ticket was completed or blocked while development sessions are open: those that are on it say so, and where none is,
 * the only one that is active (document 3, "Session auto-links completed tasks").
 */
export async function heedTask(
  world: World,
  ticket: TicketId,
  relationship: Extract<Relationship, 'completed' | 'blocked'>,
): Promise<void> {
  const open = await world.stores.devSessions.open(personOf(world).user);
  if (open.length === 0) return;
  const own = open.filter((session) => ticketsOf(session).has(ticket));
  const active = open.filter(({ status }) => status === 'active');
  const { linkTask } = await import('./change.ts');
  for (const { id } of own.length > 0 ? own : active.length === 1 ? active : [])
    await linkTask(world, { id, ticket, relationship });
}
