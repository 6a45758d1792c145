import type { TFunction } from 'i18next';
import type { DayView } from '#shared/contract/shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';

/** A thing of the day in words. */
export interface TableRow {
  readonly key: string;
  /** Epoch ms; null: it has no time of day. */
  readonly from: number | null;
  readonly to: number | null;
  readonly what: string;
  readonly minutes: number | null;
  readonly rawMinutes: number | null;
  /** The entry that it is a stretch of. */
  readonly entry: string | null;
  /** The page that says more. */
  readonly href: string | null;
}

/** Everything that the clock shows, by its time; what has none stands last. */
export function tableRows(view: DayView, t: TFunction): TableRow[] {
  const thing = (span: { startedAt: string; endedAt: string }, key: string, what: string): TableRow => ({
    key,
    from: Date.parse(span.startedAt),
    to: Date.parse(span.endedAt),
    what,
    minutes: null,
    rawMinutes: null,
    entry: null,
    href: null,
  });
  const words = (...parts: readonly (string | null)[]) => parts.filter(Boolean).join(', ');
  const rows: TableRow[] = [
    ...view.day.entries.flatMap((entry) => entryRows(view, entry, t)),
    ...view.gaps.map((gap) => ({
      ...thing(gap, `gap ${gap.startedAt}`, t('timeline.gap', { time: formatShort(gap.minutes) })),
      minutes: gap.minutes,
    })),
    ...view.settledGaps.map((gap) => ({
      ...thing(gap, `settled ${gap.id}`, t(`gap.${gap.verdict}`)),
      minutes: gap.minutes,
    })),
    ...view.presence.map((span) =>
      thing(span, `presence ${span.startedAt}`, t(`timeline.presence.${span.state}`)),
    ),
    ...view.commits.map((commit) =>
      thing(
        { startedAt: commit.at, endedAt: commit.at },
        `commit ${commit.hash}`,
        t('timeline.commit', { subject: commit.subject }),
      ),
    ),
    ...view.events.map((event) =>
      thing(
        event,
        `event ${event.source} ${event.id}`,
        words(
          `${t('source.calendar')}: ${event.title || t('timeline.busy')}`,
          event.ticket,
          event.allDay ? t('timeline.allDay') : null,
          event.counts ? null : t('timeline.notCounted'),
        ),
      ),
    ),
    ...view.spans.map((span, index) =>
      thing(
        span,
        `span ${index}`,
        `${t('source.ide')}: ${[span.ticket, span.title].filter(Boolean).join(' ')}`,
      ),
    ),
    ...view.runs.flatMap((run) => runRows(run, t).map(({ what, ...span }) => thing(span, span.key, what))),
  ];
  return byTime(rows);
}

export const byTime = (rows: readonly TableRow[]): TableRow[] =>
  rows.toSorted((a, b) => (a.from ?? Infinity) - (b.from ?? Infinity) || 0);

function entryRows(view: DayView, entry: DayView['day']['entries'][number], t: TFunction): TableRow[] {
  const spans = view.details[entry.id]?.spans ?? [];
  const what = `${t(`source.${entry.source}`)}: ${entry.ticket ?? t('list.unallocated')} ${entry.description}`;
  const whole = { what, entry: entry.id, href: null };
  const sums = { minutes: entry.minutes, rawMinutes: entry.rawMinutes };
  if (spans.length === 0) return [{ key: `entry ${entry.id}`, from: null, to: null, ...whole, ...sums }];
  // Its minutes are those of all of its stretches: said once.
  return spans.map((span, index) => ({
    key: `entry ${entry.id} ${index}`,
    from: Date.parse(span.startedAt),
    to: Date.parse(span.endedAt),
    ...whole,
    ...(index === 0 ? sums : { minutes: null, rawMinutes: null }),
  }));
}

function runRows(run: DayView['runs'][number], t: TFunction) {
  const name = run.title || run.source;
  const alone = run.attention.length === 0 ? `, ${t('timeline.agentAlone')}` : '';
  return [
    {
      startedAt: run.startedAt,
      endedAt: run.endedAt,
      key: `run ${run.source} ${run.id}`,
      what: `${t('source.agent')}: ${[run.ticket, name].filter(Boolean).join(' ')}${alone}`,
    },
    ...run.attention.map((own) => ({
      ...own,
      key: `own ${run.source} ${run.id} ${own.startedAt}`,
      what: `${t('source.agent')}: ${name}, ${t('timeline.attention')}`,
    })),
  ];
}
