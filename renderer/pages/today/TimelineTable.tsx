import { memo } from 'react';
import { useWords } from '../../words/use-words.ts';
import type { DevSessionDay } from '#shared/contract/dev-session-shapes.ts';
import type { DayView } from '#shared/contract/shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { useFormats } from '../../hooks/formats.ts';
import { sessionRows } from './session-rows.ts';
import { byTime, tableRows } from './table-rows.ts';

interface Props {
  readonly view: DayView;
  /** Development sessions of the day. */
  readonly sessions: readonly DevSessionDay['sessions'][number][];
  readonly clock: (at: number) => string;
  /** Instead of the clock; otherwise it stands there for those who do not see that one. */
  readonly isShown: boolean;
  readonly onOpen: (id: string) => void;
}

/** The day on the clock in words: entries, gaps, presence, commits and what other sources told, by their time. */
export const TimelineTable = memo(function TimelineTable({ view, sessions, clock, isShown, onOpen }: Props) {
  const { t } = useWords();
  const formats = useFormats();
  const rows = byTime([...tableRows(view, t), ...sessionRows(sessions, t, formats)]);
  const table = (
    <table className={isShown ? 'day-table' : 'sr-only'}>
      <caption>{t('timeline.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('timeline.from')}</th>
          <th scope="col">{t('timeline.to')}</th>
          <th scope="col">{t('timeline.what')}</th>
          <th scope="col">{t('clock.minutes')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <td className="num">{row.from === null ? '' : clock(row.from)}</td>
            <td className="num">{row.to === null || row.to === row.from ? '' : clock(row.to)}</td>
            <td>
              {row.href !== null && isShown ? (
                <a className="link-button" href={row.href}>
                  {row.what}
                </a>
              ) : row.entry !== null && isShown ? (
                <button type="button" className="link-button" onClick={() => onOpen(row.entry ?? '')}>
                  {row.what}
                </button>
              ) : (
                row.what
              )}
            </td>
            <td className="num">
              {row.minutes === null ? '' : formatShort(row.minutes)}
              {row.rawMinutes !== null && row.rawMinutes !== row.minutes && (
                <small>{t('clock.raw', { time: formatShort(row.rawMinutes) })}</small>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  return isShown ? (
    <div
      className="day-table-scroll"
      tabIndex={0}
      role="region"
      aria-label={t('timeline.table')}
      data-own-arrows
    >
      {table}
    </div>
  ) : (
    table
  );
});
