import type { World } from '../../ports/world.ts';
import type { TicketId } from '../../values/ticket-id.ts';
import type { Person } from '../person.ts';
import { readTicketFiles, ticketFiles } from '../sources/ticket-files.ts';

/** More tickets than this carry no single label. */
const MOST_LABELLED = 20_000;

/** Tickets that carry a label (without regard to case), as trackers and files last told; no file is read for it. */
export async function labelledBefore({ stores }: Pick<World, 'stores'>, label: string): Promise<TicketId[]> {
  const word = label.trim().toLowerCase();
  const found = await stores.ticketFacts.search(word, MOST_LABELLED);
  return found.flatMap(({ ticket, labels }) =>
    labels.some((its) => its.toLowerCase() === word) ? [ticket] : [],
  );
}

/** The same, once the ticket files of the repositories were read: those nobody asked about yet are not known before. */
export async function labelledNow(world: World, person: Person, label: string): Promise<TicketId[]> {
  await readTicketFiles(world, person, [...(await ticketFiles(world)).keys()]);
  return labelledBefore(world, label);
}
