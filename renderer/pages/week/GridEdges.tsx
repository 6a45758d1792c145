import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { WeekShape } from '#shared/contract/shapes.ts';
import { formatShort, formatTimesheet } from '#shared/values/minutes.ts';
import { StatusChip } from '../../components/StatusChip.tsx';
import type { Booked } from '../../hooks/booking.ts';
import { useFormats } from '../../hooks/formats.ts';
import { BookedRow } from './BookedRow.tsx';
import type { Column } from './GridRow.tsx';

interface HeadProps {
  readonly data: WeekShape;
  readonly columns: readonly Column[];
  /** The column whose head has the tab stop; null: a cell has it. */
  readonly focused: number | null;
}

/** The heads of the days lead to the day; below them how far each has come. */
export const GridHead = memo(function GridHead({ data, columns, focused }: HeadProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <thead>
      <tr>
        <th scope="col" className="week-ticket">
          {t('week.ticket')}
        </th>
        {columns.map(({ date, isToday }, at) => (
          <th key={date} scope="col" className={`week-day${isToday ? ' is-today' : ''}`}>
            <a
              href={`#/today/${date}`}
              title={t('week.openDay', { day: formats.longDay(date) })}
              data-column={at}
              tabIndex={focused === at ? 0 : -1}
            >
              <span>{formats.weekday(date)}</span>
              <small>{formats.dayAndMonth(date)}</small>
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
        {columns.map(({ index, date, isToday }) => {
          const day = data.days[index];
          return (
            <td key={date} className={`week-state${isToday ? ' is-today' : ''}`}>
              {day && day.entries > 0 && <StatusChip status={day.status} small />}
            </td>
          );
        })}
        <td />
      </tr>
    </thead>
  );
});

interface SumsProps {
  readonly data: WeekShape;
  readonly columns: readonly Column[];
  readonly today: string;
  readonly bookings: readonly Booked[];
}

/** What each day adds up to, what it should have, what is missing, and how much of it is booked. */
export const GridSums = memo(function GridSums({ data, columns, today, bookings }: SumsProps) {
  const { t } = useTranslation();
  const days = columns.flatMap(({ index, isToday }) => {
    const day = data.days[index];
    return day ? [{ day, mark: isToday ? ' is-today' : '' }] : [];
  });
  // Every day that the total counts: days to come, and, below zero, what a day has beyond its target.
  const gapOf = ({ target, minutes }: Pick<WeekShape['totals'], 'target' | 'minutes'>) => target - minutes;
  return (
    <tfoot>
      <tr className="week-totals">
        <th scope="row">{t('week.total')}</th>
        {days.map(({ day, mark }) => (
          <td key={day.date} className={`num${mark}`}>
            {day.minutes === 0 && day.target === 0 ? '' : formatTimesheet(day.minutes)}
          </td>
        ))}
        <td className="num week-sum">{formatTimesheet(data.totals.minutes)}</td>
      </tr>
      <tr className="week-quiet">
        <th scope="row">{t('week.target')}</th>
        {days.map(({ day, mark }) => (
          <td key={day.date} className={`num${mark}`}>
            {day.target === 0 ? '' : formatShort(day.target)}
          </td>
        ))}
        <td className="num week-sum">{formatShort(data.totals.target)}</td>
      </tr>
      <tr className="week-quiet">
        <th scope="row">{t('week.gap')}</th>
        {days.map(({ day, mark }) => (
          <td key={day.date} className={`num${mark}`}>
            {gapOf(day) === 0 ? '' : formatShort(gapOf(day))}
          </td>
        ))}
        <td className="num week-sum">{gapOf(data.totals) === 0 ? '' : formatShort(gapOf(data.totals))}</td>
      </tr>
      <BookedRow
        bookings={bookings}
        days={days.map(({ day }) => day)}
        isToday={(date) => (date === today ? ' is-today' : '')}
      />
    </tfoot>
  );
});
