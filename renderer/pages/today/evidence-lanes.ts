import type { DayView } from '#shared/contract/shapes.ts';
import type { Source } from '../../components/SourceMark.tsx';
import type { Columns, Stretch } from './side-by-side.ts';
import { sideBySide } from './side-by-side.ts';

/** Something a source told, as it stands in the source's lane. */
export interface LaneBlock extends Stretch {
  readonly key: string;
  readonly startedAt: string;
  readonly endedAt: string;
  /** Empty where the source did not say. */
  readonly title: string;
  readonly ticket: string | null;
  /** Drawn lightly: a meeting that does not count, the part of a run the agent worked alone. */
  readonly isLight: boolean;
  /** What of an agent's run was the person's own time; null: it is no run. */
  readonly attention: readonly Stretch[] | null;
  /** As entries name it that rest on it. A `ref` that ends in `@` is only the tool: the time tells the rest. */
  readonly told: { readonly kind: 'session' | 'event' | 'span'; readonly ref: string };
  /** The row in the list that it became: an entry, or a meeting that does not count. */
  readonly opens: string | null;
}

export interface EvidenceLane {
  readonly source: Source;
  readonly blocks: readonly (LaneBlock & Columns)[];
}

type Place = (span: { startedAt: string; endedAt: string }) => Stretch;

/** A lane for each source that told something, in the order they are weighed: sessions, calendar, editor, agent. */
export function lanesOf(view: DayView, place: Place): EvidenceLane[] {
  const lanes: readonly (readonly [Source, LaneBlock[]])[] = [
    ['timer', sessions(view, place)],
    ['calendar', meetings(view, place)],
    ['ide', activity(view, place)],
    ['agent', runs(view, place)],
  ];
  return lanes.flatMap(([source, blocks]) =>
    blocks.length === 0 ? [] : [{ source, blocks: sideBySide(blocks) }],
  );
}

function sessions(view: DayView, place: Place): LaneBlock[] {
  return view.day.entries.flatMap((entry) =>
    entry.evidence
      .filter(({ kind }) => kind === 'session')
      .map((evidence) => ({
        ...place(evidence),
        ...blockOf(evidence, `${entry.id} ${evidence.ref}`),
        told: { kind: 'session', ref: evidence.ref },
        title: evidence.label,
        ticket: entry.ticket,
        opens: entry.id,
      })),
  );
}

function meetings(view: DayView, place: Place): LaneBlock[] {
  return timedMeetings(view).map((event) => ({
    ...place(event),
    ...blockOf(event, `${event.source} ${event.id}`),
    told: { kind: 'event', ref: event.id },
    title: event.title,
    ticket: event.ticket,
    isLight: !event.counts,
    opens: event.counts ? (entryOfMeeting(view, event.id)?.id ?? null) : event.id,
  }));
}

function activity(view: DayView, place: Place): LaneBlock[] {
  return view.spans.map((span) => ({
    ...place(span),
    ...blockOf(span, `${span.source} ${span.startedAt} ${span.ticket}`),
    told: { kind: 'span', ref: `${span.source}@` },
    title: span.title,
    ticket: span.ticket,
    opens: entryAbout(view, 'ide', span.ticket),
  }));
}

function runs(view: DayView, place: Place): LaneBlock[] {
  return view.runs.map((run) => ({
    ...place(run),
    ...blockOf(run, `${run.source} ${run.id}`),
    told: { kind: 'span', ref: `${run.source}:${run.id}` },
    title: run.title === '' ? run.source : run.title,
    ticket: run.ticket,
    isLight: true,
    attention: run.attention.map(place),
    opens: entryAbout(view, 'agent', run.ticket),
  }));
}

const blockOf = ({ startedAt, endedAt }: { startedAt: string; endedAt: string }, key: string) => ({
  key,
  startedAt,
  endedAt,
  isLight: false,
  attention: null,
});

const entryAbout = (view: DayView, source: Source, ticket: string | null): string | null =>
  view.day.entries.find((entry) => entry.source === source && entry.ticket === ticket)?.id ?? null;

/** The entry that a meeting became. */
export const entryOfMeeting = (view: DayView, event: string) =>
  view.day.entries.find((entry) => entry.evidence.some(({ kind, ref }) => kind === 'event' && ref === event));

/** The meeting that an entry was made of. */
export const meetingOf = (view: DayView, entry: DayView['day']['entries'][number]) => {
  const ref = entry.evidence.find(({ kind }) => kind === 'event')?.ref;
  return ref === undefined ? undefined : view.events.find((event) => event.id === ref);
};

const sameTime = (a: DayView['events'][number], b: DayView['events'][number]): boolean =>
  a.title === b.title && a.startedAt === b.startedAt && a.endedAt === b.endedAt;

/** Meetings with clock times, the same one of two calendars once. */
function timedMeetings(view: DayView): DayView['events'] {
  const timed = view.events.filter((event) => !event.allDay);
  return timed.filter((event, index) => {
    const twins = timed.filter((other) => sameTime(event, other));
    return event === (twins.find(({ counts }) => counts) ?? twins[0] ?? timed[index]);
  });
}

/** Meetings that do not count, by the clock: each may be taken back in. */
export const leftOut = (view: DayView): DayView['events'] =>
  timedMeetings(view).filter((event) => !event.counts);
