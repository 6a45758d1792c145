import { useTranslation } from 'react-i18next';
import type { WeekShape } from '#shared/contract/shapes.ts';
import { formatShort, formatTimesheet } from '#shared/values/minutes.ts';
import { BookingMark } from '../../components/BookingMark.tsx';
import { SourceMark } from '../../components/SourceMark.tsx';
import { StatusChip } from '../../components/StatusChip.tsx';
import { useBookings } from '../../hooks/booking.ts';
import { useFormats } from '../../hooks/formats.ts';
import { BookedRow } from './BookedRow.tsx';
import { cellState } from './week-bookings.ts';

interface Props {
  readonly data: WeekShape;
  /** Indexes of the days that have a column. */
  readonly shown: readonly number[];
  readonly today: string;
}

/** Minutes by ticket and day, with sums on both edges; a day's head leads to the day. */
export function WeekGrid({ data, shown, today }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const columns = shown.flatMap((index) => {
    const day = data.days[index];
    return day ? [{ index, day }] : [];
  });
  const bookings = [...useBookings(data.week).values()];
  const isToday = (date: string) => (date === today ? ' is-today' : '');
  return (
    <div
      className="week-scroll surface"
      tabIndex={0}
      role="region"
      aria-label={t('week.grid')}
      data-own-arrows
    >
      <table className="week-grid">
        <thead>
          <tr>
            <th scope="col" className="week-ticket">
              {t('week.ticket')}
            </th>
            {columns.map(({ day }) => (
              <th key={day.date} scope="col" className={`week-day${isToday(day.date)}`}>
                <a href={`#/today/${day.date}`} title={t('week.openDay', { day: formats.longDay(day.date) })}>
                  <span>{formats.weekday(day.date)}</span>
                  <small>{formats.dayAndMonth(day.date)}</small>
                </a>
              </th>
            ))}
            <th scope="col" className="week-sum">
              {t('week.total')}
            </th>
          </tr>
          <tr className="week-states">
            <th scope="row" className="week-ticket">
              {t('week.status')}
            </th>
            {columns.map(({ day }) => (
              <td key={day.date} className={`week-state${isToday(day.date)}`}>
                {day.entries > 0 && <StatusChip status={day.status} small />}
                {day.unallocated > 0 && (
                  <small className="week-open">{t('week.open', { count: day.unallocated })}</small>
                )}
              </td>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {data.tickets.map((ticket) => (
            <tr key={ticket.ticket ?? ''} className={ticket.ticket === null ? 'week-unallocated' : undefined}>
              <th scope="row" className="week-ticket">
                <b>{ticket.ticket ?? t('week.unallocated')}</b>
                {ticket.title !== '' && <span title={ticket.title}>{ticket.title}</span>}
              </th>
              {columns.map(({ index, day }) => {
                const minutes = ticket.days[index] ?? 0;
                const sources = ticket.sources[index] ?? [];
                const state = cellState(bookings, ticket.ticket, day);
                return (
                  <td key={day.date} className={`num${isToday(day.date)}`}>
                    {(minutes !== 0 || sources.length > 0) && (
                      <a className="week-cell" href={`#/today/${day.date}`} tabIndex={-1}>
                        <span className="week-marks">
                          {sources.map((source) => (
                            <SourceMark key={source} source={source} size={9} />
                          ))}
                        </span>
                        {state && <BookingMark {...state} size={13} />}
                        {formatShort(minutes)}
                      </a>
                    )}
                  </td>
                );
              })}
              <td className="num week-sum">{formatShort(ticket.minutes)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="week-totals">
            <th scope="row">{t('week.total')}</th>
            {columns.map(({ day }) => (
              <td key={day.date} className={`num${isToday(day.date)}`}>
                {day.minutes === 0 && day.target === 0 ? '' : formatTimesheet(day.minutes)}
              </td>
            ))}
            <td className="num week-sum">{formatTimesheet(data.totals.minutes)}</td>
          </tr>
          <tr className="week-quiet">
            <th scope="row">{t('week.target')}</th>
            {columns.map(({ day }) => (
              <td key={day.date} className={`num${isToday(day.date)}`}>
                {day.target === 0 ? '' : formatShort(day.target)}
              </td>
            ))}
            <td className="num week-sum">{formatShort(data.totals.target)}</td>
          </tr>
          <tr className="week-quiet">
            <th scope="row">{t('week.gap')}</th>
            {columns.map(({ day }) => {
              const gap = Math.max(0, day.target - day.minutes);
              return (
                <td key={day.date} className={`num${isToday(day.date)}`}>
                  {gap === 0 || day.date > today ? '' : formatShort(gap)}
                </td>
              );
            })}
            <td className="num week-sum">{data.totals.gap > 0 ? formatShort(data.totals.gap) : ''}</td>
          </tr>
          <BookedRow bookings={bookings} days={columns.map(({ day }) => day)} isToday={isToday} />
          {data.days.some((day) => day.untracked > 0) && (
            <tr className="week-quiet">
              <th scope="row">{t('week.untracked')}</th>
              {columns.map(({ day }) => (
                <td key={day.date} className={`num${isToday(day.date)}`}>
                  {day.untracked > 0 ? formatShort(day.untracked) : ''}
                </td>
              ))}
              <td className="num week-sum">
                {formatShort(data.days.reduce((sum, day) => sum + day.untracked, 0))}
              </td>
            </tr>
          )}
        </tfoot>
      </table>
    </div>
  );
}
