import type { DayView, EntryShape } from '#shared/contract/shapes.ts';
import type { Source } from '../../components/SourceMark.tsx';

/** A stretch on the timeline, in hours since local midnight: a day of 25 hours ends at 25. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface EntryBlock extends Stretch {
  readonly entry: EntryShape;
  /** Entries whose times overlap stand side by side: column `column` of `columns`. */
  readonly column: number;
  readonly columns: number;
}

export interface CommitMark {
  readonly at: number;
  readonly commits: DayView['commits'];
}

export interface EvidenceLane {
  readonly source: Source;
  readonly spans: readonly (Stretch & { readonly label: string })[];
}

export interface TimelineLayout {
  /** Length of the day: 23, 24 or 25. */
  readonly hours: number;
  readonly presence: readonly (Stretch & { readonly state: DayView['presence'][number]['state'] })[];
  readonly blocks: readonly EntryBlock[];
  readonly gaps: readonly (Stretch & { readonly gap: DayView['gaps'][number] })[];
  readonly marks: readonly CommitMark[];
  readonly lanes: readonly EvidenceLane[];
  /** Where the first thing of the day is; null on an empty day. */
  readonly first: number | null;
}

const HOUR_MS = 3_600_000;
/** Commits closer than this share a mark; two marks would cover each other. */
const NEAR_HOURS = 0.22;

const LANE_OF: Readonly<Partial<Record<EntryShape['evidence'][number]['kind'], Source>>> = {
  session: 'timer',
  event: 'calendar',
  span: 'ide',
};

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
      (view.details[entry.id]?.spans ?? []).map((span) => ({ ...stretch(span), entry })),
    ),
  );
  const marks = nearTogether(view.commits, hourOf);
  const lanes = lanesOf(view.day.entries, stretch);
  const starts = [
    ...presence.filter((span) => span.state === 'active' || span.state === 'unknown'),
    ...blocks,
    ...gaps,
    ...marks.map((mark) => ({ from: mark.at })),
  ].map((thing) => thing.from);
  return {
    hours,
    presence,
    blocks,
    gaps,
    marks,
    lanes,
    first: starts.length === 0 ? null : Math.min(...starts),
  };
}

/** Gives overlapping stretches columns of their own, as a calendar does. */
function sideBySide(stretches: readonly (Stretch & { entry: EntryShape })[]): EntryBlock[] {
  const sorted = stretches.toSorted((a, b) => a.from - b.from || b.to - a.to);
  const out: EntryBlock[] = [];
  let cluster: (Stretch & { entry: EntryShape; column: number })[] = [];
  let end = -Infinity;
  const close = () => {
    const columns = Math.max(0, ...cluster.map((block) => block.column + 1));
    out.push(...cluster.map((block) => ({ ...block, columns })));
    cluster = [];
  };
  for (const block of sorted) {
    if (block.from >= end) close();
    let column = 0;
    while (cluster.some((other) => other.column === column && other.to > block.from)) column += 1;
    cluster.push({ ...block, column });
    end = Math.max(cluster.length === 1 ? -Infinity : end, block.to);
  }
  close();
  return out;
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

function lanesOf(
  entries: readonly EntryShape[],
  stretch: (span: { startedAt: string; endedAt: string }) => Stretch,
): EvidenceLane[] {
  const spans = new Map<Source, (Stretch & { label: string })[]>();
  for (const entry of entries) {
    for (const evidence of entry.evidence) {
      const source = evidence.kind === 'span' && entry.source === 'agent' ? 'agent' : LANE_OF[evidence.kind];
      if (!source) continue;
      const lane = spans.get(source) ?? [];
      lane.push({ ...stretch(evidence), label: evidence.label });
      spans.set(source, lane);
    }
  }
  const order: readonly Source[] = ['timer', 'calendar', 'ide', 'agent'];
  return order.flatMap((source) => {
    const lane = spans.get(source);
    return lane ? [{ source, spans: lane }] : [];
  });
}
