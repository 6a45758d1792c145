import type { AgentRun } from '../../evidence/agent.ts';
import type { AgentTrace, TraceRules } from '../../evidence/agent-trace.ts';
import { endedBySilence, runOfTrace } from '../../evidence/agent-trace.ts';
import type { World } from '../../ports/world.ts';
import { earliest, instant, latest } from '../../values/instant.ts';
import type { Interval } from '../../values/interval.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { dayOf } from '../../values/local-day.ts';
import type { Person } from '../person.ts';

/** What the person's settings say about runs. */
export const traceRulesOf = (person: Person): TraceRules => ({
  user: person.user,
  now: person.now,
  inactiveMs: person.settings['agent.inactiveMinutes'] * 60_000,
});

/** Who is at it, for each data folder: what is known of a run is read before it is written, so one after another. */
const turns = new WeakMap<World['stores']['agents'], Promise<unknown>>();

function inTurn<T>(world: World, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(world.stores.agents) ?? Promise.resolve()).then(work);
  turns.set(
    world.stores.agents,
    turn.catch(() => undefined),
  );
  return turn;
}

/**
 * Keeps what traces tell of runs, joined with what was known of them.
 * @returns the local days on which something changed.
 */
export const keepTraces = (
  world: World,
  person: Person,
  traces: readonly AgentTrace[],
): Promise<LocalDay[]> => inTurn(world, () => joinTraces(world, person, traces));

async function joinTraces(world: World, person: Person, traces: readonly AgentTrace[]): Promise<LocalDay[]> {
  const rules = traceRulesOf(person);
  const reach = reachOf(traces, rules.inactiveMs);
  if (reach === null) return [];
  const known = new Map(
    (await world.stores.agents.runs(person.user, reach)).map((run) => [nameOf(run), run]),
  );
  const runs = traces.flatMap((trace) => {
    const before = known.get(nameOf(trace)) ?? null;
    const run = runOfTrace(trace, before, rules);
    return run === null || (before !== null && isSame(before, run)) ? [] : [run];
  });
  if (runs.length === 0) return [];
  await world.stores.agents.putRuns(runs);
  return daysOf(runs, person);
}

/**
 * Ends the runs that nothing more came of.
 * @param working ids of those whose last word was that they were in the middle of something.
 */
export const endSilentRuns = (
  world: World,
  person: Person,
  agent: string,
  working: ReadonlySet<string>,
): Promise<LocalDay[]> => inTurn(world, () => endSilent(world, person, agent, working));

async function endSilent(
  world: World,
  person: Person,
  agent: string,
  working: ReadonlySet<string>,
): Promise<LocalDay[]> {
  const rules = traceRulesOf(person);
  const open = (await world.stores.agents.openRuns(person.user)).filter((run) => run.agent === agent);
  const ended = open.flatMap((run) => endedBySilence(run, working.has(run.id), rules) ?? []);
  if (ended.length > 0) await world.stores.agents.putRuns(ended);
  return daysOf(ended, person);
}

const nameOf = (run: { readonly agent: string; readonly id: string }): string => `${run.agent} ${run.id}`;

/** Where known runs may lie that these traces go on with. A moment more on each side: an interval's end is outside. */
function reachOf(traces: readonly AgentTrace[], inactiveMs: number): Interval | null {
  const [first, ...others] = traces.flatMap((trace) => trace.signs);
  if (first === undefined) return null;
  const margin = inactiveMs + 1;
  return {
    start: instant(earliest(first.start, ...others.map((sign) => sign.start)) - margin),
    end: instant(latest(first.end, ...others.map((sign) => sign.end)) + margin),
  };
}

const isSame = (a: AgentRun, b: AgentRun): boolean =>
  a.startedAt === b.startedAt &&
  a.aliveAt === b.aliveAt &&
  a.ended === b.ended &&
  a.cwd === b.cwd &&
  a.branch === b.branch &&
  a.title === b.title &&
  JSON.stringify(a.active) === JSON.stringify(b.active);

/** The days runs reach over; one that went on for weeks is looked at where it was active. */
function daysOf(runs: readonly AgentRun[], { zone }: Person): LocalDay[] {
  const moments = runs.flatMap((run) => [
    run.startedAt,
    run.aliveAt,
    ...run.active.flatMap((span) => [span.start, instant(span.end - 1)]),
  ]);
  return [...new Set(moments.map((at) => dayOf(at, zone)))];
}
