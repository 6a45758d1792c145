import { ActionIcon, Button, TextInput } from '@mantine/core';
import {
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconPlayerTrackNext,
  IconX,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Hint } from './Hint.tsx';
import { useWords } from '../words/use-words.ts';
import type { SessionShape } from '#shared/contract/shapes.ts';
import { formatShort } from '#shared/values/minutes.ts';
import { client } from '../client/connect.ts';
import { statusQuery } from '../client/queries.ts';
import { say, useChange } from '../hooks/change.ts';
import { dropQuery, useRoute } from '../hooks/route.ts';
import { useShortcuts } from '../hooks/shortcuts.ts';
import { Elapsed } from './Elapsed.tsx';
import { StintMark } from './StintMark.tsx';

const STALE = ['status', 'sessions', 'day', 'week', 'tickets'] as const;
const titleOf = (session: SessionShape) =>
  [session.ticket, session.title].filter((part) => part && part !== '').join(' ');

/** What runs, with its controls; or where to start something. */
export function SessionBar() {
  const { t } = useWords();
  const { data: status } = useQuery(statusQuery());
  const running = status?.running ?? null;
  const state = running === null ? 'idle' : running.status === 'paused' ? 'paused' : 'running';
  return (
    <section className={`session session-${state}`} aria-label={t('session.region')}>
      <span className="session-mark">
        <StintMark state={state} />
      </span>
      {running ? <Running session={running} /> : <Starter />}
      <span className="sr-only" aria-live="polite">
        {running === null
          ? t('session.none')
          : t(running.status === 'paused' ? 'session.paused' : 'session.running', { what: titleOf(running) })}
      </span>
    </section>
  );
}

function Running({ session }: { session: SessionShape }) {
  const { t } = useWords();
  const paused = session.status === 'paused';
  const pause = useChange(() => (paused ? client.session.resume({}) : client.session.pause({})), {
    stale: STALE,
  });
  const stop = useChange(() => client.session.stop({}), {
    stale: STALE,
    done: (done) => say(t('session.stopped', { what: titleOf(done), time: formatShort(done.minutes) })),
  });
  const cancel = useChange(() => client.session.cancel({}), { stale: STALE });
  const [dropping, setDropping] = useState(false);
  const busy = pause.isPending || stop.isPending || cancel.isPending;
  const pauseLabel = t(paused ? 'session.resume' : 'session.pause');
  return (
    <>
      <span className="session-what" title={titleOf(session)}>
        {session.ticket && <b>{session.ticket}</b>} {session.title !== session.ticket && session.title}
      </span>
      <Elapsed session={session} />
      {dropping ? (
        <>
          <span className="session-ask">{t('session.cancelAsk')}</span>
          <Button
            size="compact-sm"
            className="danger"
            variant="light"
            autoFocus
            disabled={busy}
            onClick={() => cancel.mutate(undefined)}
          >
            {t('session.cancel')}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setDropping(false)}>
            {t('app.cancel')}
          </Button>
        </>
      ) : (
        <>
          <Hint label={pauseLabel}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={pauseLabel}
              disabled={busy}
              onClick={() => pause.mutate(undefined)}
            >
              {paused ? <IconPlayerPlay size={16} /> : <IconPlayerPause size={16} />}
            </ActionIcon>
          </Hint>
          <Hint label={t('session.stop')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('session.stop')}
              disabled={busy}
              onClick={() => stop.mutate(undefined)}
            >
              <IconPlayerStop size={16} />
            </ActionIcon>
          </Hint>
          <Hint label={t('session.cancel')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('session.cancel')}
              disabled={busy}
              onClick={() => setDropping(true)}
            >
              <IconX size={16} />
            </ActionIcon>
          </Hint>
        </>
      )}
    </>
  );
}

function Starter() {
  const { t } = useWords();
  const route = useRoute();
  const field = useRef<HTMLInputElement>(null);
  const [what, setWhat] = useState('');
  const start = useChange((text: string) => client.session.start({ what: text }), {
    stale: STALE,
    done: () => setWhat(''),
  });
  const again = useChange(() => client.session.continue({}), { stale: STALE });
  useShortcuts({ startSession: () => field.current?.focus() });
  const asked = route.query.get('start') !== null;
  useEffect(() => {
    if (!asked) return;
    field.current?.focus();
    dropQuery();
  }, [asked]);
  return (
    <form
      className="session-start"
      onSubmit={(event) => {
        event.preventDefault();
        if (what.trim() !== '') start.mutate(what.trim());
      }}
    >
      <TextInput
        ref={field}
        size="xs"
        className="session-field"
        value={what}
        maxLength={500}
        onChange={(event) => setWhat(event.currentTarget.value)}
        placeholder={t('session.startOn')}
        aria-label={t('session.startOn')}
      />
      {what.trim() === '' ? (
        <Hint label={t('session.continue')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={30}
            aria-label={t('session.continue')}
            disabled={again.isPending}
            onClick={() => again.mutate(undefined)}
          >
            <IconPlayerTrackNext size={16} />
          </ActionIcon>
        </Hint>
      ) : (
        <Button type="submit" size="xs" variant="light" disabled={start.isPending}>
          {t('session.start')}
        </Button>
      )}
    </form>
  );
}
