import type { World } from '../../ports/world.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import type { TicketId } from '../../values/ticket-id.ts';
import { parseTicketId } from '../../values/ticket-id.ts';
import type { Person } from '../person.ts';
import { titlesOfTickets } from '../sources/ticket-titles.ts';

/** A task, and what it is called. */
export interface Task {
  readonly ticket: TicketId;
  /** '' where nobody told. */
  readonly title: string;
  /** By the setting `tasks.pattern`: `TASK-025: Headless Mode`. */
  readonly name: string;
}

/** @throws Problem `usage` for what is no ticket. */
export function taskNamed(text: string): TicketId {
  const ticket = parseTicketId(text);
  if (ticket !== null) return ticket;
  throw new Problem('usage', said`"${text}" is no ticket.`, said`Give one such as TB-042.`);
}

/** What a ticket is called, by what was told of it last; nobody is asked. */
export async function taskOf(world: World, person: Person, ticket: TicketId): Promise<Task> {
  const told = (await titlesOfTickets(world, [ticket])).get(ticket);
  const [used] = told === undefined ? await world.stores.tickets.recent(person.user, ticket, 1) : [];
  // Where nobody told, the last words about it; a session without words is called by its ticket.
  const words = told ?? (used?.ticket === ticket ? used.title : '');
  const title = words === ticket ? '' : words;
  return { ticket, title, name: nameOf(person.settings['tasks.pattern'], ticket, title) };
}

function nameOf(pattern: string, ticket: string, title: string): string {
  if (title === '') return ticket;
  return pattern.replaceAll('{task_id}', ticket).replaceAll('{task_title}', title).trim();
}

/** As `startSession` reads it: the ticket, then the words. A ticket that leads the name stands in a field of its own. */
export function whatOf({ ticket, name }: Task): string {
  const words = name.startsWith(ticket) ? name.slice(ticket.length).replace(/^[\s:,–-]+/, '') : name;
  return `${ticket} ${words}`.trim();
}

/**
 * The project of a plan, where the plan has a place at a provider (document 2 `project_mapping`); null: the ticket's own.
 */
export async function projectOfPlan(world: World, person: Person, ticket: TicketId): Promise<string | null> {
  const provider = person.settings['booking.provider'];
  const facts = await world.stores.ticketFacts.get(ticket);
  const plans = (facts?.labels ?? []).flatMap((label) => /^plan:(.+)$/.exec(label)?.[1]?.trim() ?? []);
  if (provider === 'none' || plans.length === 0) return null;
  const mappings = await world.stores.mappings.list(person.user, provider);
  const isMapped = (plan: string): boolean =>
    mappings.some(({ scope, name }) => scope === 'project' && name === plan);
  return plans.find(isMapped) ?? null;
}
