import { useTranslation } from 'react-i18next';
import type { WeekShape } from '#shared/contract/shapes.ts';
import { BookingMark, worstOf } from '../../components/BookingMark.tsx';
import type { Booked } from '../../hooks/booking.ts';
import { countsOn } from './week-bookings.ts';

interface Props {
  readonly bookings: readonly Booked[];
  readonly days: WeekShape['days'];
  readonly isToday: (date: string) => string;
}

/** The last row of the week: how much of each day is booked. Nothing while nothing was to be booked. */
export function BookedRow({ bookings, days, isToday }: Props) {
  const { t } = useTranslation();
  const columns = days.map((day) => ({ day, here: countsOn(bookings, day) }));
  const all = columns.flatMap(({ here }) => here);
  if (all.length === 0) return null;
  const words = (here: readonly Booked[]) =>
    t('booked.rowOf', { done: here.filter(({ state }) => state === 'booked').length, all: here.length });
  return (
    <tr className="week-quiet">
      <th scope="row">{t('booked.row')}</th>
      {columns.map(({ day, here }) => {
        const state = worstOf(here.map((booked) => booked.state));
        const worst = here.find((booked) => booked.state === state);
        return (
          <td key={day.date} className={`num${isToday(day.date)}`}>
            {worst && (
              <span className="week-booked">
                <BookingMark
                  state={state}
                  name={worst.name}
                  reason={state === 'booked' ? null : worst.reason}
                  size={13}
                />
                {words(here)}
              </span>
            )}
          </td>
        );
      })}
      <td className="num week-sum">{words(all)}</td>
    </tr>
  );
}
