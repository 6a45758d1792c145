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
/** Notifications that it waits for the person. */
const WAITS_FOR_PERSON = new Set([
  'idle_prompt',
  'permission_prompt',
  'elicitation_dialog',
  'agent_needs_input',
]);
/** Tools that ask the person. */
const ASKING_TOOLS = new Set(['AskUserQuestion', 'ExitPlanMode']);

/** The turn is over; what comes next begins another. While agents in the background work on, it is not. */
const isStop = ({ event, source, subagent }: HookSign): boolean =>
  subagent === null &&
  (event === 'StopFailure' || event === 'SessionEnd' || (event === 'Stop' && source !== 'background'));

/** It goes on when the person does something, or work in the background ends: silence after it is no crash. */
const isWaiting = ({ event, source, tool }: HookSign): boolean => {
  switch (event) {
    case 'SessionStart':
    case 'Setup':
    case 'PermissionRequest':
    case 'Stop':
      return true;
    case 'PreToolUse':
      return ASKING_TOOLS.has(tool ?? '');
    // Broken off by the person, or compacted at their word: no `Stop` follows.
    case 'PostToolUseFailure':
      return source === 'interrupt';
    case 'PostCompact':
      return source === 'manual';
    default:
      return event === 'Notification' && WAITS_FOR_PERSON.has(source ?? '');
  }
};

/**
 * What hooks tell, a trace for each session. `Stop` and `SessionEnd` end it, whatever comes later opens it again
 * (also by `resume`, which keeps its id; `clear` and `fork` begin another). Sub-agents belong to their session, in
 * whatever folder of their own they work. A trace of reminders alone has no sign of life.
 * @param signs in any order.
 */
export function tracesOfHooks(signs: readonly HookSign[]): AgentTrace[] {
  const sessions = new Map<string, HookSign[]>();
  for (const sign of signs) {
    if (NO_WORK.has(sign.event) && !isWaiting(sign)) continue;
    const known = sessions.get(sign.session);
    if (known) known.push(sign);
    else sessions.set(sign.session, [sign]);
  }
  return [...sessions].map(([id, given]) => {
    // A stable sort: at the same moment the order in which they were written down is the better knowledge.
    const inTime = given.toSorted((a, b) => a.at - b.at);
    const work = inTime.filter((sign) => !NO_WORK.has(sign.event));
    const lastKnown = (field: 'cwd' | 'branch'): string | null =>
      work.findLast((sign) => sign.subagent === null && sign[field] !== null)?.[field] ?? null;
    return {
      agent: CLAUDE_CODE,
      id,
      signs: work.map(spanOf),
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
  const work = inTime.filter((sign) => !NO_WORK.has(sign.event));
  const stop = work.findLast(isStop);
  const last = work.findLast((sign) => !isStop(sign));
  // Hooks are processes of their own: one that was started before the last may end after it.
  if (stop !== undefined && (last === undefined || last.at - stop.at <= STRAGGLE_MS)) return 'stopped';
  return [last, inTime.at(-1)].some((sign) => sign !== undefined && isWaiting(sign)) ? 'waiting' : 'working';
}

/** Ends that only somebody at the terminal can bring about. */
const ENDED_BY_PERSON = new Set(['clear', 'resume', 'logout', 'prompt_input_exit']);

/**
 * A prompt that the person typed, or the end they put to a session: a sign that they are there (contract
 * `UserPromptSubmit`; older versions name no source).
 */
export const isFromPerson = ({ event, source, subagent }: HookSign): boolean =>
  subagent === null &&
  (event === 'UserPromptSubmit'
    ? source === null || source === 'user'
    : event === 'SessionEnd' && ENDED_BY_PERSON.has(source ?? ''));
