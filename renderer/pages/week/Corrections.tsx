import { useTranslation } from 'react-i18next';
import type { WeekShape } from '#shared/contract/shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { useFormats } from '../../hooks/formats.ts';

/** What was appended to submitted days of the week, and why. */
export function Corrections({ corrections }: Pick<WeekShape, 'corrections'>) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (corrections.length === 0) return null;
  return (
    <section className="week-days" aria-labelledby="week-corrections-title">
      <h2 id="week-corrections-title" className="week-section">
        {t('weekDays.corrections')}
      </h2>
      <ul className="surface week-corrections">
        {corrections.map(({ id, date, ticket, minutes, reason, at }) => (
          <li key={id}>
            <span className="week-line-day">
              <b>{formats.weekday(date)}</b>
              <span>{formats.dayAndMonth(date)}</span>
            </span>
            <span className="num">
              {t('weekDays.correction', {
                time: `${minutes > 0 ? '+' : ''}${formatShort(minutes)}`,
                ticket: ticket ?? t('week.unallocated'),
              })}
            </span>
            <span className="week-correction-why">{reason}</span>
            <small>{t('weekDays.correctedAt', { when: formats.moment(at) })}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
