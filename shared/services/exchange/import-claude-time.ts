import type { Session } from '../../evidence/session.ts';
import type { ClaudeTimeSession } from '../../formats/claude-time/sessions.ts';
import { readClaudeSessions, readStaleSession } from '../../formats/claude-time/sessions.ts';
import type { World } from '../../ports/world.ts';
import { projectOfTicket } from '../../proposals/piece.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { splitAtMidnight } from '../../values/local-day.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import { importProjects } from '../connections/import-projects.ts';
import { proposeFound } from '../derive-day.ts';
import type { Person } from '../person.ts';
import { personOf } from '../person.ts';

interface Imported {
  sessions: number;
  known: number;
  projects: number;
  days: string[];
  skipped: string[];
}

/** A project's file holds a line a session; ten years of them are less. */
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * Takes in `~/.claude-time` (document 1): sessions become sessions, one that a crash left open ends at its last
 * heartbeat and says that it was recovered, and projects, services and budgets of the mapping are taken over.
 * A session that is there already, by its start and project, is left as it is.
 * @throws Problem `not-found` when the folder holds nothing of claude-time.
 */
export async function importClaudeTime(world: World, input: { path: string }): Promise<Imported> {
  const person = personOf(world);
  const path = world.machine.absolutePath(input.path);
  const found = await readFolder(world, person, path);
  const projects = await projectsAt(world, path, found.skipped);
  if (found.sessions.length === 0 && projects === null)
    throw new Problem(
      'not-found',
      said`There is nothing of claude-time at ${path}.`,
      said`Name the folder with \`sessions\` and \`project-mapping.json\` in it. Nothing was changed.`,
    );
  const fresh = await whatIsNew(world, person, found.sessions);
  if (fresh.length > 0)
    await world.stores.ledger.commit({
      actor: person.user,
      operation: 'import.claude-time',
      why: said`imported from claude-time`,
      changes: fresh.map((session) => ({ noun: 'session', before: null, after: session })),
    });
  const days = [...new Set(fresh.flatMap((session) => daysOf(session)))].toSorted();
  await proposeFound(world, person, days);
  if (fresh.length > 0) world.events.publish({ kind: 'session' });
  return {
    sessions: fresh.length,
    known: found.sessions.length - fresh.length,
    projects: projects ?? 0,
    days,
    skipped: found.skipped,
  };
}

async function readFolder(world: World, person: Person, path: string) {
  const sessions: ClaudeTimeSession[] = [];
  const skipped: string[] = [];
  const folder = (await world.files.folders(path)).find(({ name }) => name === 'sessions');
  const files = folder === undefined ? [] : await world.files.list(folder.path);
  for (const file of files.filter(({ name }) => name.endsWith('.json'))) {
    try {
      const text = await world.files.read(file.path, MOST_BYTES);
      const read = readClaudeSessions(text, file.name, person.zone);
      sessions.push(...read.sessions);
      skipped.push(...read.skipped.map(({ place, reason }) => `${place}: ${reason}`));
    } catch (error) {
      // One broken file must not hold up the others.
      if (!(error instanceof Problem)) throw error;
      skipped.push(error.message);
    }
  }
  const stale = await staleAt(world, path);
  if (stale !== null) sessions.push(stale);
  const own = sessions.filter((session) => isOwn(session, person));
  if (own.length < sessions.length)
    skipped.push(said`${sessions.length - own.length} sessions are of somebody else`);
  return { sessions: own, skipped };
}

/** Colleagues' sessions are their own. Where no address is known, all are taken for the person's. */
function isOwn({ developer }: ClaudeTimeSession, { user, settings }: Person): boolean {
  const emails = settings['identity.emails'];
  if (developer === null || emails.length === 0) return true;
  return [user, ...emails].some((name) => name.toLowerCase() === developer.toLowerCase());
}

async function staleAt(world: World, path: string): Promise<ClaudeTimeSession | null> {
  const there = await world.files.list(path);
  const texts = new Map<string, string>();
  for (const { path: at, name } of there.filter(({ name }) =>
    /^(current-session|heartbeat-.+)\.txt$/.test(name),
  ))
    texts.set(name, await world.files.read(at, 4096));
  const current = texts.get('current-session.txt');
  return current === undefined
    ? null
    : readStaleSession(current, (project) => texts.get(`heartbeat-${project}.txt`) ?? null);
}

async function projectsAt(world: World, path: string, skipped: string[]): Promise<number | null> {
  try {
    const read = await importProjects(world, { path });
    skipped.push(...read.skipped);
    return read.projects.length;
  } catch (error) {
    if (error instanceof Problem && error.code === 'not-found') return null;
    throw error;
  }
}

async function whatIsNew(
  world: World,
  person: Person,
  sessions: readonly ClaudeTimeSession[],
): Promise<Session[]> {
  const fresh = new Map<string, Session>();
  for (const told of sessions) {
    const between = { start: told.startedAt, end: told.endedAt };
    const there = await world.stores.sessions.overlapping(person.user, between);
    const key = `${told.startedAt} ${told.project}`;
    if (!there.some((session) => session.startedAt === told.startedAt))
      fresh.set(key, sessionOf(world, person, told));
  }
  return [...fresh.values()];
}

function sessionOf(world: World, person: Person, told: ClaudeTimeSession): Session {
  return {
    id: world.ids.next(person.now),
    user: person.user,
    title: told.title,
    ticket: told.ticket,
    project:
      told.ticket === null ? told.project : (projectOfTicket(told.ticket, person.rules) ?? told.project),
    type: 'feature',
    status: 'completed',
    startedAt: told.startedAt,
    endedAt: told.endedAt,
    pauses: [],
    pausedAt: null,
    zone: person.zone,
    aliveAt: told.endedAt,
    recovered: told.recoverySource !== null,
    recoverySource: told.recoverySource,
    revision: 1,
  };
}

const daysOf = ({ startedAt, endedAt, zone }: Session): LocalDay[] =>
  splitAtMidnight({ start: startedAt, end: endedAt! }, zone).map(({ day }) => day);
