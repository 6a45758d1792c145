import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { openDevSessionsQuery } from '../../client/dev-session-queries.ts';
import { PageFallback } from '../../components/PageFallback.tsx';
import { useRoute } from '../../hooks/route.ts';
import '../../styles/dev-marks.css';
import '../../styles/dev-sessions.css';
import { DevHistory } from './DevHistory.tsx';
import { OneDevSession } from './OneDevSession.tsx';
import { OpenDevSession } from './OpenDevSession.tsx';
import { StartDevSession } from './StartDevSession.tsx';

/** Development sessions: start one, see what is open and what it costs, look up what was done. */
export function DevSessions() {
  const { t } = useTranslation();
  const { query } = useRoute();
  const [id, ticket] = [query.get('session'), query.get('ticket') ?? ''];
  const open = useQuery({ ...openDevSessionsQuery(), enabled: id === null });
  if (id !== null) return <OneDevSession key={id} id={id} />;
  if (ticket !== '') return <DevHistory key={ticket} hasOpen={false} ticket={ticket} />;
  if (!open.data) return <PageFallback error={open.error} retry={() => void open.refetch()} />;
  return (
    <div className="dev-sessions">
      <StartDevSession />
      {open.data.length > 0 && (
        <section aria-labelledby="dev-open">
          <h2 className="caption list-caption" id="dev-open">
            {t('devSessions.open')}
          </h2>
          <ul className="dev-open">
            {open.data.map((session) => (
              <OpenDevSession key={session.id} session={session} />
            ))}
          </ul>
        </section>
      )}
      <DevHistory hasOpen={open.data.length > 0} ticket="" />
    </div>
  );
}
