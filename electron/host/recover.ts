import { closeOpen } from '#shared/evidence/heartbeat.ts';
import { LONGEST_RECOVERED_MS, recoverPresence, recoverSession } from '#shared/evidence/recovery.ts';
import type { PresenceSpan } from '#shared/evidence/presence.ts';
import type { Session } from '#shared/evidence/session.ts';
import type { World } from '#shared/ports/world.ts';
import type { Person } from '#shared/services/person.ts';
import { personOf } from '#shared/services/person.ts';
import type { Instant } from '#shared/values/instant.ts';
import { latest } from '#shared/values/instant.ts';
import { splitAtMidnight } from '#shared/values/local-day.ts';

/** What is known of the last host when a data folder is opened. */
export interface LastStop {
  /** It left its record behind: a crash, a power cut, `kill -9`. */
  readonly crashed: boolean;
  /** Another host begins now; else a single command looks in. */
  readonly hosting: boolean;
}

/**
 * Mends what the last host left open (design §2 "Presence"): presence and sessions end at their last heartbeat.
 * A session that was started where no host ran (`stint start` alone) had nobody to keep its heartbeat: unless there was
 * a crash it goes on, as long as it could still be recovered in full.
 */
export async function recoverOnStart(world: World, stop: LastStop): Promise<void> {
  const person = personOf(world);
  const open = await world.stores.evidence.openPresence(person.user);
  await endPresence(world, person, open, stop);
  for (const session of await world.stores.sessions.open(person.user)) {
    const recovered = ofSession(session, open, person, stop);
    if (recovered !== null) await endSession(world, person, session, recovered);
  }
  if ((await world.stores.devSessions.open(person.user)).length > 0) {
    const { recoverDevSessions } = await import('#shared/services/dev-sessions/recover.ts');
    await recoverDevSessions(world, person, stop.crashed);
  }
}

async function endPresence(
  world: World,
  person: Person,
  open: PresenceSpan | null,
  stop: LastStop,
): Promise<void> {
  // A fresh span runs on under the next host; a command has no heartbeat to go on with.
  const ended = stop.hosting
    ? recoverPresence(open, person.now, heartbeatMs(person))
    : closeOpen(open, person.now);
  if (ended !== null) await world.stores.evidence.putPresence(ended);
}

function ofSession(
  session: Session,
  open: PresenceSpan | null,
  person: Person,
  stop: LastStop,
): Session | null {
  // What starting or resuming wrote is no heartbeat of a host.
  const begun = session.pauses.at(-1)?.end ?? session.startedAt;
  const beaten = session.aliveAt !== null && session.aliveAt > begun ? session.aliveAt : null;
  const wasUnwatched = !stop.crashed && beaten === null && session.aliveAt !== null;
  if (wasUnwatched && person.now - session.startedAt <= LONGEST_RECOVERED_MS) return null;
  return recoverSession(session, later(beaten, open?.end ?? null), person.now, heartbeatMs(person));
}

async function endSession(world: World, person: Person, session: Session, recovered: Session): Promise<void> {
  await world.stores.ledger.commit({
    actor: 'stint',
    operation: 'session.recover',
    why:
      recovered.recoverySource === 'heartbeat'
        ? 'ended at its last heartbeat'
        : 'ended at an estimate: no heartbeat was known',
    changes: [{ noun: 'session', before: session, after: recovered }],
  });
  world.log.info('session.recovered', { source: recovered.recoverySource });
  const interval = { start: recovered.startedAt, end: recovered.endedAt ?? recovered.startedAt };
  // Loaded here: there is seldom anything to mend, and the way to the tray has no time for it.
  const { proposeDay } = await import('#shared/services/derive-day.ts');
  for (const { day } of splitAtMidnight(interval, person.zone)) await proposeDay(world, person, day);
}

const heartbeatMs = (person: Person): number => person.settings['presence.heartbeatSeconds'] * 1000;

const later = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null || b === null ? (a ?? b) : latest(a, b);
