import type { Instant } from '../../values/instant.ts';
import { instant } from '../../values/instant.ts';

// This file is loaded with every hook that Claude Code runs: it stands on nothing but instants.

/**
 * What is kept of a hook's event: who, where, when and what kind. Prompts, answers and what tools were given never
 * get this far.
 */
export interface HookSign {
  readonly session: string;
  /** `SessionStart`, `PostToolUse`, …; there are 33 and there will be more. */
  readonly event: string;
  readonly at: Instant;
  readonly cwd: string | null;
  /** The branch checked out in `cwd` at that moment. */
  readonly branch: string | null;
  readonly transcript: string | null;
  readonly model: string | null;
  /** The sub-agent it happened in. */
  readonly subagent: string | null;
  readonly tool: string | null;
  /**
   * What more it says in one word: why a session started (`startup`, `resume`, …) or ended (`prompt_input_exit`, …),
   * where a prompt came from (`user`, `sdk`, …), what a notification is about (`idle_prompt`, …), who had the context
   * compacted (`manual`, `auto`), that the person broke a tool off (`interrupt`), or that a turn is over while agents
   * in the background work on (`background`).
   */
  readonly source: string | null;
  /** How long the tool took, in ms: it was at work all the while. */
  readonly tookMs: number | null;
}

const LONGEST = 1000;
/** No tool works for longer; a machine that slept meanwhile says such numbers. */
const LONGEST_TOOL_MS = 4 * 3_600_000;

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST ? value : null;

const tookOf = (value: unknown): number | null =>
  typeof value === 'number' && value > 0 && value <= LONGEST_TOOL_MS ? Math.round(value) : null;

/** The field with an event's one word; of all others it is `source`. */
const WORD_OF: Readonly<Record<string, string>> = {
  SessionEnd: 'reason',
  Notification: 'notification_type',
  PostCompact: 'trigger',
};

/** One word and no more: whatever stands there one day, sentences are not kept. */
const wordOf = (value: unknown): string | null =>
  typeof value === 'string' && /^[\w-]{1,40}$/.test(value) ? value : null;

/** Is an agent still at work in the background? A server or a test that runs on there is no work of an agent. */
const hasAgentBehind = (tasks: unknown): boolean =>
  Array.isArray(tasks) &&
  tasks.some(
    (task: unknown) =>
      typeof task === 'object' &&
      task !== null &&
      ['subagent', 'workflow'].includes(String(Reflect.get(task, 'type'))),
  );

/**
 * Reads what a hook was given on its standard input. Fields and values nobody knows are ignored (contract "Hook types").
 * @param branchOf the branch checked out in a folder; asked once.
 * @returns null when it names no session or no event.
 */
export function signOfHook(
  input: unknown,
  at: Instant,
  branchOf: (cwd: string) => string | null,
): HookSign | null {
  if (typeof input !== 'object' || input === null) return null;
  const of = (name: string): unknown => Reflect.get(input, name);
  const session = textOf(of('session_id'));
  const event = textOf(of('hook_event_name'));
  if (session === null || event === null) return null;
  // `CwdChanged` tells the folder it comes from as well.
  const cwd = textOf(of('new_cwd')) ?? textOf(of('cwd'));
  return {
    session,
    event,
    at,
    cwd,
    branch: cwd === null ? null : textOf(branchOf(cwd)),
    transcript: textOf(of('transcript_path')),
    model: textOf(of('model')),
    subagent: textOf(of('agent_id')),
    tool: textOf(of('tool_name')),
    source: sourceOf(event, of),
    tookMs: tookOf(of('duration_ms')),
  };
}

function sourceOf(event: string, of: (name: string) => unknown): string | null {
  if (of('is_interrupt') === true) return 'interrupt';
  if (event === 'Stop' && hasAgentBehind(of('background_tasks'))) return 'background';
  return wordOf(of(WORD_OF[event] ?? 'source'));
}

/** The sign as a line of the spool, without its end of line. What is not known is left out. */
export function spoolLine(sign: HookSign): string {
  return JSON.stringify(sign, (_, value: unknown) => (value === null ? undefined : value));
}

/** Reads a line of the spool; null when it is none (half written, of another program, of a later version). */
export function readSpoolLine(line: string): HookSign | null {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null) return null;
    const of = (name: string): unknown => Reflect.get(value, name);
    const at = of('at');
    const session = textOf(of('session'));
    const event = textOf(of('event'));
    if (session === null || event === null || typeof at !== 'number' || !Number.isFinite(at)) return null;
    return {
      session,
      event,
      at: instant(at),
      cwd: textOf(of('cwd')),
      branch: textOf(of('branch')),
      transcript: textOf(of('transcript')),
      model: textOf(of('model')),
      subagent: textOf(of('subagent')),
      tool: textOf(of('tool')),
      source: textOf(of('source')),
      tookMs: tookOf(of('tookMs')),
    };
  } catch {
    return null;
  }
}
