import type { TicketFacts } from '../../evidence/ticket-facts.ts';
import { TRACKER_IDS, TRACKER_NAMES } from '../../sources/tickets/tracker.ts';
import { dayOf } from '../../values/local-day.ts';
import { said } from '../../values/said.ts';
import type { NamedSource, SourceReader } from './source-reader.ts';
import { ticketFiles } from './ticket-files.ts';
import { FILES_KEY, isTrackerOn, missingAccess, trackerKey } from './ticket-trackers.ts';

/** What tickets are about: ticket files of repositories, and the trackers that are switched on. */
export const ticketsReader: SourceReader = {
  kind: 'tickets',
  // Files are near, but one kind of source is one.
  way: 'remote',
  async list(world) {
    const settings = world.settings.get();
    const files = await ticketFiles(world);
    const trackers = TRACKER_IDS.filter((id) => isTrackerOn(id, settings));
    const listed: NamedSource[] = trackers.map((id) => ({
      key: trackerKey(id),
      name: TRACKER_NAMES[id],
      off: missingAccess(id, world),
    }));
    if (files.size > 0) {
      const detail =
        files.size === 1
          ? said`1 file in your repositories.`
          : said`${files.size} files in your repositories.`;
      listed.push({ key: FILES_KEY, name: said`Ticket files`, detail });
    }
    return listed.length > 0 ? listed : [NONE];
  },
  async read(world, person, key, _since, reading) {
    const { readTicketsSource } = await import('./read-tickets-source.ts');
    return readTicketsSource(world, person, key, reading);
  },
  async today(world, person, key) {
    const from = key.slice('tickets:'.length);
    const all = await world.stores.ticketFacts.search('', 1000);
    const count = all.filter(
      (one) => sourceOf(one) === from && dayOf(one.at, person.zone) === person.today,
    ).length;
    return count === 0 ? null : count === 1 ? said`1 ticket read` : said`${count} tickets read`;
  },
};

const NONE: NamedSource = {
  key: 'tickets',
  name: said`Ticket trackers`,
  off: said`None is asked. Switch one on: stint config set tickets.linear true, tickets.jira.site or tickets.github.`,
};

const sourceOf = ({ from }: TicketFacts): string => (from === 'file' ? 'files' : from);
