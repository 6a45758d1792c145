import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { formatShort, formatTimesheet } from '#shared/values/minutes.ts';
import { useFormats } from '../../hooks/formats.ts';
import type { ComparedDay, Credit, TicketRow } from './week-times.ts';
import { sumOf, ticketRows } from './week-times.ts';

interface Props {
  readonly days: readonly ComparedDay[];
  readonly isSame: boolean;
  readonly value: Credit;
  readonly onChoose: (way: Credit) => void;
}

/** Tickets that are named; the others are of little weight in a week. */
const MOST_ROWS = 7;

/** One week in two ways, side by side; the arrows change the choice, as in any group of radio buttons. */
export function WeekChoice({ days, isSame, value, onChoose }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const name = useId();
  const rows = ticketRows(days).slice(0, MOST_ROWS);
  const longest = Math.max(1, ...rows.flatMap((row) => [row.after, row.before]));
  const ticketName = (ticket: string | null) => ticket ?? t('steps.noTicket');
  const ways = isSame ? ([value] as const) : (['after', 'before'] as const);
  return (
    <>
      <div className="steps-weeks" role={isSame ? undefined : 'radiogroup'} aria-label={t('steps.weekTitle')}>
        {ways.map((way) => (
          <label
            key={way}
            className="steps-week surface"
            data-chosen={(!isSame && value === way) || undefined}
          >
            <span className="steps-week-head">
              {!isSame && (
                <input
                  type="radio"
                  data-own-arrows
                  name={name}
                  value={way}
                  checked={value === way}
                  onChange={() => onChoose(way)}
                  aria-describedby={`${name}-${way}`}
                />
              )}
              <b>{isSame ? t('steps.week') : t(`steps.${way}`)}</b>
              <span className="steps-week-sum num">{formatTimesheet(sumOf(days, way))}</span>
            </span>
            {!isSame && <span className="steps-small">{t(`steps.${way}Meaning`)}</span>}
            <span className="steps-bars" id={`${name}-${way}`}>
              {rows.map((row) => (
                <Bar
                  key={row.ticket ?? ''}
                  row={row}
                  way={way}
                  longest={longest}
                  name={ticketName(row.ticket)}
                />
              ))}
            </span>
          </label>
        ))}
      </div>
      <details className="steps-days">
        <summary>{t('steps.perDay')}</summary>
        <table>
          <thead>
            <tr>
              <td />
              {ways.map((way) => (
                <th key={way} scope="col">
                  {isSame ? t('steps.week') : t(`steps.${way}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={day.date}>
                <th scope="row">{formats.shortDay(day.date)}</th>
                {ways.map((way) => (
                  <td key={way} className="num">
                    {day[way]
                      .map(({ ticket, minutes }) => `${ticketName(ticket)} ${formatShort(minutes)}`)
                      .join(' · ') || t('steps.noWork')}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

function Bar({ row, way, longest, name }: { row: TicketRow; way: Credit; longest: number; name: string }) {
  const differs = row.after !== row.before;
  return (
    <span className="steps-bar" data-differs={differs || undefined}>
      <span className="steps-bar-name">{name}</span>
      <span className="steps-bar-ground" aria-hidden>
        <span style={{ width: `${(row[way] / longest) * 100}%` }} />
      </span>
      <span className="num">{row[way] === 0 ? '–' : formatShort(row[way])}</span>
    </span>
  );
}
