import type { Instant } from '../values/instant.ts';
import { earliest, latest, plusMs } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import { isEmpty } from '../values/interval.ts';
import type { AgentRun } from './agent.ts';

/** What one reading of a source tells of a run: a few hooks, a piece of a transcript. Any agent's log is read into these. */
export interface AgentTrace {
  readonly agent: string;
  readonly id: string;
  /** Signs of life; a moment has no length. In any order, and they may overlap. */
  readonly signs: readonly Interval[];
  /** What the last of them said: its turn was over, it waits for one, or was in the middle of one; null: it does not tell. */
  readonly last: 'stopped' | 'waiting' | 'working' | null;
  readonly cwd: string | null;
  readonly branch: string | null;
  /** Empty unless the person lets titles be kept. */
  readonly title: string;
}

/** What making runs of traces depends on. */
export interface TraceRules {
  readonly user: string;
  readonly now: Instant;
  /** Signs no further apart than this are one stretch; longer silence is the end (setting `agent.inactiveMinutes`). */
  readonly inactiveMs: number;
}

/** Programs that tell of one run are started one after another and end in any order: so much later is still the same moment. */
export const STRAGGLE_MS = 2_000;

/** Clocks of containers and of other machines differ a little; what lies further ahead has not happened. */
const AHEAD_MS = 60_000;

/**
 * The run after a trace of it was read. A run reaches from its first sign of life to its last, and ended there: by its
 * own word, or because nothing more came (a crash sends nothing: it is known only by the silence after it).
 * @param known what was known of it, or null.
 * @returns null when the trace tells nothing: it has no sign of life that can have happened.
 */
export function runOfTrace(trace: AgentTrace, known: AgentRun | null, rules: TraceRules): AgentRun | null {
  const horizon = plusMs(rules.now, AHEAD_MS);
  const signs = trace.signs
    .filter((sign) => sign.start <= horizon && sign.end >= sign.start)
    .map((sign) => ({ start: sign.start, end: earliest(sign.end, horizon) }));
  const [first, ...others] = signs;
  if (first === undefined)
    return known !== null && trace.title !== '' ? { ...known, title: trace.title } : null;
  const seenFrom = earliest(first.start, ...others.map((sign) => sign.start));
  const seenTo = latest(first.end, ...others.map((sign) => sign.end));
  const run: AgentRun = {
    user: rules.user,
    agent: trace.agent,
    id: trace.id,
    startedAt: known === null ? seenFrom : earliest(known.startedAt, seenFrom),
    aliveAt: known === null ? seenTo : latest(known.aliveAt, seenTo),
    ended: endOf(trace, seenTo, known, rules),
    cwd: trace.cwd ?? known?.cwd ?? null,
    branch: trace.branch ?? known?.branch ?? null,
    title: trace.title || (known?.title ?? ''),
    active: joinedSigns([...signs, ...signsOf(known)], rules.inactiveMs).filter((span) => !isEmpty(span)),
  };
  return endedBySilence(run, trace.last === 'working', rules) ?? run;
}

/**
 * The run as it stands when nothing more came of it for too long: ended at its last sign of life. Null: it has ended
 * already, or was heard of lately.
 * @param wasWorking its last word was that it was in the middle of something: it crashed, or was killed.
 */
export function endedBySilence(
  run: AgentRun,
  wasWorking: boolean,
  rules: Pick<TraceRules, 'now' | 'inactiveMs'>,
): AgentRun | null {
  if (run.ended !== null || rules.now - run.aliveAt <= rules.inactiveMs) return null;
  return { ...run, ended: wasWorking ? 'crashed' : 'inactive' };
}

/** Signs joined into stretches, sorted: those no further apart than `gapMs` are one. A lone moment keeps no length. */
export function joinedSigns(signs: readonly Interval[], gapMs: number): Interval[] {
  const joined: Interval[] = [];
  for (const sign of signs.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1);
    if (last !== undefined && sign.start - last.end <= gapMs) {
      if (sign.end > last.end) joined[joined.length - 1] = { start: last.start, end: sign.end };
    } else {
      joined.push({ start: sign.start, end: sign.end });
    }
  }
  return joined;
}

/** A run's own ends are signs too, also where no stretch has come of them yet. */
function signsOf(run: AgentRun | null): Interval[] {
  if (run === null) return [];
  const moment = (at: Instant): Interval => ({ start: at, end: at });
  return [moment(run.startedAt), ...run.active, moment(run.aliveAt)];
}

function endOf(
  trace: AgentTrace,
  seenTo: Instant,
  known: AgentRun | null,
  { inactiveMs }: TraceRules,
): AgentRun['ended'] {
  // A log that tells no ends still writes a line or two behind one that is known; which of them is read first is chance.
  const isBehind = (at: Instant, end: Instant, behindMs: number): boolean =>
    at >= end && at - end <= behindMs;
  if (known === null) return trace.last === 'stopped' ? 'stopped' : null;
  if (known.aliveAt > seenTo) {
    const isStop = trace.last === 'stopped' && isBehind(known.aliveAt, seenTo, inactiveMs);
    return isStop ? 'stopped' : known.ended;
  }
  if (trace.last === 'stopped') return 'stopped';
  if (known.ended !== 'stopped' || trace.last === 'waiting') return null;
  return isBehind(seenTo, known.aliveAt, trace.last === null ? inactiveMs : STRAGGLE_MS) ? 'stopped' : null;
}
