import type { PresenceSensor } from '#shared/ports/world.ts';
import type { Presence, PresenceNeeds } from '../jobs/presence.ts';
import { sensedPresence } from '../jobs/presence-job.ts';
import { signsOfLife } from '../jobs/signs-of-life.ts';

/** Presence by the desktop's sensor, else by signs of life (design §2 "Presence": the app says which backend is live). */
export function presenceOf(needs: PresenceNeeds, sensor: PresenceSensor | null, hosting: boolean): Presence {
  return sensor === null ? signsOfLife(needs, hosting) : sensedPresence(needs, sensor);
}
