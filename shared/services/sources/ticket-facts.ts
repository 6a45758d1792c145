import type { z } from 'zod';
import type { ticketFacts } from '../../contract/ticket-operations.ts';
import type { TicketFacts } from '../../evidence/ticket-facts.ts';
import type { World } from '../../ports/world.ts';
import type { TrackerId } from '../../sources/tickets/tracker.ts';
import { TRACKER_NAMES } from '../../sources/tickets/tracker.ts';
import { formatInstant } from '../../values/instant.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import type { TicketId } from '../../values/ticket-id.ts';
import { parseTicketId } from '../../values/ticket-id.ts';
import type { Pace } from './ask-tracker.ts';
import { askTracker } from './ask-tracker.ts';
import type { Person } from '../person.ts';
import { personOf } from '../person.ts';
import { readTicketFiles } from './ticket-files.ts';
import { trackersOf } from './ticket-trackers.ts';

/** What a tracker told is not asked for again for so long, in ms. */
const FRESH_MS = 24 * 3_600_000;
/** How long somebody who asks for one ticket waits, in ms. */
const PATIENCE: Pace = { timeoutMs: () => 10_000 };

/** What is known of some tickets. */
export interface KnownFacts {
  /** The newest there are, also old ones that could not be read again: their `at` tells. */
  readonly facts: ReadonlyMap<TicketId, TicketFacts>;
  /** Why some could not be read, or read again. */
  readonly problems: readonly Problem[];
  /** Who was asked and does not know a ticket, in words. */
  readonly missing: ReadonlyMap<TicketId, readonly string[]>;
}

export interface FactsWish {
  /** Ask again for what is known. */
  readonly refresh?: boolean;
  readonly pace?: Pace;
}

/**
 * What tickets are about: by the files of the registered repositories, else by the tracker of their prefix, unless what
 * it told is younger than a day. Without a network, or while a tracker asks for quiet, what was known stays.
 * @throws Stopped when it is called off.
 */
export async function factsOf(
  world: World,
  person: Person,
  tickets: readonly TicketId[],
  { refresh = false, pace = PATIENCE }: FactsWish = {},
): Promise<KnownFacts> {
  const wanted = [...new Set(tickets)];
  const files = await readTicketFiles(world, person, wanted);
  const facts = new Map(files.facts.map((one) => [one.ticket, one]));
  const problems = files.problems.map((why) => new Problem('usage', why, said`Mend the file.`));
  const missing = new Map<TicketId, string[]>();

  const open: TicketId[] = [];
  for (const ticket of wanted.filter((one) => !facts.has(one))) {
    const known = await world.stores.ticketFacts.get(ticket);
    if (known) facts.set(ticket, known);
    if (refresh || !isFresh(known, person)) open.push(ticket);
  }
  // Those that the first tracker of a ticket does not know are the next one's.
  const askAll = async (round: number, left: readonly TicketId[]): Promise<void> => {
    const next: TicketId[] = [];
    for (const [tracker, its] of byTracker(left, round, person)) {
      const asked = await askTracker(world, tracker, its, pace, refresh);
      for (const one of asked.facts) facts.set(one.ticket, one);
      if (asked.problem) problems.push(asked.problem);
      for (const [ticket, why] of asked.missing) {
        missing.set(ticket, [...(missing.get(ticket) ?? []), said`${TRACKER_NAMES[tracker]}: ${why}`]);
        next.push(ticket);
      }
    }
    if (next.length > 0) await askAll(round + 1, next);
  };
  await askAll(0, open);
  return { facts, problems, missing };
}

/** Read by a tracker less than a day ago; a file is read again whenever it is there. */
export const isFresh = (facts: TicketFacts | null, { now }: Person): boolean =>
  facts !== null && facts.from !== 'file' && now - facts.at < FRESH_MS && facts.at <= now;

function byTracker(
  tickets: readonly TicketId[],
  round: number,
  { settings }: Person,
): Map<TrackerId, TicketId[]> {
  const found = new Map<TrackerId, TicketId[]>();
  for (const ticket of tickets) {
    const tracker = trackersOf(ticket, settings)[round];
    if (tracker) found.set(tracker, [...(found.get(tracker) ?? []), ticket]);
  }
  return found;
}

/**
 * What a ticket is about. Old facts are given where there are no newer ones.
 * @throws Problem `usage` for what is no ticket; `not-found` where nobody knows it; the tracker's own where none is known.
 */
export async function showTicketFacts(
  world: World,
  input: { ticket: string; refresh?: boolean },
): Promise<z.infer<typeof ticketFacts>> {
  const ticket = parseTicketId(input.ticket);
  if (ticket === null)
    throw new Problem('usage', said`"${input.ticket}" is no ticket.`, said`Give one such as TB-042.`);
  const person = personOf(world);
  const { facts, problems, missing } = await factsOf(world, person, [ticket], { refresh: input.refresh });
  const found = facts.get(ticket);
  if (found) return { ...found, labels: [...found.labels], at: formatInstant(found.at) };
  if (problems[0]) throw problems[0];
  const asked = missing.get(ticket) ?? [];
  throw new Problem(
    'not-found',
    asked.length > 0
      ? said`Nothing is known of ${ticket}. ${asked.join(' ')}`
      : said`Nothing is known of ${ticket}: no file .tract/tickets/${ticket}.md, and no tracker is set for it.`,
    said`Look for it in a tracker: stint config set tickets.linear true, tickets.jira.site or tickets.github.`,
  );
}
