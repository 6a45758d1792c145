import type { PresenceSensor } from '#shared/ports/world.ts';
import type { Presence, PresenceNeeds } from './presence.ts';
export function sensedPresence(_needs: PresenceNeeds, _sensor: PresenceSensor): Presence { throw new Error('soon'); }
