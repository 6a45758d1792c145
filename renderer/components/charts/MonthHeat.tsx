import { useTranslation } from 'react-i18next';
import { formatShort, formatTimesheet } from '#shared/values/minutes.ts';
import { useFormats } from '../../hooks/formats.ts';
import '../../styles/charts.css';
import type { HeatDay, HeatMonth } from './heat.ts';
import { heatOf, STEPS } from './heat.ts';

interface Props {
  readonly from: string;
  readonly to: string;
  readonly minutesOf: (date: string) => number;
  readonly targetOf: (date: string) => number;
  /** Minutes of a full day. */
  readonly fullDay: number;
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
/** More months than this are drawn small: shades without words. */
const LARGE = 3;

/** Months as calendars, stronger where there was more time: tables, so that they are read as such. */
export function MonthHeat({ from, to, minutesOf, targetOf, fullDay }: Props) {
  const { t } = useTranslation();
  const months = heatOf(from, to, minutesOf, fullDay);
  return (
    <div className={`heat ${months.length > LARGE ? 'heat-small' : 'heat-large'}`}>
      <div className="heat-months">
        {months.map((month) => (
          <Month key={month.month} month={month} targetOf={targetOf} />
        ))}
      </div>
      <p className="heat-legend" aria-hidden>
        {t('charts.less')}
        {Array.from({ length: STEPS + 1 }, (_, step) => (
          <span key={step} className={`chart-swatch heat-${step}`} />
        ))}
        {t('charts.moreTime')}
      </p>
    </div>
  );
}

function Month({ month, targetOf }: { month: HeatMonth; targetOf: (date: string) => number }) {
  const formats = useFormats();
  const weeks = Array.from({ length: month.weeks }, (_, week) =>
    WEEKDAYS.map((_weekday, at) => month.days.find((day) => day.week === week && day.weekday === at) ?? null),
  );
  return (
    <table className="heat-month">
      <caption>
        <b>{formats.month(`${month.month}-01`)}</b>
        <span className="num">{formatTimesheet(month.minutes)}</span>
      </caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col">
              {formats.weekdayNumber(weekday)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((days, week) => (
          <tr key={week}>
            {days.map((day, at) =>
              day === null ? (
                <td key={at} className="heat-none" />
              ) : (
                <Day key={at} day={day} targetOf={targetOf} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day, targetOf }: { day: HeatDay; targetOf: (date: string) => number }) {
  const formats = useFormats();
  const { date, minutes, step } = day;
  return (
    <td
      className={`heat-day heat-${step}${targetOf(date) === 0 ? ' heat-free' : ''}`}
      title={`${formats.shortDay(date)} · ${formatShort(minutes)}`}
    >
      <span className="heat-date">{Number(date.slice(8))}</span>
      <span className="heat-time num">{minutes === 0 ? '' : formatShort(minutes)}</span>
    </td>
  );
}
