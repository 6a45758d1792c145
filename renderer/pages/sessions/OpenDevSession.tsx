import { Button, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DevSessionShape } from '#shared/contract/dev-session-shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { client } from '../../client/connect.ts';
import { devSessionQuery } from '../../client/dev-session-queries.ts';
import { say, useChange } from '../../hooks/change.ts';
import { DevFigures } from './DevFigures.tsx';
import { TypeTag } from './DevTypeIcon.tsx';

const STALE = { stale: ['sessions', 'status', 'day'] } as const;

/** A session that is open: what it comes to so far, and what can be done with it. */
export function OpenDevSession({ session }: { session: DevSessionShape }) {
  const { t } = useTranslation();
  const { id, title, status } = session;
  // What changed in git so far is only known of one that is asked for by itself.
  const { data: alone = session } = useQuery(devSessionQuery(id));
  const [isEnding, setIsEnding] = useState(false);
  const ender = useRef<HTMLButtonElement>(null);
  const pause = useChange(() => client.devSession.pause({ id }), STALE);
  const resume = useChange(() => client.devSession.resume({ id }), STALE);
  const drop = useChange(() => client.devSession.cancel({ id }), STALE);
  const isActive = status === 'active';
  return (
    <li className={`dev-card surface dev-type-${session.type}`}>
      <div className="dev-card-head">
        <span className={`dev-dot dev-dot-${status}`} aria-hidden="true" />
        <h3>
          {session.ticket !== null && <b className="dev-ticket">{session.ticket}</b>} {title}
        </h3>
        <TypeTag type={session.type} />
        <span className="tag" title={session.recovered ? t('devSessions.recovered') : undefined}>
          {t(`devSessions.status.${status}`)}
        </span>
        <span className="dev-time num">{formatShort(session.durationMinutes)}</span>
      </div>
      {session.recovered && status === 'paused' && <p className="dev-note">{t('devSessions.recovered')}</p>}
      <DevFigures session={alone} />
      {isEnding ? (
        <EndForm
          session={session}
          onClose={() => {
            setIsEnding(false);
            // The button is there again only after the form is gone.
            requestAnimationFrame(() => ender.current?.focus());
          }}
        />
      ) : (
        <div className="dev-card-actions">
          <Button ref={ender} size="compact-sm" onClick={() => setIsEnding(true)}>
            {t('devSessions.complete')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            loading={pause.isPending || resume.isPending}
            onClick={() => (isActive ? pause : resume).mutate(undefined)}
          >
            {t(isActive ? 'devSessions.pause' : 'devSessions.resume')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            loading={drop.isPending}
            onClick={() => drop.mutate(undefined)}
          >
            {t('devSessions.drop')}
          </Button>
        </div>
      )}
    </li>
  );
}

/** What is said at the end; all of it may be left out. */
function EndForm({ session, onClose }: { session: DevSessionShape; onClose: () => void }) {
  const { t } = useTranslation();
  const [summary, setSummary] = useState(session.summary ?? '');
  const [steps, setSteps] = useState(session.nextSteps.join('\n'));
  const complete = useChange(
    () =>
      client.devSession.complete({
        id: session.id,
        nextSteps: steps.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()])),
        ...(summary.trim() === '' ? {} : { summary: summary.trim() }),
      }),
    { ...STALE, done: ({ title }) => say(t('devSessions.completed', { title })) },
  );
  return (
    <form
      className="dev-end"
      onSubmit={(event) => {
        event.preventDefault();
        complete.mutate(undefined);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <Textarea
        label={t('devSessions.summary')}
        placeholder={t('devSessions.summaryHint')}
        value={summary}
        maxLength={2000}
        rows={2}
        autoFocus
        onChange={(event) => setSummary(event.currentTarget.value)}
      />
      <Textarea
        label={t('devSessions.nextSteps')}
        value={steps}
        maxLength={2000}
        rows={2}
        onChange={(event) => setSteps(event.currentTarget.value)}
      />
      <div className="dev-card-actions">
        <Button type="submit" size="compact-sm" loading={complete.isPending}>
          {t('devSessions.completeNow')}
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </div>
    </form>
  );
}
