import type { Session } from '../evidence/session.ts';
import type { World } from '../ports/world.ts';
import type { TicketId } from '../values/ticket-id.ts';
import { parseTicketId, prefixOf } from '../values/ticket-id.ts';
import { projectOf } from './change-entry.ts';
import type { Person } from './person.ts';

const TICKET_THEN_WORDS = /^([A-Za-z][A-Za-z0-9]+-\d+)(?:[\s:,–-]+(.*))?$/s;

/**
 * What a session is about, from what a person typed: a ticket, a ticket and words, a project's prefix, or words.
 * A ticket without words takes the title it had last.
 */
export async function readWhat(
  world: World,
  person: Person,
  what: string,
): Promise<Pick<Session, 'ticket' | 'title' | 'project'>> {
  const text = what.trim();
  const match = TICKET_THEN_WORDS.exec(text);
  const ticket = match && parseTicketId(match[1]!);
  if (ticket && isKnown(ticket, person)) {
    const title = match[2]?.trim() || (await lastTitleOf(world, person, ticket));
    return { ticket, title, project: projectOf(ticket, person) };
  }
  const project = await projectNamed(world, person, text);
  if (project !== null) return { ticket: null, title: project, project };
  return { ticket: null, title: text === '' ? 'Work' : text, project: null };
}

function isKnown(ticket: TicketId, person: Person): boolean {
  const { ticketPrefixes } = person.rules;
  return ticketPrefixes.length === 0 || ticketPrefixes.includes(prefixOf(ticket));
}

async function lastTitleOf(world: World, person: Person, ticket: TicketId): Promise<string> {
  const known = await world.stores.tickets.recent(person.user, ticket, 20);
  return known.find((use) => use.ticket === ticket)?.title || ticket;
}

/** A prefix that is configured or was worked on stands for its project; other words are just words. */
async function projectNamed(world: World, person: Person, text: string): Promise<string | null> {
  if (!/^[A-Za-z][A-Za-z0-9]+$/.test(text)) return null;
  const prefix = text.toUpperCase();
  const worked = await world.stores.tickets.recent(person.user, `${prefix}-`, 1);
  const isPrefix =
    person.rules.ticketPrefixes.includes(prefix) || worked.some((use) => prefixOf(use.ticket) === prefix);
  return isPrefix ? (person.rules.projectOfPrefix[prefix] ?? prefix) : null;
}
