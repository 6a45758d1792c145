import type { TicketFacts } from '../../evidence/ticket-facts.ts';
import type { World } from '../../ports/world.ts';
import type { TrackerId } from '../../sources/tickets/tracker.ts';
import { TRACKER_IDS } from '../../sources/tickets/tracker.ts';
import type { Instant } from '../../values/instant.ts';
import { plusMs } from '../../values/instant.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import type { TicketId } from '../../values/ticket-id.ts';
import { prefixOf } from '../../values/ticket-id.ts';
import { askTracker } from './ask-tracker.ts';
import type { Person } from '../person.ts';
import type { Reading } from './source-reader.ts';
import { isFresh } from './ticket-facts.ts';
import { readTicketFiles, ticketFiles } from './ticket-files.ts';
import { titlesOfTickets } from './ticket-titles.ts';
import { trackerKey, trackersOf } from './ticket-trackers.ts';
import { trackerMark } from './tracker-mark.ts';

/** Tickets used lately are kept fresh; others are asked for when somebody looks them up. */
const LATELY_MS = 35 * 86_400_000;
const MOST = 60;
/** How old what a tracker told may be while it is followed, in ms. */
const WATCHED_MS = 10 * 60_000;

/**
 * Reads again what the tickets of the last weeks are about: all that have a file, and those whose tracker told nothing
 * for a day.
 * @returns today when a title is new: days gone by take theirs over when they are looked at. @throws Problem, Stopped.
 */
export async function readTicketsSource(
  world: World,
  person: Person,
  key: string,
  reading: Reading,
): Promise<LocalDay[]> {
  const tickets = await lately(world, person);
  const tracker = TRACKER_IDS.find((id) => trackerKey(id) === key);
  const before = await titlesOfTickets(world, tickets);
  const found = tracker
    ? await readTracker(world, person, tracker, tickets, reading)
    : await readFiles(world, person, tickets);
  return found.some(({ ticket, title }) => before.get(ticket) !== title) ? [person.today] : [];
}

async function readFiles(
  world: World,
  person: Person,
  tickets: readonly TicketId[],
): Promise<readonly TicketFacts[]> {
  const { facts, problems } = await readTicketFiles(world, person, tickets);
  // Those that can be read are kept all the same.
  if (problems.length > 0)
    throw new Problem('failed', problems.slice(0, 3).join(' '), said`Mend them; all others were read.`);
  return facts;
}

async function readTracker(
  world: World,
  person: Person,
  tracker: TrackerId,
  tickets: readonly TicketId[],
  reading: Reading,
): Promise<readonly TicketFacts[]> {
  const files = await ticketFiles(world);
  const due: TicketId[] = [];
  for (const ticket of tickets) {
    if (files.has(ticket)) continue;
    const known = await world.stores.ticketFacts.get(ticket);
    if (isFresh(known, person) && !isWatched(known, person)) continue;
    if (await isFor(world, person, tracker, ticket)) due.push(ticket);
  }
  const { facts, problem } = await askTracker(world, tracker, due, reading);
  if (problem) throw problem;
  return facts;
}

/** Who follows trackers wants to know today, not tomorrow, that a ticket has moved. */
const isWatched = (known: TicketFacts | null, { now, settings }: Person): boolean =>
  settings['triggers.trackers'] && known !== null && now - known.at >= WATCHED_MS;

/** Is it this tracker's turn: is it the ticket's, and does every tracker before it not know the ticket? */
async function isFor(world: World, person: Person, tracker: TrackerId, ticket: TicketId): Promise<boolean> {
  const its = trackersOf(ticket, person.settings);
  const turn = its.indexOf(tracker);
  if (turn <= 0) return turn === 0;
  const marks = await Promise.all(
    its.slice(0, turn).map((earlier) => trackerMark(world, earlier, person.now)),
  );
  return marks.every(({ mark }) => mark.missing[ticket] !== undefined);
}

/** Tickets of the last weeks, most recently used first. */
async function lately(world: World, person: Person): Promise<TicketId[]> {
  const { ticketPrefixes } = person.rules;
  const from: Instant = plusMs(person.now, -LATELY_MS);
  const uses = await world.stores.tickets.recent(person.user, '', ticketPrefixes.length > 0 ? 1000 : MOST);
  return uses
    .filter(({ lastUsedAt }) => lastUsedAt >= from)
    .map(({ ticket }) => ticket)
    .filter((ticket) => ticketPrefixes.length === 0 || ticketPrefixes.includes(prefixOf(ticket)))
    .slice(0, MOST);
}
