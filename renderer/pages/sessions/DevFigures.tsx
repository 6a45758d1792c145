import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DevSessionShape } from '#shared/contract/dev-session-shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { useFormats } from '../../hooks/formats.ts';
import { priceWords } from './dev-words.ts';

/** The figures of a session: time, changes, tokens, cost. */
export function DevFigures({ session }: { session: DevSessionShape }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const price = priceWords(session, formats);
  return (
    <dl className="dev-figures">
      <Figure name={t('devSessions.attention')}>
        {session.attentionUnknown ? t('devSessions.attentionUnknown') : formatShort(session.attentionMinutes)}
      </Figure>
      {session.agentMinutes > 0 && (
        <Figure name={t('devSessions.agents')}>{formatShort(session.agentMinutes)}</Figure>
      )}
      {session.gitStart !== null && (
        <Figure
          name={t('devSessions.changes')}
          below={`${t('devSessions.commits', { count: session.commits })} · ${t('devSessions.files', { count: session.filesChanged })}`}
        >
          {t('devSessions.lines', {
            added: formats.count(session.linesAdded),
            removed: formats.count(session.linesRemoved),
          })}
        </Figure>
      )}
      {session.tokens > 0 && <Figure name={t('devSessions.tokens')}>{formats.count(session.tokens)}</Figure>}
      <Figure name={t('devSessions.cost')} below={price.units}>
        {price.usd}
      </Figure>
    </dl>
  );
}

function Figure({
  name,
  below = null,
  children,
}: {
  name: string;
  below?: string | null;
  children: ReactNode;
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="num">
        <b>{children}</b>
        {below !== null && <span>{below}</span>}
      </dd>
    </div>
  );
}
