import type { World } from '../../ports/world.ts';
import type { Settings } from '../../settings/catalogue.ts';
import { github } from '../../sources/tickets/github.ts';
import { jira } from '../../sources/tickets/jira.ts';
import { linear } from '../../sources/tickets/linear.ts';
import type { Tracker, TrackerAccess, TrackerId } from '../../sources/tickets/tracker.ts';
import { TRACKER_NAMES } from '../../sources/tickets/tracker.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import { missingAccess, trackerToken } from './ticket-trackers.ts';

/** Every tracker Stint can ask. */
export const TRACKERS: Readonly<Record<TrackerId, Tracker>> = { linear, jira, github };

/** How a tracker is reached, whatever the ticket. @throws Problem `unauthorised` when something is missing or cannot be read. */
export async function accessOf(
  id: TrackerId,
  world: Pick<World, 'settings' | 'secrets'>,
): Promise<Omit<TrackerAccess, 'repository'>> {
  const missing = missingAccess(id, world);
  if (missing !== null)
    throw new Problem('unauthorised', said`${TRACKER_NAMES[id]} cannot be asked.`, missing);
  const settings = world.settings.get();
  return {
    base: (addressOf(id, settings) || TRACKERS[id].usualBase).replace(/\/+$/, ''),
    token: await world.secrets.get(trackerToken(id)),
    email: settings['tickets.jira.email'],
  };
}

function addressOf(id: TrackerId, settings: Settings): string {
  if (id === 'linear') return settings['tickets.linearUrl'];
  return id === 'jira' ? settings['tickets.jira.site'] : settings['tickets.githubUrl'];
}
