import { withoutStretches } from '../../evidence/left-out.ts';
import type { Session } from '../../evidence/session.ts';
import { workedIntervals } from '../../evidence/session-time.ts';
import type { RowChange } from '../../ports/changes.ts';
import { LEAVE_OUT } from '../../ports/store-rules.ts';
import type { World } from '../../ports/world.ts';
import { afterEdit, assertEditable } from '../../review/transitions.ts';
import type { Interval } from '../../values/interval.ts';
import { clip } from '../../values/interval.ts';
import { splitAtMidnight } from '../../values/local-day.ts';
import { recordOf } from '../change-entry.ts';
import { proposeDay } from '../derive-day.ts';
import type { Person } from '../person.ts';

/** Belongs to an answer that took time out of sessions, and holds only as long as none of them counts it again. */
export const OUT_OF_SESSIONS = 'out-of-sessions';

/** Sessions that count some of this time. */
export async function sessionsDuring(world: World, person: Person, span: Interval): Promise<Session[]> {
  const sessions = await world.stores.sessions.overlapping(person.user, span);
  return sessions.filter((session) => clip(workedIntervals(session, person.now), [span]).length > 0);
}

/** A stretch becomes a pause of the sessions that counted it: they stay as they are before and after it. */
export const leftOutOf = (sessions: readonly Session[], span: Interval, { now }: Person): RowChange[] =>
  sessions.map((session) => ({
    noun: 'session',
    before: session,
    after: { ...withoutStretches(session, [span], now), revision: session.revision + 1 },
  }));

/**
 * Leaves a stretch out of the sessions that counted it. A reviewed day becomes a draft again. Undo gives the stretch back to them. @throws Problem `refused` on a submitted day; nothing changes then.
 */
export async function leaveOutOfSessions(
  world: World,
  person: Person,
  sessions: readonly Session[],
  span: Interval,
): Promise<void> {
  if (sessions.length === 0) return;
  const days = splitAtMidnight(span, person.zone).map(({ day }) => day);
  const changes = leftOutOf(sessions, span, person);
  for (const day of days) {
    const record = await recordOf(world, person, day);
    assertEditable(record);
    const reopened = afterEdit(record);
    if (reopened) changes.push({ noun: 'day', before: record, after: reopened });
  }
  await world.stores.ledger.commit({
    actor: person.user,
    operation: LEAVE_OUT,
    why: 'nobody was there',
    changes,
  });
  world.events.publish({ kind: 'session' });
  for (const day of days) {
    await proposeDay(world, person, day);
    world.events.publish({ kind: 'day', date: day });
  }
}
