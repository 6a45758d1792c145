import type { SessionShape } from '../contract/shapes.ts';
import type { Session, SessionType } from '../evidence/session.ts';
import type { RowChange } from '../ports/changes.ts';
import type { World } from '../ports/world.ts';
import { afterEdit } from '../review/transitions.ts';
import { isId } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import type { LocalDay } from '../values/local-day.ts';
import { splitAtMidnight } from '../values/local-day.ts';
import { Problem } from '../values/problem.ts';
import { said } from '../values/said.ts';
import { recordOf } from './change-entry.ts';
import { proposeDay } from './derive-day.ts';
import type { Person } from './person.ts';
import { personOf } from './person.ts';
import { sessionShapeOf } from './shapes.ts';
import { openSession } from './session-status.ts';
import { readWhat } from './session-words.ts';

/** Starts a session; one that is open is stopped in the same step, so that no minute is lost or doubled. */
export async function startSession(
  world: World,
  input: { what?: string; type?: SessionType; project?: string },
): Promise<SessionShape> {
  const person = personOf(world);
  const open = await openSession(world, person);
  const about = await readWhat(world, person, input.what ?? '');
  const project = input.project ?? about.project;
  return begin(world, person, open, { ...about, project, type: input.type ?? 'feature' }, 'session.start');
}

/** Stops what runs; a stopped session is evidence and becomes an entry of its day. @throws Problem `refused`. */
export async function stopSession(world: World): Promise<SessionShape> {
  const person = personOf(world);
  const session = await requireOpen(world, person);
  const stopped = completed(session, person.now);
  await commit(world, person, 'session.stop', [
    { noun: 'session', before: session, after: stopped },
    ...(await reopenedDays(world, person, stopped)),
  ]);
  await proposeDaysOf(world, person, stopped);
  return sessionShapeOf(stopped, person.now);
}

/** Holds the running session. @throws Problem `refused` when none runs. */
export async function pauseSession(world: World): Promise<SessionShape> {
  const person = personOf(world);
  const session = await requireOpen(world, person);
  if (session.status === 'paused')
    throw new Problem(
      'refused',
      said`The session is paused already.`,
      said`Resume it with \`stint resume\`.`,
    );
  return change(world, person, session, 'session.pause', { status: 'paused', pausedAt: person.now });
}

/** Goes on with the paused session. @throws Problem `refused` when none is paused. */
export async function resumeSession(world: World): Promise<SessionShape> {
  const person = personOf(world);
  const session = await requireOpen(world, person);
  if (session.pausedAt === null)
    throw new Problem('refused', said`No session is paused.`, said`Stop the running one, or let it run.`);
  const pauses = [...session.pauses, { start: session.pausedAt, end: person.now }].filter(
    (p) => p.end > p.start,
  );
  return change(world, person, session, 'session.resume', {
    status: 'active',
    pausedAt: null,
    pauses,
    aliveAt: person.now,
  });
}

/** Starts again what was worked on last; a paused session is resumed. @throws Problem `refused` when there is nothing. */
export async function continueSession(world: World): Promise<SessionShape> {
  const person = personOf(world);
  const open = await openSession(world, person);
  if (open?.status === 'paused') return resumeSession(world);
  if (open)
    throw new Problem(
      'refused',
      said`A session runs already: ${open.title}.`,
      said`Stop it first, or start another one.`,
    );
  const last = (await world.stores.sessions.recent(person.user, 20)).find(
    (session) => session.status === 'completed',
  );
  if (!last)
    throw new Problem(
      'refused',
      said`There is no session to continue.`,
      said`Start one: \`stint start TB-042\`.`,
    );
  const { ticket, title, project, type } = last;
  return begin(world, person, null, { ticket, title, project, type }, 'session.continue');
}

/** Drops the running session: it stays in the list as cancelled and never counts. @throws Problem `refused`. */
export async function cancelSession(world: World): Promise<SessionShape> {
  const person = personOf(world);
  const session = await requireOpen(world, person);
  return change(world, person, session, 'session.cancel', {
    status: 'cancelled',
    endedAt: person.now,
    pausedAt: null,
  });
}

