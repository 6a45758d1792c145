import type { DayView, EntryShape } from '#shared/contract/shapes.ts';
import type { Span } from './drag-math.ts';
import type { EvidenceLane } from './evidence-lanes.ts';
import { lanesOf } from './evidence-lanes.ts';
import type { Columns, Stretch } from './side-by-side.ts';
import { sideBySide } from './side-by-side.ts';

/** One stretch of an entry. */
export interface EntryBlock extends Stretch, Columns {
  /** Stays the same while it is moved: the entry and which of its stretches it is. */
  readonly key: string;
  readonly entry: EntryShape;
  readonly span: Span;
  /** The entry has no other stretch. */
  readonly isOnly: boolean;
}

export interface CommitMark {
  readonly at: number;
  readonly commits: DayView['commits'];
}

export interface TimelineLayout {
  /** Length of the day: 23, 24 or 25. */
  readonly hours: number;
  readonly presence: readonly (Stretch & { readonly state: DayView['presence'][number]['state'] })[];
  readonly blocks: readonly EntryBlock[];
  readonly gaps: readonly (Stretch & { readonly gap: DayView['gaps'][number] })[];
  readonly settled: readonly (Stretch & { readonly gap: DayView['settledGaps'][number] })[];
  /** Entries that have no time of day. */
  readonly shelf: readonly EntryShape[];
  readonly marks: readonly CommitMark[];
  readonly lanes: readonly EvidenceLane[];
  /** Where the first thing of the day is; null on an empty day. */
  readonly first: number | null;
}

const HOUR_MS = 3_600_000;
/** Commits closer than this share a mark; two marks would cover each other. */
const NEAR_HOURS = 0.22;

/** Puts a day on the clock. Everything is cut to the day's own midnight and next midnight. */
export function layOutDay(view: DayView): TimelineLayout {
  const start = Date.parse(view.interval.startedAt);
  const hours = (Date.parse(view.interval.endedAt) - start) / HOUR_MS;
  const hourOf = (at: string) => Math.min(hours, Math.max(0, (Date.parse(at) - start) / HOUR_MS));
  const stretch = (span: { startedAt: string; endedAt: string }): Stretch => ({
    from: hourOf(span.startedAt),
    to: hourOf(span.endedAt),
  });

  const presence = view.presence.map((span) => ({ ...stretch(span), state: span.state }));
  const gaps = view.gaps.map((gap) => ({ ...stretch(gap), gap }));
  const blocks = sideBySide(
    view.day.entries.flatMap((entry) =>
      (view.details[entry.id]?.spans ?? []).map((span, index, all) => ({
        ...stretch(span),
        key: `${entry.id}:${index}`,
        entry,
        isOnly: all.length === 1,
        span: { start: Date.parse(span.startedAt), end: Date.parse(span.endedAt) },
      })),
    ),
  );
  const settled = view.settledGaps.map((gap) => ({ ...stretch(gap), gap }));
  const shelf = view.day.entries.filter(({ id }) => {
    const details = view.details[id];
    return details !== undefined && details.spans.length === 0 && details.correction === null;
  });
  const marks = nearTogether(view.commits, hourOf);
  const lanes = lanesOf(view, stretch);
  const starts = [
    ...presence.filter((span) => span.state === 'active' || span.state === 'unknown'),
    ...blocks,
    ...gaps,
    ...lanes.flatMap((lane) => lane.blocks),
    ...marks.map((mark) => ({ from: mark.at })),
  ].map((thing) => thing.from);
  return {
    hours,
    presence,
    blocks,
    gaps,
    settled,
    shelf,
    marks,
    lanes,
    first: starts.length === 0 ? null : Math.min(...starts),
  };
}

function nearTogether(commits: DayView['commits'], hourOf: (at: string) => number): CommitMark[] {
  const out: { at: number; commits: DayView['commits'] }[] = [];
  for (const commit of commits.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
    const at = hourOf(commit.at);
    const last = out.at(-1);
    if (last && at - last.at < NEAR_HOURS) last.commits.push(commit);
    else out.push({ at, commits: [commit] });
  }
  return out;
}
