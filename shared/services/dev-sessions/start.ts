import type { DevSessionShape } from '../../contract/dev-session-shapes.ts';
import { ticketOfBranch } from '../../evidence/commit-ticket.ts';
import type { Activity, Complexity, DevSession } from '../../evidence/dev-session.ts';
import type { SessionType } from '../../evidence/session.ts';
import type { GitPlace } from '../../ports/session-git.ts';
import type { World } from '../../ports/world.ts';
import type { Id } from '../../values/ids.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import { projectOf, readTicket } from '../change-entry.ts';
import type { Person } from '../person.ts';
import { personOf } from '../person.ts';
import { readWhat } from '../session-words.ts';
import { devSessionShape } from './shape.ts';
import { startTimer } from './timer.ts';
import { addDevSession } from './write.ts';

export interface NewDevSession {
  readonly title: string;
  readonly type?: SessionType | undefined;
  readonly ticket?: string | undefined;
  readonly project?: string | undefined;
  readonly board?: string | undefined;
  readonly folder?: string | undefined;
  readonly complexity?: Complexity | undefined;
  readonly timer?: boolean | undefined;
  readonly createdBy?: string | undefined;
  readonly run?: string | undefined;
}

/**
 * Starts a development session where a work tree stands now; others go on. Its ticket is the one that is given, else the
 * one the title begins with, else the one the branch names; its project the ticket's, else the folder's.
 * @throws Problem `usage` for what is no ticket or run.
 */
export async function startDevSession(world: World, input: NewDevSession): Promise<DevSessionShape> {
  const person = personOf(world);
  const run = readRun(input.run);
  const given = input.ticket === undefined ? null : readTicket(input.ticket);
  const about = await readWhat(world, person, input.title);
  const { place, problem } = await standAt(world, input.folder);
  const ticket = given ?? about.ticket ?? ticketOfBranch(place?.branch ?? null, person.rules.ticketPrefixes);
  const folder = place?.repository.split(/[\\/]/).findLast((part) => part !== '') ?? null;
  const timer = input.timer === true ? await startTimer(world, ticket, about.title, input.type) : null;
  const session: DevSession = {
    ...blank(person, world.ids.next(person.now)),
    createdBy: input.createdBy ?? person.user,
    title: about.title,
    type: input.type ?? 'feature',
    ticket,
    project: input.project ?? projectOf(ticket, person) ?? about.project ?? folder,
    board: input.board ?? null,
    timer,
    repository: place?.repository ?? null,
    branch: place?.branch ?? null,
    startCommit: place?.commit ?? null,
    runs: run === null ? [] : [run],
    complexity: input.complexity ?? 'simple',
    activities: problem === null ? [] : [{ at: person.now, text: problem } satisfies Activity],
  };
  await addDevSession(world, person, session);
  return devSessionShape(world, person, session);
}

const blank = (person: Person, id: Id): DevSession => ({
  id,
  user: person.user,
  createdBy: person.user,
  title: '',
  type: 'feature',
  status: 'active',
  ticket: null,
  project: null,
  board: null,
  startedAt: person.now,
  endedAt: null,
  pauses: [],
  pausedAt: null,
  zone: person.zone,
  aliveAt: person.now,
  recovered: false,
  timer: null,
  repository: null,
  branch: null,
  startCommit: null,
  links: [],
  runs: [],
  uses: [],
  images: 0,
  searches: 0,
  complexity: 'simple',
  summary: null,
  keyChanges: [],
  nextSteps: [],
  activities: [],
  outcome: null,
  updatedAt: person.now,
  revision: 1,
});

/** Where the work tree stands. A session begins also where git cannot be read; what is wrong with it is noted. */
async function standAt(
  world: World,
  folder: string | undefined,
): Promise<{ readonly place: GitPlace | null; readonly problem: string | null }> {
  if (folder === undefined) return { place: null, problem: null };
  try {
    return { place: await world.sessionGit.stand(world.machine.absolutePath(folder)), problem: null };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { place: null, problem: error.message };
  }
}

/** `agent:id`. @throws Problem `usage`. */
export function readRun(text: string | undefined): DevSession['runs'][number] | null {
  if (text === undefined) return null;
  const [, agent, run] = /^([\w.-]+):(\S+)$/.exec(text) ?? [];
  if (agent !== undefined && run !== undefined) return { agent, run };
  throw new Problem(
    'usage',
    said`"${text}" is no run of an agent.`,
    said`Give the agent and its id of the run, such as claude-code:1b2c3d4e.`,
  );
}
