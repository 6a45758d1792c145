import type { TicketFacts } from '../../evidence/ticket-facts.ts';
import type { World } from '../../ports/world.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import type { TicketId } from '../../values/ticket-id.ts';
import { parseTicketId } from '../../values/ticket-id.ts';
import type { Person } from '../person.ts';
import { FILES_KEY } from './ticket-trackers.ts';

/** Where ticket files lie, below a repository. */
const FOLDER = '.tract/tickets';
/** A file that says the same is noted as read no more often than this, in ms. */
const WORTH_NOTING_MS = 3_600_000;

/** The ticket files of the registered repositories, by ticket; where two have one, the first registered counts. Only looks at names. */
export async function ticketFiles(world: Pick<World, 'stores' | 'files'>): Promise<Map<TicketId, string>> {
  const found = new Map<TicketId, string>();
  for (const repository of await world.stores.repositories.list()) {
    const files = await world.files.list(`${repository.path}/${FOLDER}`).catch((error: unknown) => {
      // Most repositories have none; one that cannot be read has said so already.
      if (error instanceof Problem) return [];
      throw error;
    });
    for (const { path, name } of files) {
      const ticket = name.endsWith('.md') ? parseTicketId(name.slice(0, -'.md'.length)) : null;
      if (ticket !== null && !found.has(ticket)) found.set(ticket, path);
    }
  }
  return found;
}

/** What files tell of tickets, and what is wrong with those that tell nothing, in words. */
export interface FilesTold {
  readonly facts: readonly TicketFacts[];
  readonly problems: readonly string[];
}

/**
 * Reads the ticket files of some tickets and keeps what they tell. One that cannot be read holds up no other.
 * Nothing is read while the source is paused.
 */
export async function readTicketFiles(
  world: World,
  person: Person,
  tickets: readonly TicketId[],
): Promise<FilesTold> {
  if ((await world.stores.sources.get(FILES_KEY))?.paused === true) return { facts: [], problems: [] };
  const files = await ticketFiles(world);
  const wanted = [...new Set(tickets)].filter((ticket) => files.has(ticket));
  if (wanted.length === 0) return { facts: [], problems: [] };
  const { LARGEST_TICKET_FILE, readTicketFile } = await import('../../sources/tickets/files.ts');
  const facts: TicketFacts[] = [];
  const problems: string[] = [];
  for (const ticket of wanted) {
    const path = files.get(ticket)!;
    try {
      const text = await world.files.read(path, LARGEST_TICKET_FILE);
      const told = readTicketFile(text, ticket, person.settings['time.workingHoursPerDay']);
      if (told.kind === 'facts') facts.push({ ...told.facts, ticket, from: 'file', at: person.now });
      else problems.push(said`${path} is no ticket: ${told.why}.`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problems.push(error.message);
    }
  }
  await keepNew(world, facts);
  return { facts, problems };
}

/** Files are read often and seldom say anything new: what is known and young is not written again. */
async function keepNew(world: World, facts: readonly TicketFacts[]): Promise<void> {
  const news: TicketFacts[] = [];
  for (const one of facts) {
    const known = await world.stores.ticketFacts.get(one.ticket);
    const isKnown =
      known !== null &&
      one.at - known.at < WORTH_NOTING_MS &&
      wordsOf(known) === wordsOf({ ...one, at: known.at });
    if (!isKnown) news.push(one);
  }
  if (news.length > 0) await world.stores.ticketFacts.put(news);
}

const wordsOf = (facts: TicketFacts): string =>
  JSON.stringify(Object.entries(facts).toSorted(([a], [b]) => (a < b ? -1 : 1)));
