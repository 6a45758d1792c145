import { IconPlayerPause, IconPlayerPlay, IconPlayerStop, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../client/connect.ts';
import { statusQuery } from '../../client/queries.ts';
import { Elapsed } from '../../components/Elapsed.tsx';
import { FieldProblem } from '../../components/FieldProblem.tsx';
import { StintMark } from '../../components/StintMark.tsx';
import { useChange } from '../../hooks/change.ts';
import { usePreferences } from '../../hooks/preferences.ts';
import { useWords } from '../../words/use-words.ts';
import '../../styles/widget.css';

const STALE = ['status', 'sessions', 'day', 'week', 'tickets'] as const;

/**
 * All of the small window: what runs, for how long, and what can be done with it. Nothing else is heard here: keys of the
 * big window would change things nobody sees.
 */
export function Widget() {
  usePreferences();
  const { t } = useWords();
  const { data: status } = useQuery(statusQuery());
  const running = status?.running ?? null;
  const state = running === null ? 'idle' : running.status === 'paused' ? 'paused' : 'running';
  const options = { stale: STALE, announce: false } as const;
  const pause = useChange(() => client.session.pause({}), options);
  const goOn = useChange(() => client.session.continue({}), options);
  const stop = useChange(() => client.session.stop({}), options);
  const close = useChange(() => client.setting.set({ key: 'app.widget', value: false }), {
    stale: ['settings'],
    announce: false,
  });
  const changes = [pause, goOn, stop, close];
  const isBusy = changes.some(({ isPending }) => isPending);
  const error = changes.find((change) => change.error !== null)?.error ?? null;
  /** One at a time; a refusal stands until something else is tried. */
  const press = (change: (typeof changes)[number]) => () => {
    for (const one of changes) one.reset();
    change.mutate(undefined);
  };
  const words =
    running === null
      ? t('session.none')
      : [running.ticket, running.title === running.ticket ? null : running.title].filter(Boolean).join(' ');
  return (
    <main className={`widget widget-${state}`} aria-label={t('widget.region')}>
      <h1 className="sr-only">{t('widget.region')}</h1>
      <span className="session-mark">
        <StintMark state={state} />
      </span>
      {error === null ? (
        <span className="widget-what" title={words}>
          {running?.ticket ? <b>{running.ticket}</b> : null}{' '}
          {running?.ticket ? words.slice(running.ticket.length).trim() : words}
        </span>
      ) : (
        <span className="widget-what">
          <FieldProblem error={error} brief />
        </span>
      )}
      {running !== null && <Elapsed session={running} />}
      <span className="widget-keys">
        {state === 'running' ? (
          <Key label={t('session.pause')} disabled={isBusy} onPress={press(pause)}>
            <IconPlayerPause size={16} />
          </Key>
        ) : (
          <Key
            label={t(state === 'paused' ? 'session.resume' : 'session.continue')}
            disabled={isBusy}
            onPress={press(goOn)}
          >
            <IconPlayerPlay size={16} />
          </Key>
        )}
        {running !== null && (
          <Key label={t('session.stop')} disabled={isBusy} onPress={press(stop)}>
            <IconPlayerStop size={16} />
          </Key>
        )}
        <Key label={t('widget.close')} disabled={isBusy} onPress={press(close)}>
          <IconX size={14} />
        </Key>
      </span>
      <span className="sr-only" aria-live="polite">
        {running === null
          ? t('session.none')
          : t(state === 'paused' ? 'session.paused' : 'session.running', { what: words })}
      </span>
    </main>
  );
}

interface KeyProps {
  readonly label: string;
  readonly disabled: boolean;
  readonly onPress: () => void;
  readonly children: React.ReactNode;
}

/** Its name is told by the system's own hint: a tooltip would not fit into the window. */
function Key({ label, disabled, onPress, children }: KeyProps) {
  return (
    <button
      type="button"
      className="widget-key"
      aria-label={label}
      title={label}
      // Disabled it would let go of the focus.
      aria-disabled={disabled}
      onClick={() => !disabled && onPress()}
    >
      {children}
    </button>
  );
}
