import type { AgentRun } from '../../evidence/agent.ts';
import { ticketsOf } from '../../evidence/dev-attention.ts';
import { isBelow } from '../../evidence/dev-runs.ts';
import type { DevSession } from '../../evidence/dev-session.ts';
import type { World } from '../../ports/world.ts';
import { ticketOfRun } from '../../proposals/agent-lane.ts';
import { plusMs } from '../../values/instant.ts';
import type { Person } from '../person.ts';
import { personOf } from '../person.ts';
import { completeDevSession } from './complete.ts';
import { startDevSession } from './start.ts';
import { changeDevSession } from './write.ts';

/** Runs that ended longer ago than this were seen to, in ms. */
const LATELY_MS = 3_600_000;

/**
 * Lets development sessions follow the runs of agents, where the person wants that (setting `dev.agents`): a run that
 * begins joins the open session of its ticket or repository; with `begin` it starts one of its own where there is none,
 * which is completed when the run ends. A session the person started is never ended by an agent.
 */
export async function followAgents(world: World): Promise<void> {
  const person = personOf(world);
  const wish = person.settings['dev.agents'];
  if (wish === 'off') return;
  const { now, user } = person;
  const lately = { start: plusMs(now, -LATELY_MS), end: plusMs(now, 1) };
  const runs = await world.stores.agents.runs(user, lately);
  const seen = await world.stores.devSessions.overlapping(user, lately);
  const owners = new Map(
    seen.flatMap((session) => session.runs.map((run) => [nameOf(run.agent, run.run), session])),
  );
  for (const run of runs) {
    const owner = owners.get(nameOf(run.agent, run.id));
    if (owner !== undefined) {
      if (run.ended !== null && isOwn(owner, run)) await completeDevSession(world, { id: owner.id });
      continue;
    }
    if (run.ended !== null) continue;
    const joined = await join(world, person, run);
    if (!joined && wish === 'begin') await begin(world, run);
  }
}

const nameOf = (agent: string, run: string): string => `${agent} ${run}`;

/** A session that the run itself started, and nobody else works in. */
const isOwn = ({ status, createdBy, runs }: DevSession, run: AgentRun): boolean =>
  (status === 'active' || status === 'paused') && createdBy === run.agent && runs.length === 1;

async function join(world: World, person: Person, run: AgentRun): Promise<boolean> {
  const ticket = ticketOfRun(run, person.rules.ticketPrefixes);
  const open = (await world.stores.devSessions.open(person.user)).filter(
    // Agents side by side: each session that an agent started is its own.
    ({ status, createdBy, startedAt }) =>
      status === 'active' && createdBy !== run.agent && startedAt <= run.aliveAt,
  );
  const found =
    (ticket === null ? undefined : open.find((session) => ticketsOf(session).has(ticket))) ??
    open.find(({ repository }) => repository !== null && isBelow(run.cwd, repository));
  if (found === undefined) return false;
  await changeDevSession(world, person, found.id, 'devSession.join', ({ runs }) => ({
    runs: [...runs, { agent: run.agent, run: run.id }],
  }));
  return true;
}

async function begin(world: World, run: AgentRun): Promise<void> {
  const folder = run.cwd?.split(/[\\/]/).findLast((part) => part !== '');
  const title = run.title || [folder, run.branch].filter(Boolean).join(' · ') || run.agent;
  await startDevSession(world, {
    title,
    createdBy: run.agent,
    run: `${run.agent}:${run.id}`,
    ...(run.cwd === null ? {} : { folder: run.cwd }),
  });
}
