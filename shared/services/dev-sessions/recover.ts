import type { DevSession } from '../../evidence/dev-session.ts';
import { LONGEST_RECOVERED_MS } from '../../evidence/recovery.ts';
import type { World } from '../../ports/world.ts';
import type { Instant } from '../../values/instant.ts';
import { earliest, latest, plusMs } from '../../values/instant.ts';
import type { Person } from '../person.ts';

/**
 * After a crash, or a night in which nobody watched: a session that was active is paused at its last sign of life, so
 * that nothing counts which nobody saw; the person, or an agent, resumes or completes it. It is not completed by itself:
 * the work may go on, and its diff is of the end, not of the crash. No stretch that is recovered exceeds 8 h.
 */
export async function recoverDevSessions(world: World, person: Person, crashed: boolean): Promise<void> {
  const heartbeatMs = person.settings['presence.heartbeatSeconds'] * 1000;
  for (const session of await world.stores.devSessions.open(person.user)) {
    const pausedAt = lastSeen(session, person, heartbeatMs, crashed);
    if (pausedAt === null) continue;
    const after: DevSession = {
      ...session,
      status: 'paused',
      pausedAt,
      recovered: true,
      updatedAt: person.now,
      revision: session.revision + 1,
    };
    await world.stores.ledger.commit({
      actor: 'stint',
      operation: 'devSession.recover',
      why: 'paused at its last sign of life',
      changes: [{ noun: 'devSession', before: session, after }],
    });
    world.log.info('devSession.recovered');
  }
}

/** When it was last alive; null where it may go on. */
function lastSeen(
  { status, startedAt, pauses, aliveAt }: DevSession,
  { now }: Person,
  heartbeatMs: number,
  crashed: boolean,
): Instant | null {
  if (status !== 'active') return null;
  const begun = pauses.at(-1)?.end ?? startedAt;
  const seen = latest(begun, aliveAt ?? begun);
  if (Math.abs(now - seen) <= 2 * heartbeatMs) return null;
  // Started where no host ran: nobody watched it, and nothing broke.
  if (!crashed && seen === begun && now - begun <= LONGEST_RECOVERED_MS) return null;
  return latest(begun, earliest(seen, plusMs(begun, LONGEST_RECOVERED_MS), now));
}
