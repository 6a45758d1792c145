import { personOf } from '#shared/services/person.ts';
import type { Instant } from '#shared/values/instant.ts';
import type { PresenceNeeds } from './presence.ts';

/** Notes that open sessions were alive: after a crash they end there and not when somebody looks again. */
export async function keepSessionsAlive(
  needs: Pick<PresenceNeeds, 'clock' | 'settings' | 'machine' | 'stores'>,
  at: Instant,
): Promise<void> {
  for (const session of await needs.stores.sessions.open(personOf(needs).user)) {
    await needs.stores.evidence.sessionAlive(session.id, at);
  }
}
