import type { Id } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import { contains } from '../values/interval.ts';
import type { AgentRun, AgentUse } from './agent.ts';
import { ticketOfBranch } from './commit-ticket.ts';
import { ticketsOf } from './dev-attention.ts';
import type { DevSession } from './dev-session.ts';
import { workedIntervals } from './session-time.ts';

/** Whether a run belongs to a session, the higher the surer; 0: it does not. */
function bond(
  run: AgentRun | undefined,
  name: string,
  session: DevSession,
  prefixes: readonly string[],
): number {
  if (session.runs.some((one) => nameOf(one.agent, one.run) === name)) return 4;
  if (run === undefined) return 0;
  const ticket = ticketOfBranch(run.branch, prefixes);
  if (ticket !== null && ticketsOf(session).has(ticket)) return 3;
  if (session.repository === null || !isBelow(run.cwd, session.repository)) return 0;
  return run.branch !== null && run.branch === session.branch ? 2 : 1;
}

const nameOf = (agent: string, run: string): string => `${agent} ${run}`;

/** A folder and what lies in it; both absolute, of either kind of system. */
export function isBelow(folder: string | null, root: string): boolean {
  if (folder === null) return false;
  const plain = (path: string): string => path.replaceAll('\\', '/').replace(/\/+$/, '');
  const [inner, outer] = [plain(folder), plain(root)];
  return inner === outer || inner.startsWith(`${outer}/`);
}

/** What agents did in each session. */
export interface SessionRuns {
  readonly uses: readonly AgentUse[];
  readonly active: readonly Interval[];
}

/**
 * Gives every answer of a model, and every stretch an agent worked, to at most one development session, so that no
 * token is paid twice. A run that was attached is its session's from start to end; any other is looked at moment by
 * moment among the sessions that are active: first those on the ticket its branch names, then those on its branch in
 * its repository, then those in its repository; among equals the one that was started last.
 */
export function runsOfSessions(
  sessions: readonly DevSession[],
  runs: readonly AgentRun[],
  uses: readonly AgentUse[],
  { prefixes, now }: { readonly prefixes: readonly string[]; readonly now: Instant },
): ReadonlyMap<Id, SessionRuns> {
  const open = sessions
    .filter((session) => session.status !== 'cancelled')
    .map((session) => ({
      session,
      whole: { start: session.startedAt, end: session.endedAt ?? now },
      spans: workedIntervals(session, now),
    }));
  const known = new Map(runs.map((run) => [nameOf(run.agent, run.id), run]));
  const bonds = new Map<string, { readonly one: (typeof open)[number]; readonly bond: number }[]>();
  const bondsOf = (agent: string, id: string) => {
    const name = nameOf(agent, id);
    const found =
      bonds.get(name) ??
      open
        .map((one) => ({ one, bond: bond(known.get(name), name, one.session, prefixes) }))
        .filter((pair) => pair.bond > 0)
        .toSorted((a, b) => b.bond - a.bond || b.one.session.startedAt - a.one.session.startedAt);
    bonds.set(name, found);
    return found;
  };
  const ownerAt = (agent: string, id: string, at: Instant): Id | null =>
    bondsOf(agent, id).find(({ one, bond: sure }) =>
      sure === 4 ? contains(one.whole, at) : one.spans.some((span) => contains(span, at)),
    )?.one.session.id ?? null;

  const found = new Map<Id, { uses: AgentUse[]; active: Interval[] }>(
    sessions.map(({ id }) => [id, { uses: [], active: [] }]),
  );
  for (const use of uses) {
    const owner = ownerAt(use.agent, use.run, use.at);
    if (owner !== null) found.get(owner)?.uses.push(use);
  }
  for (const run of runs) {
    for (const piece of piecesOf(run, bondsOf(run.agent, run.id))) {
      const owner = ownerAt(run.agent, run.id, piece.start);
      if (owner !== null) found.get(owner)?.active.push(piece);
    }
  }
  return found;
}

/** The stretches a run was active, cut where a session begins or ends that it may belong to. */
function piecesOf(
  run: AgentRun,
  bonds: readonly { readonly one: { readonly whole: Interval; readonly spans: readonly Interval[] } }[],
): Interval[] {
  const edges = bonds
    .flatMap(({ one }) => [one.whole, ...one.spans])
    .flatMap(({ start, end }) => [start, end])
    .toSorted((a, b) => a - b);
  return run.active.flatMap(({ start, end }) => {
    const marks = [start, ...edges.filter((at) => at > start && at < end), end];
    return marks.slice(1).map((to, at) => ({ start: marks[at]!, end: to }));
  });
}
