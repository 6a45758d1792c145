import type { DayView } from '#shared/contract/shapes.ts';
import { moveStretch } from '#shared/entries/length.ts';
import type { Interval } from '#shared/values/interval.ts';
import { instant } from '#shared/values/instant.ts';
import type { Span } from './drag-math.ts';
import { shared } from './drag-math.ts';

/** A stretch of an entry that the person put elsewhere. */
export interface Move {
  readonly entry: string;
  /** Where the stretch began before, epoch ms; null: the entry had no time of day. */
  readonly stretch: number | null;
  readonly span: Span;
}

const intervalOf = ({ start, end }: Span): Interval => ({ start: instant(start), end: instant(end) });
const textOf = (at: number) => new Date(at).toISOString();

/** The day as it will be once a move is written; unchanged when the stretch is not there (any more). */
export function withMove(view: DayView, move: Move): DayView {
  const entry = view.day.entries.find(({ id }) => id === move.entry);
  const details = view.details[move.entry];
  if (!entry || !details) return view;
  const spans = details.spans.map((span) =>
    intervalOf({ start: Date.parse(span.startedAt), end: Date.parse(span.endedAt) }),
  );
  if (move.stretch !== null && !spans.some(({ start }) => start === move.stretch)) return view;
  if (move.stretch === null && spans.length > 0) return view;
  const after =
    move.stretch === null
      ? moveStretch({ spans: [], minutes: 0 }, instant(0), intervalOf(move.span))
      : moveStretch({ spans, minutes: entry.minutes }, instant(move.stretch), intervalOf(move.span));
  const moved = {
    ...entry,
    minutes: after.minutes,
    ...(entry.source === 'manual' ? { rawMinutes: after.minutes } : {}),
    startedAt: textOf(after.spans[0]!.start),
    endedAt: textOf(after.spans.at(-1)!.end),
  };
  return {
    ...view,
    day: {
      ...view.day,
      entries: view.day.entries.map((other) => (other === entry ? moved : other)),
      totals: { ...view.day.totals, minutes: view.day.totals.minutes + after.minutes - entry.minutes },
    },
    details: {
      ...view.details,
      [entry.id]: {
        ...details,
        spans: after.spans.map(({ start, end }) => ({ startedAt: textOf(start), endedAt: textOf(end) })),
      },
    },
  };
}

/** What of another entry lies under a stretch. */
export interface Overlap {
  readonly entry: string;
  readonly ticket: string | null;
  readonly ms: number;
  readonly parts: readonly Span[];
  /** True: a proposal gives this time away, for what a person says is stronger. False: it counts on both. */
  readonly isTaken: boolean;
}

/** What a stretch lies on, so that nothing is covered or given away unseen. The own entry is no overlap. */
export function overlapsOf(view: DayView, own: string | null, span: Span): Overlap[] {
  return view.day.entries.flatMap((entry) => {
    const details = view.details[entry.id];
    if (entry.id === own || !details || details.correction !== null) return [];
    const parts = details.spans.flatMap((other) => {
      const part = shared(span, { start: Date.parse(other.startedAt), end: Date.parse(other.endedAt) });
      return part === null ? [] : [part];
    });
    const ms = parts.reduce((sum, part) => sum + part.end - part.start, 0);
    if (Math.round(ms / 60_000) === 0) return [];
    return [{ entry: entry.id, ticket: entry.ticket, ms, parts, isTaken: details.state === 'proposed' }];
  });
}
