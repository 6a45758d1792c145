import { useTranslation } from 'react-i18next';
import type { DayView } from '#shared/contract/shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { useFormats } from '../../hooks/formats.ts';

/** The timeline in words, for those who do not see it: entries, gaps, commits and what other sources told, by the clock. */
export function TimelineTable({ view }: { view: DayView }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const rows = [
    ...view.day.entries.flatMap((entry) =>
      (view.details[entry.id]?.spans ?? []).map((span) => ({
        ...span,
        what: `${t(`source.${entry.source}`)}: ${entry.ticket ?? t('list.unallocated')} ${entry.description}`,
      })),
    ),
    ...view.gaps.map((gap) => ({ ...gap, what: t('timeline.gap', { time: formatShort(gap.minutes) }) })),
    ...view.commits.map((commit) => ({
      startedAt: commit.at,
      endedAt: commit.at,
      what: t('timeline.commit', { subject: commit.subject }),
    })),
    ...view.events.map((event) => ({
      ...event,
      what: [
        `${t('source.calendar')}: ${event.title || t('timeline.busy')}`,
        event.ticket,
        event.allDay ? t('timeline.allDay') : null,
        event.counts ? null : t('timeline.notCounted'),
      ]
        .filter((words) => words !== null)
        .join(', '),
    })),
    ...view.spans.map((span) => ({
      ...span,
      what: `${t('source.ide')}: ${[span.ticket, span.title].filter(Boolean).join(' ')}`,
    })),
    ...view.runs.flatMap((run) => [
      {
        ...run,
        what: `${t('source.agent')}: ${[run.ticket, run.title || run.source].filter(Boolean).join(' ')}${run.attention.length === 0 ? `, ${t('timeline.agentAlone')}` : ''}`,
      },
      ...run.attention.map((own) => ({
        ...own,
        what: `${t('source.agent')}: ${run.title || run.source}, ${t('timeline.attention')}`,
      })),
    ]),
  ].toSorted((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
  return (
    <table className="sr-only">
      <caption>{t('timeline.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('timeline.from')}</th>
          <th scope="col">{t('timeline.to')}</th>
          <th scope="col">{t('timeline.what')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            <td>{formats.clock(row.startedAt, view.zone)}</td>
            <td>{formats.clock(row.endedAt, view.zone)}</td>
            <td>{row.what}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
