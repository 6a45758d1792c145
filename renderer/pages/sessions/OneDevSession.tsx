import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { instant } from '#shared/values/instant.ts';
import { dayOf } from '#shared/values/local-day.ts';
import { devSessionQuery } from '../../client/dev-session-queries.ts';
import { PageFallback } from '../../components/PageFallback.tsx';
import { useFormats } from '../../hooks/formats.ts';
import { DevRow } from './DevRow.tsx';
import { OpenDevSession } from './OpenDevSession.tsx';
import { useZone } from './use-zone.ts';

/** One session by itself: somebody came for it, from the clock, the calendar or a ticket. */
export function OneDevSession({ id }: { id: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const zone = useZone();
  const { data, error, refetch } = useQuery(devSessionQuery(id));
  const head = useRef<HTMLHeadingElement>(null);
  const isThere = data !== undefined;
  useEffect(() => {
    if (isThere) head.current?.focus();
  }, [isThere]);
  if (!data) return <PageFallback error={error} retry={() => void refetch()} />;
  const day = dayOf(instant(Date.parse(data.startedAt)), zone);
  return (
    <section aria-labelledby="dev-one">
      <div className="dev-history-head">
        <h2 className="caption list-caption" id="dev-one" ref={head} tabIndex={-1}>
          <a className="quiet-link" href={`#/today/${day}`}>
            {formats.longDay(day)}
          </a>
        </h2>
        <a className="link-button" href="#/sessions/development">
          {t('devSessions.all')}
        </a>
      </div>
      {data.endedAt === null && (
        <ul className="dev-open">
          <OpenDevSession session={data} />
        </ul>
      )}
      <ul className="rows surface">
        <DevRow session={data} zone={zone} isFirstOpen />
      </ul>
    </section>
  );
}
