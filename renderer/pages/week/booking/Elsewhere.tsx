import { IconHandStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Plan } from '#shared/contract/booking-shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { useFormats } from '../../../hooks/formats.ts';

/** What stands at the provider without an entry of ours: seen, and left alone. */
export function Elsewhere({ rows }: { rows: Plan['elsewhere'] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <section className="plan-group plan-elsewhere" aria-label={t('sheet.group.elsewhere')}>
      <header className="plan-group-head">
        <IconHandStop size={16} aria-hidden />
        <h3>{t('sheet.group.elsewhere')}</h3>
        <span className="tag num">{rows.length}</span>
        <span className="plan-group-sum num">
          {formatShort(rows.reduce((sum, row) => sum + row.minutes, 0))}
        </span>
      </header>
      <p className="hint plan-hint">{t('sheet.hint.elsewhere')}</p>
      <ul className="rows plan-rows">
        {rows.map((row) => (
          <li key={row.remoteId} className="plan-line">
            <span className="plan-tick" />
            <span className="plan-day num">{formats.shortDay(row.date)}</span>
            <span className="plan-words">
              <span className="plan-what">{row.note === '' ? t('sheet.noWords') : row.note}</span>
              <span className="plan-unit">{row.unit}</span>
            </span>
            <span className="plan-side">
              <span className="plan-minutes num">{formatShort(row.minutes)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
