import type { DerivationRules } from '../settings/rules.ts';
import type { Instant } from '../values/instant.ts';
import { earliest, plusMinutes } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import { said } from '../values/said.ts';
import { compareTexts } from '../values/order.ts';
import type { TicketId } from '../values/ticket-id.ts';
import type { ToolMark } from './tool-mark.ts';

/** A stretch that a tool says was spent on a ticket. */
export interface ToolSpan extends Interval {
  readonly tool: string;
  readonly ticket: TicketId | null;
  readonly project: string | null;
  readonly rule: string;
}

/**
 * Makes stretches of a tool's start and stop lines (design §2 "Editors and agents"): a start without a stop ends at the
 * next start of the same tool, else at the last sign of life, and lasts at most `maxGap`.
 * @param alive signs of life besides the lines: when the person was seen last, up to the given instant.
 */
export function toolSpans(
  marks: readonly ToolMark[],
  alive: (from: Instant, to: Instant) => Instant | null,
  rules: Pick<DerivationRules, 'maxGap'>,
): ToolSpan[] {
  const tools = new Map<string, ToolMark[]>();
  for (const mark of marks.toSorted(byTime)) {
    const own = tools.get(mark.tool);
    if (own) own.push(mark);
    else tools.set(mark.tool, [mark]);
  }
  return [...tools.values()].flatMap((own) =>
    own.flatMap((mark, at) => (mark.kind === 'start' ? spanFrom(mark, upToNext(own, at), alive, rules) : [])),
  );
}

/** What a tool said after one of its starts, up to the next one: beyond it nothing can end the first. */
function upToNext(own: readonly ToolMark[], at: number): readonly ToolMark[] {
  let end = at + 1;
  while (end < own.length && own[end]!.kind === 'stop') end += 1;
  return own.slice(at + 1, end + 1);
}

function spanFrom(
  start: ToolMark,
  later: readonly ToolMark[],
  alive: (from: Instant, to: Instant) => Instant | null,
  rules: Pick<DerivationRules, 'maxGap'>,
): ToolSpan[] {
  const next = later.find((mark) => mark.kind === 'start');
  // A stop that names another ticket is that ticket's own.
  const stop = later.find(
    (mark) => mark.kind === 'stop' && (mark.ticket === start.ticket || mark.ticket === null),
  );
  const limit = plusMinutes(start.at, rules.maxGap);
  const of = (end: Instant, rule: string): ToolSpan[] =>
    end <= start.at
      ? []
      : [
          {
            start: start.at,
            end,
            tool: start.tool,
            ticket: start.ticket,
            project: start.project,
            rule: `${start.tool}: ${rule}`,
          },
        ];
  if (stop && (!next || stop.at <= next.at)) return of(stop.at, said`from start to stop`);
  if (next) return of(earliest(next.at, limit), said`no stop, up to its next start`);
  const seen = alive(start.at, limit);
  return seen === null ? [] : of(earliest(seen, limit), said`no stop, up to the last sign of life`);
}

/** A stop comes before a start of the same moment: `stop A, start B` is a switch. */
const byTime = (a: ToolMark, b: ToolMark): number =>
  a.at - b.at ||
  (a.kind === b.kind ? 0 : a.kind === 'stop' ? -1 : 1) ||
  compareTexts(a.ticket ?? '', b.ticket ?? '');
