import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceShape } from '#shared/contract/source-operations.ts';
import { client } from '../../client/connect.ts';
import { Prose } from '../../components/Prose.tsx';
import { say, useChange } from '../../hooks/change.ts';
import { useFormats } from '../../hooks/formats.ts';
import { useNow } from '../../hooks/now.ts';
import { SourceStateMark } from './SourceStateMark.tsx';
import { canPause, canRead, isPushed } from './source-facts.ts';
import { useHostWords } from '../../hooks/host-words.ts';

interface Props {
  readonly source: SourceShape;
  /** Takes the place of the host's name for it. */
  readonly name?: string;
  /** Takes the place of the host's words about its state. */
  readonly detail?: string;
  /** Where it is: a path or a host. */
  readonly place?: string | null;
  /** What else can be done with it, after reading and pausing. */
  readonly actions?: ReactNode;
  /** What stands under it, such as the calendars of an account. */
  readonly children?: ReactNode;
}

/** A source: its state by shape and in words, when it was read, what it found today, and what can be done. */
export function SourceRow({
  source,
  name: given,
  detail = source.detail,
  place = null,
  actions,
  children,
}: Props) {
  const { t } = useTranslation();
  const hostWords = useHostWords();
  const name = given ?? hostWords(source.name);
  const formats = useFormats();
  const now = useNow(60_000);
  const when =
    source.lastReadAt === null
      ? canRead(source) && source.state === 'ready'
        ? t('sources.never')
        : null
      : t(isPushed(source) ? 'sources.heard' : 'sources.scanned', {
          when: formats.ago(source.lastReadAt, now),
        });
  return (
    <li className={`source source-is-${source.state}`} aria-label={name}>
      <div className="source-line">
        <SourceStateMark state={source.state} />
        <div className="source-words">
          <span className="source-name">
            <b>{name}</b>
            <span className={`source-state-word source-state-${source.state}`}>
              {t(`sources.state.${source.state}`)}
            </span>
            {when !== null && <span className="source-when">{when}</span>}
          </span>
          {place !== null && (
            <span className="source-place" title={place}>
              {place}
            </span>
          )}
          {(source.state !== 'ready' || place === null) && (
            <span className="source-detail">
              <Prose words={detail} />
            </span>
          )}
          {source.today !== null && (
            <span className="source-today">{t('sources.today', { found: hostWords(source.today) })}</span>
          )}
        </div>
        <div className="source-actions">
          <ReadAndPause source={source} name={name} />
          {actions}
        </div>
      </div>
      {children}
    </li>
  );
}

function ReadAndPause({ source, name }: { source: SourceShape; name: string }) {
  const { t } = useTranslation();
  const stale = ['sources', 'repositories', 'day', 'week', 'tickets'] as const;
  const read = useChange(() => client.source.read({ source: source.key }), { stale });
  const isPaused = source.state === 'paused';
  const pause = useChange(
    () => (isPaused ? client.source.resume : client.source.pause)({ source: source.key }),
    { stale, done: () => say(t(isPaused ? 'sources.resumedSaid' : 'sources.pausedSaid', { name })) },
  );
  const pauseWords = t(isPaused ? 'sources.resume' : 'sources.pause');
  const PauseIcon = isPaused ? IconPlayerPlay : IconPlayerPause;
  return (
    <>
      {canRead(source) && (
        <Tooltip label={t('sources.read')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${t('sources.read')}: ${name}`}
            loading={read.isPending}
            onClick={() => read.mutate(undefined)}
          >
            <IconRefresh size={16} />
          </ActionIcon>
        </Tooltip>
      )}
      {canPause(source) && (
        <Tooltip label={pauseWords}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${pauseWords}: ${name}`}
            disabled={pause.isPending}
            onClick={() => pause.mutate(undefined)}
          >
            <PauseIcon size={16} />
          </ActionIcon>
        </Tooltip>
      )}
    </>
  );
}
