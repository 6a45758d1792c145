import type { AgentTrace } from '../../evidence/agent-trace.ts';
import { STRAGGLE_MS } from '../../evidence/agent-trace.ts';
import type { Interval } from '../../values/interval.ts';
import { plusMs } from '../../values/instant.ts';
import type { HookSign } from './hook-sign.ts';

export const CLAUDE_CODE = 'claude-code';

/** Said while nobody works: a reminder that it waits, a file somebody saved, settings that were changed. */
const NO_WORK = new Set([
  'Notification',
  'FileChanged',
  'ConfigChange',
  'InstructionsLoaded',
  'TeammateIdle',
]);
/** The turn is over; what comes next begins another. */
const STOPS = new Set(['Stop', 'StopFailure', 'SessionEnd']);
/** A session that has started waits for its first prompt: silence after it is no crash. */
const WAITS = new Set(['SessionStart', 'Setup']);

/**
 * What hooks tell, a trace for each session. `Stop` and `SessionEnd` end it, whatever comes later opens it again
 * (also by `resume`, which keeps its id; `clear` and `fork` begin another). Sub-agents belong to their session.
 * @param signs in any order.
 */
export function tracesOfHooks(signs: readonly HookSign[]): AgentTrace[] {
  const sessions = new Map<string, HookSign[]>();
  for (const sign of signs) {
    if (NO_WORK.has(sign.event)) continue;
    const known = sessions.get(sign.session);
    if (known) known.push(sign);
    else sessions.set(sign.session, [sign]);
  }
  return [...sessions].map(([id, given]) => {
    // A stable sort: at the same moment the order in which they were written down is the better knowledge.
    const inTime = given.toSorted((a, b) => a.at - b.at);
    const lastKnown = (field: 'cwd' | 'branch'): string | null =>
      inTime.findLast((sign) => sign[field] !== null)?.[field] ?? null;
    return {
      agent: CLAUDE_CODE,
      id,
      signs: inTime.map(spanOf),
      last: lastWord(inTime),
      cwd: lastKnown('cwd'),
      branch: lastKnown('branch'),
      title: '',
    };
  });
}

/** A tool was at work from its start; everything else is a moment. */
const spanOf = ({ at, tookMs }: HookSign): Interval => ({ start: plusMs(at, -(tookMs ?? 0)), end: at });

function lastWord(inTime: readonly HookSign[]): AgentTrace['last'] {
  const isStop = (sign: HookSign): boolean => STOPS.has(sign.event) && sign.subagent === null;
  const stop = inTime.findLast(isStop);
  const last = inTime.findLast((sign) => !isStop(sign));
  if (last === undefined) return 'stopped';
  // Hooks are processes of their own: one that was started before the last may end after it.
  if (stop !== undefined && last.at - stop.at <= STRAGGLE_MS) return 'stopped';
  return WAITS.has(last.event) ? 'waiting' : 'working';
}

/** A prompt that the person typed: a sign that they are there (contract `UserPromptSubmit`; older versions name no source). */
export const isFromPerson = (sign: HookSign): boolean =>
  sign.event === 'UserPromptSubmit' &&
  sign.subagent === null &&
  (sign.source === null || sign.source === 'user');
