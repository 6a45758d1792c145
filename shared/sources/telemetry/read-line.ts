import type { ToolMark } from '../../evidence/tool-mark.ts';
import type { Instant } from '../../values/instant.ts';
import { parseInstant } from '../../values/instant.ts';
import { parseTicketId } from '../../values/ticket-id.ts';

/** The line of a tool, before it is known whose log it is of. */
export type ToldMark = Omit<ToolMark, 'user' | 'project'>;

/** A line about what is to come was written by a broken clock. In ms. */
const FUTURE_MS = 10 * 60_000;
const FIRST = Date.UTC(2000, 0, 1);
const LONGEST_NAME = 80;
const LONGEST_DETAIL = 200;

/**
 * Reads a line of a telemetry log (document 4 §2.3): `{"ts","ticket","tool","event":"start"|"stop"}`; fields nobody knows
 * are ignored. Of a file only the name is kept.
 * @returns null for a line that tells nothing reliable: no JSON, no moment, no event, or a ticket that is none.
 */
export function readTelemetryLine(line: string, now: Instant): ToldMark | null {
  const value = parse(line);
  if (typeof value !== 'object' || value === null) return null;
  const of = (name: string): unknown => Reflect.get(value, name);
  const ts = of('ts');
  const at = typeof ts === 'string' ? parseInstant(ts.trim()) : null;
  if (at === null || at < FIRST || at > now + FUTURE_MS) return null;
  const event = of('event');
  const kind = typeof event === 'string' ? event.toLowerCase() : null;
  if (kind !== 'start' && kind !== 'stop') return null;
  const named = of('ticket');
  const has = named !== null && named !== undefined && named !== '';
  const ticket = has && typeof named === 'string' ? parseTicketId(named) : null;
  if (has && ticket === null) return null;
  return {
    at,
    kind,
    ticket,
    tool: clean(of('tool'), LONGEST_NAME) ?? 'tool',
    detail: clean(baseName(of('file')), LONGEST_DETAIL) ?? '',
  };
}

/** A line as tools write it, without its end. */
export function telemetryLine(mark: {
  ts: string;
  ticket: string | null;
  tool: string;
  event: 'start' | 'stop';
  file?: string | undefined;
}): string {
  const { ts, ticket, tool, event, file } = mark;
  return JSON.stringify({
    ts,
    ...(ticket === null ? {} : { ticket }),
    tool,
    event,
    ...(file ? { file } : {}),
  });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

const baseName = (value: unknown): unknown =>
  typeof value === 'string' ? value.split(/[\\/]/).findLast((part) => part !== '') : null;

function clean(value: unknown, longest: number): string | null {
  if (typeof value !== 'string') return null;
  const text = value
    .slice(0, 1000)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, longest)
    .trim();
  return text === '' ? null : text;
}
