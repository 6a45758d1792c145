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

const DevCalendar = lazy(async () => ({ default: (await import('./DevCalendar.tsx')).DevCalendar }));

/**
 * Timers and development sessions, each kind on a sheet of its own, and the latter by month.
 * @param shown `development`, `calendar`, else timers.
 */
export function SessionsPage({ shown }: { shown: string | null }) {
  const { t } = useTranslation();
  const sheet = shown === 'development' || shown === 'calendar' ? shown : 'timers';
  const leads = {
    timers: t('sessions.lead'),
    development: t('devSessions.lead'),
    calendar: t('devSessions.calendarLead'),
  };
  const at = (one: typeof sheet) => (one === sheet ? 'page' : undefined);
  return (
    <>
      <header className="page-head page-head-column">
        <h1 className="page-title">{t('sessions.title')}</h1>
        <p className="page-lead">{leads[sheet]}</p>
        <nav className="session-tabs" aria-label={t('devSessions.tabs')}>
          <a href="#/sessions" aria-current={at('timers')}>
            {t('devSessions.timers')}
          </a>
          <a href="#/sessions/development" aria-current={at('development')}>
            {t('devSessions.development')}
          </a>
          <a href="#/sessions/calendar" aria-current={at('calendar')}>
            {t('devSessions.calendar')}
          </a>
        </nav>
      </header>
      <div className="page-body">
        <div className={sheet === 'calendar' ? undefined : 'page-narrow'}>
          <Suspense fallback={<PageFallback error={null} retry={() => undefined} />}>
            {sheet === 'timers' ? <Timers /> : sheet === 'calendar' ? <DevCalendar /> : <DevSessions />}
          </Suspense>
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
