import { personOf } from '#shared/services/person.ts';
import type { Instant } from '#shared/values/instant.ts';
import type { PresenceNeeds } from './presence.ts';

/** Notes that the running session was alive: after a crash it ends there and not when somebody looks again. */
export async function keepSessionsAlive(needs: Pick<PresenceNeeds, 'clock' | 'settings' | 'machine' | 'stores'>, at: Instant): Promise<void> {
  for (const session of await needs.stores.sessions.open(personOf(needs).user)) {
    if (session.status === 'active') await needs.stores.evidence.sessionAlive(session.id, at);
  }
}
