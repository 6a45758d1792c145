import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { openDevSessionsQuery } from '../../client/dev-session-queries.ts';
import { PageFallback } from '../../components/PageFallback.tsx';
import '../../styles/dev-sessions.css';
import { DevHistory } from './DevHistory.tsx';
import { OpenDevSession } from './OpenDevSession.tsx';
import { StartDevSession } from './StartDevSession.tsx';

/** Development sessions: start one, see what is open and what it costs, look up what was done. */
export function DevSessions() {
  const { t } = useTranslation();
  const open = useQuery(openDevSessionsQuery());
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
      <DevHistory hasOpen={open.data.length > 0} />
    </div>
  );
}
