import type { AgentUse } from '../../evidence/agent.ts';
import type { Instant } from '../../values/instant.ts';
import { parseInstant } from '../../values/instant.ts';
import { CLAUDE_CODE } from './hook-traces.ts';

/** What is kept of a line of a transcript: never what was said in it. */
export interface TranscriptLine {
  readonly session: string | null;
  /** Null: the line says nothing about when somebody was at work. */
  readonly at: Instant | null;
  readonly cwd: string | null;
  readonly branch: string | null;
  readonly use: AgentUse | null;
  /** The session's title, where the line is one. */
  readonly title: string | null;
}

/** Kinds of lines that are written while the agent, or the person talking to it, does something. */
const WORK = new Set(['user', 'assistant', 'system', 'progress']);

/**
 * Reads a line of a transcript, whatever version of Claude Code wrote it (contract "Transcripts").
 * @param origin the session its file is named after, for lines that do not say; and what tells this line from all
 * others, for answers that have no id: they are never taken for one another, but may be read twice.
 * @returns null when it is no line: half written, or not JSON.
 */
export function readTranscriptLine(
  line: string,
  origin: { readonly session: string; readonly name: string },
): TranscriptLine | null {
  const value = objectOf(parse(line));
  if (value === null) return null;
  const session = textOf(value['sessionId']) ?? origin.session;
  // A fork begins with a copy of what it was forked from: that work was done elsewhere.
  const isCopy = objectOf(value['forkedFrom']) !== null;
  const isWork = WORK.has(textOf(value['type']) ?? '') && !isCopy;
  // A sub-agent may work in a folder of its own, on a branch of its own: its session is where it was.
  const isSide = value['isSidechain'] === true;
  const at = instantOf(value['timestamp']);
  const nested = nestedAnswer(value);
  const use =
    useOf(value, at, session, origin.name) ??
    (nested && useOf(nested, instantOf(nested['timestamp']), session, origin.name));
  return {
    session,
    at: isWork ? at : null,
    cwd: isSide ? null : textOf(value['cwd']),
    // What git answers where no branch is checked out names none.
    branch: isSide || value['gitBranch'] === 'HEAD' ? null : textOf(value['gitBranch']),
    use,
    title: titleOf(value),
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** The answer of a sub-agent, as lines about its progress carry it. */
function nestedAnswer(value: Fields): Fields | null {
  return value['type'] === 'progress' ? objectOf(objectOf(value['data'])?.['message']) : null;
}

function useOf(line: Fields, at: Instant | null, run: string, name: string): AgentUse | null {
  const message = objectOf(line['message']);
  const usage = objectOf(message?.['usage']);
  if (message === null || usage === null || at === null) return null;
  const written = objectOf(usage['cache_creation']);
  const [cacheWrite5m, cacheWrite1h] =
    written === null
      ? [count(usage['cache_creation_input_tokens']), 0]
      : [count(written['ephemeral_5m_input_tokens']), count(written['ephemeral_1h_input_tokens'])];
  const use: AgentUse = {
    agent: CLAUDE_CODE,
    run,
    message: textOf(message['id']) ?? name,
    request: textOf(line['requestId']),
    at,
    model: textOf(message['model']) ?? '',
    isSidechain: line['isSidechain'] === true,
    input: count(usage['input_tokens']),
    output: count(usage['output_tokens']),
    cacheWrite5m,
    cacheWrite1h,
    cacheRead: count(usage['cache_read_input_tokens']),
    isFast: usage['speed'] === 'fast',
    cost: typeof line['costUSD'] === 'number' && line['costUSD'] >= 0 ? line['costUSD'] : null,
  };
  // What Claude Code says itself (an error of the API, say) is written down like an answer of no tokens.
  const isNothing =
    use.input + use.output + use.cacheWrite5m + use.cacheWrite1h + use.cacheRead === 0 && !use.cost;
  return isNothing ? null : use;
}

function titleOf(value: Fields): string | null {
  if (value['type'] === 'summary') return textOf(value['summary']);
  if (value['type'] === 'custom-title') return textOf(value['customTitle']);
  return null;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return null;
  }
}

const objectOf = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' && value.length <= 4096 ? value : null;

const instantOf = (value: unknown): Instant | null =>
  typeof value === 'string' ? parseInstant(value) : null;

/** Tokens are counted in whole numbers; anything else is no count. */
const count = (value: unknown): number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0;
