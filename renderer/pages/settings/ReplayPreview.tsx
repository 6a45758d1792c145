import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatShort } from '#shared/values/minutes.ts';
import { replayQuery } from '../../client/queries.ts';
import { FieldProblem } from '../../components/FieldProblem.tsx';
import { useFormats } from '../../hooks/formats.ts';
import { changesOf } from './replay-changes.ts';

interface Props {
  /** Key of the setting. */
  readonly setting: string;
  /** What it would be. */
  readonly value: unknown;
  readonly isBusy: boolean;
  readonly onDo: () => void;
  readonly onLeave: () => void;
}

/** What a change would make of the drafts of the last week, before it is made. */
export function ReplayPreview({ setting, value, isBusy, onDo, onLeave }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { data, error } = useQuery(replayQuery(setting, value));
  const days = data ? changesOf(data.days) : [];
  return (
    <section className="replay" aria-label={t('settings.preview')}>
      <div role="status">
        {!data && error === null && <p className="hint">{t('settings.previewWait')}</p>}
        {data && days.length === 0 && <p className="replay-words">{t('settings.previewNothing')}</p>}
        {days.length > 0 && (
          <>
            <h3 className="caption">{t('settings.preview')}</h3>
            <ul className="replay-days">
              {days.map((day) => (
                <li key={day.date}>
                  <b>{formats.shortDay(day.date)}</b>
                  <span className="num replay-sum">
                    {t('settings.previewSum', {
                      before: formatShort(day.total.before),
                      after: formatShort(day.total.after),
                    })}
                  </span>
                  <span className="replay-tickets">
                    {day.tickets.map(({ ticket, by }) => (
                      <span key={ticket ?? ''} className="num">
                        {ticket ?? t('list.unallocated')} {by > 0 ? '+' : '−'}
                        {formatShort(Math.abs(by))}
                      </span>
                    ))}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <FieldProblem error={error} />
      <div className="replay-actions">
        <Button size="xs" autoFocus disabled={isBusy || error !== null} onClick={onDo}>
          {t('settings.previewDo')}
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={onLeave}>
          {t('app.cancel')}
        </Button>
      </div>
    </section>
  );
}
