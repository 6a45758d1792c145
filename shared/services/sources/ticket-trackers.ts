import type { World } from '../../ports/world.ts';
import type { Settings } from '../../settings/catalogue.ts';
import type { TrackerId } from '../../sources/tickets/tracker.ts';
import { TRACKER_NAMES } from '../../sources/tickets/tracker.ts';
import type { TicketId } from '../../values/ticket-id.ts';
import { prefixOf } from '../../values/ticket-id.ts';
import { said } from '../../values/said.ts';

// Which trackers there are for whom. Light: it is loaded with every day that is shown, what asks them is not.

/** The name of a tracker's secret, and with it of its variable (`STINT_LINEAR_TOKEN`). */
export const trackerToken = (id: TrackerId): string => `${id}.token`;

/** The key of a tracker among the sources. */
export const trackerKey = (id: TrackerId): string => `tickets:${id}`;
export const FILES_KEY = 'tickets:files';

/** Is it switched on? */
export function isTrackerOn(id: TrackerId, settings: Settings): boolean {
  if (id === 'linear') return settings['tickets.linear'];
  if (id === 'jira') return settings['tickets.jira.site'] !== '';
  return Object.keys(settings['tickets.github']).length > 0;
}

/**
 * Who may know a ticket, in the order they are asked. A prefix that stands for a GitHub repository is GitHub's alone;
 * what else there is, is asked for every other one.
 */
export function trackersOf(ticket: TicketId, settings: Settings): readonly TrackerId[] {
  if (Object.hasOwn(settings['tickets.github'], prefixOf(ticket))) return ['github'];
  return (['linear', 'jira'] as const).filter((id) => isTrackerOn(id, settings));
}

/** What is missing before a tracker can be asked, in one sentence; null: nothing. Reads no secret. */
export function missingAccess(id: TrackerId, world: Pick<World, 'settings' | 'secrets'>): string | null {
  const settings = world.settings.get();
  if (id === 'jira' && settings['tickets.jira.email'] === '') {
    return said`It is not known whom you log in to Jira as. Set it: stint config set tickets.jira.email max@example.com`;
  }
  // Public repositories answer everybody, if only 60 times an hour.
  if (id === 'github' || world.secrets.whence(trackerToken(id)) !== null) return null;
  return said`There is no token for ${TRACKER_NAMES[id]}. Give one: stint secret set ${trackerToken(id)}`;
}

/** The repository that stands for a ticket's prefix; '' where none does. */
export function repositoryOf(ticket: TicketId, settings: Settings): string {
  const repositories = settings['tickets.github'];
  const prefix = prefixOf(ticket);
  return Object.hasOwn(repositories, prefix) ? repositories[prefix]! : '';
}
