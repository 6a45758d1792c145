import { personOf } from '#shared/services/person.ts';
import type { Instant } from '#shared/values/instant.ts';
import type { PresenceNeeds } from './presence.ts';

/** Notes that open sessions were alive: after a crash they end there and not when somebody looks again. */
export async function keepSessionsAlive(
  needs: Pick<PresenceNeeds, 'clock' | 'settings' | 'machine' | 'stores'>,
  at: Instant,
): Promise<void> {
  const { user } = personOf(needs);
  for (const session of await needs.stores.sessions.open(user)) {
    await needs.stores.evidence.sessionAlive(session.id, at);
  }
  // However many agents work side by side, that is one statement.
  await needs.stores.devSessions.alive(user, at);
}
