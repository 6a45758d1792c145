import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionShape } from '#shared/contract/shapes.ts';
import { dayOf } from '#shared/values/local-day.ts';
import { instant } from '#shared/values/instant.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { sessionsQuery } from '../../client/queries.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageFallback } from '../../components/PageFallback.tsx';
import { useFormats } from '../../hooks/formats.ts';
import { useZone } from './use-zone.ts';

/** Read when somebody wants to see them. */
const DevSessions = lazy(async () => ({ default: (await import('./DevSessions.tsx')).DevSessions }));

/** Timers and development sessions, each kind on a sheet of its own. @param shown `development`, else timers. */
export function SessionsPage({ shown }: { shown: string | null }) {
  const { t } = useTranslation();
  const isDevelopment = shown === 'development';
  return (
    <>
      <header className="page-head page-head-column">
        <h1 className="page-title">{t('sessions.title')}</h1>
        <p className="page-lead">{t(isDevelopment ? 'devSessions.lead' : 'sessions.lead')}</p>
        <nav className="session-tabs" aria-label={t('devSessions.tabs')}>
          <a href="#/sessions" aria-current={isDevelopment ? undefined : 'page'}>
            {t('devSessions.timers')}
          </a>
          <a href="#/sessions/development" aria-current={isDevelopment ? 'page' : undefined}>
            {t('devSessions.development')}
          </a>
        </nav>
      </header>
      <div className="page-body">
        <div className="page-narrow">
          {isDevelopment ? (
            <Suspense fallback={<PageFallback error={null} retry={() => undefined} />}>
              <DevSessions />
            </Suspense>
          ) : (
            <Timers />
          )}
        </div>
      </div>
    </>
  );
}

/** Sessions of the timer, newest first, under their days. */
function Timers() {
  const { t } = useTranslation();
  const formats = useFormats();
  const { data, error, refetch } = useQuery(sessionsQuery());
  const zone = useZone();
  if (!data) return <PageFallback error={error} retry={() => void refetch()} />;
  const byDay = Map.groupBy(data, (session) => dayOf(instant(Date.parse(session.startedAt)), zone));
  return (
    <>
      {data.length === 0 && (
        <EmptyState title={t('sessions.emptyTitle')}>
          <p>{t('sessions.empty')}</p>
        </EmptyState>
      )}
      {[...byDay].map(([day, sessions]) => (
        <section key={day}>
          <h2 className="caption list-caption">
            <a className="quiet-link" href={`#/today/${day}`}>
              {formats.longDay(day)}
            </a>
          </h2>
          <ul className="rows surface">
            {sessions.map((session) => (
              <SessionRow key={session.id} session={session} zone={zone} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function SessionRow({ session, zone }: { session: SessionShape; zone: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <li className={`session-row session-row-${session.status}`}>
      <span className="session-clock num">
        {session.endedAt === null
          ? `${formats.clock(session.startedAt, zone)}–`
          : formats.clockRange(session.startedAt, session.endedAt, zone)}
      </span>
      <b className="session-ticket">{session.ticket ?? ''}</b>
      <span className="session-title">{session.title}</span>
      {session.recovered && (
        <span
          className="tag"
          title={t(
            session.recoverySource === 'heartbeat'
              ? 'sessions.recoveredHeartbeat'
              : 'sessions.recoveredEstimated',
          )}
        >
          {t('sessions.recovered')}
        </span>
      )}
      {session.status !== 'completed' && <span className="tag">{t(`sessions.${session.status}`)}</span>}
      <span className="row-minutes num">{formatShort(session.minutes)}</span>
    </li>
  );
}