/** Sessions, newest first, a page at a time. @throws Problem `not-found` for a `before` that is none. */
export async function listSessions(
  world: World,
  input: { limit?: number | undefined; before?: string | undefined },
): Promise<SessionShape[]> {
  const person = personOf(world);
  const before = input.before === undefined ? undefined : await sessionNamed(world, person, input.before);
  const sessions = await world.stores.sessions.recent(person.user, input.limit ?? 50, before);
  return sessions.map((session) => sessionShapeOf(session, person.now));
}

/** One session by id, or by the end of its id. @throws Problem `not-found`. */
export async function showSession(world: World, input: { id: string }): Promise<SessionShape> {
  const person = personOf(world);
  return sessionShapeOf(await sessionNamed(world, person, input.id), person.now);
}

/** The end of an id is looked for among the newest. */
const MOST_BY_END = 1000;

async function sessionNamed(world: World, person: Person, text: string): Promise<Session> {
  const id = text.toLowerCase();
  const { sessions } = world.stores;
  const known = isId(id)
    ? [await sessions.get(id)].filter((session) => session?.user === person.user)
    : await sessions.recent(person.user, MOST_BY_END);
  const found = known.find((session) => session?.id.endsWith(id));
  if (found) return found;
  throw new Problem('not-found', said`There is no session ${text}.`, said`See \`stint session list\`.`);
}

async function begin(
  world: World,
  person: Person,
  open: Session | null,
  about: Pick<Session, 'ticket' | 'title' | 'project' | 'type'>,
  operation: string,
): Promise<SessionShape> {
  const session: Session = {
    ...about,
    id: world.ids.next(person.now),
    user: person.user,
    status: 'active',
    startedAt: person.now,
    endedAt: null,
    pauses: [],
    pausedAt: null,
    zone: person.zone,
    aliveAt: person.now,
    recovered: false,
    recoverySource: null,
    revision: 1,
  };
  const stopped = open && completed(open, person.now);
  await commit(world, person, operation, [
    ...(stopped ? [{ noun: 'session' as const, before: open, after: stopped }] : []),
    { noun: 'session', before: null, after: session },
    ...(stopped ? await reopenedDays(world, person, stopped) : []),
  ]);
  if (stopped) await proposeDaysOf(world, person, stopped);
  return sessionShapeOf(session, person.now);
}

function completed(session: Session, now: Instant): Session {
  // What was paused stays unworked: the session ends where the pause began.
  const endedAt = session.pausedAt ?? (now > session.startedAt ? now : session.startedAt);
  return { ...session, status: 'completed', endedAt, pausedAt: null, revision: session.revision + 1 };
}

async function change(
  world: World,
  person: Person,
  session: Session,
  operation: string,
  patch: Partial<Session>,
): Promise<SessionShape> {
  const after = { ...session, ...patch, revision: session.revision + 1 };
  await commit(world, person, operation, [{ noun: 'session', before: session, after }]);
  return sessionShapeOf(after, person.now);
}

async function commit(
  world: World,
  person: Person,
  operation: string,
  changes: readonly RowChange[],
): Promise<void> {
  await world.stores.ledger.commit({
    actor: person.user,
    operation,
    why: operation.replace('session.', ''),
    changes,
  });
  world.events.publish({ kind: 'session' });
}

async function requireOpen(world: World, person: Person): Promise<Session> {
  const session = await openSession(world, person);
  if (session) return session;
  throw new Problem('refused', said`No session is running.`, said`Start one: \`stint start TB-042\`.`);
}

function daysOf(session: Session, person: Person): LocalDay[] {
  const end = session.endedAt ?? person.now;
  return splitAtMidnight({ start: session.startedAt, end }, person.zone).map((piece) => piece.day);
}

/** A session that ends on a reviewed day is the person's own change to it: the day is a draft again. */
async function reopenedDays(world: World, person: Person, session: Session): Promise<RowChange[]> {
  const changes: RowChange[] = [];
  for (const date of daysOf(session, person)) {
    const record = await recordOf(world, person, date);
    const reopened = record?.status === 'reviewed' ? afterEdit(record) : null;
    if (reopened) changes.push({ noun: 'day', before: record, after: reopened });
  }
  return changes;
}

async function proposeDaysOf(world: World, person: Person, session: Session): Promise<void> {
  for (const date of daysOf(session, person)) {
    await proposeDay(world, person, date);
    world.events.publish({ kind: 'day', date });
  }
}
