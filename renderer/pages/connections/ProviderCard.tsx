import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconKey, IconRefresh, IconStar, IconUnlink } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProviderShape } from '#shared/contract/booking-shapes.ts';
import { client } from '../../client/connect.ts';
import { FieldProblem } from '../../components/FieldProblem.tsx';
import { ProviderMark } from '../../components/ProviderMark.tsx';
import { Prose } from '../../components/Prose.tsx';
import { say, useChange } from '../../hooks/change.ts';
import { useFormats } from '../../hooks/formats.ts';
import { useNow } from '../../hooks/now.ts';
import { KeepingNote } from './KeepingNote.tsx';
import { ProviderFacts } from './ProviderFacts.tsx';
import { TokenForm } from './TokenForm.tsx';

const STALE = ['providers', 'units', 'mappings', 'booking', 'settings'] as const;

interface Props {
  readonly provider: ProviderShape;
  /** What to know about how its token is kept, unless the page says it for all. */
  readonly warning: string | null;
  /** There is something to choose about the default. */
  readonly hasChoice: boolean;
}

/** A connected provider: how it stands, who and where you are there, what waits, and what can be done about it. */
export function ProviderCard({ provider, warning, hasChoice }: Props) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<'token' | 'disconnect' | 'nothing' | null>(null);
  // A token that is not accepted is asked for at once, unless somebody said not now.
  const asksToken = opened === 'token' || (opened === null && provider.state === 'unauthorised');
  const { id, name } = provider;
  const formats = useFormats();
  const now = useNow(30_000);
  const check = useChange(() => client.provider.status({ provider: id }), {
    stale: ['providers'],
    announce: false,
  });
  const prefer = useChange(() => client.setting.set({ key: 'booking.provider', value: id }), {
    stale: STALE,
    done: () => say(t('connections.madeDefault', { name })),
  });
  const disconnect = useChange(() => client.provider.disconnect({ provider: id }), {
    stale: STALE,
    done: () => say(t('connections.disconnected', { name })),
  });
  const action = (label: string, Icon: typeof IconKey, onClick: () => void, isBusy = false) => (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`${label}: ${name}`}
        loading={isBusy}
        onClick={onClick}
      >
        <Icon size={17} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  );
  return (
    <li className="provider-card surface" aria-label={name}>
      <header className="provider-head">
        <ProviderMark state={provider.state} size={20} />
        <h2>{name}</h2>
        <span className={`provider-state provider-${provider.state}`} role="status">
          {t(`connections.state.${provider.state}`)}
        </span>
        {provider.isDefault && hasChoice && (
          <span className="chip chip-small chip-submitted" title={t('connections.defaultHint')}>
            {t('connections.isDefault')}
          </span>
        )}
        <span className="topbar-space" />
        {hasChoice &&
          !provider.isDefault &&
          action(t('connections.makeDefault'), IconStar, () => prefer.mutate(undefined))}
        {action(t('connections.tokenNew'), IconKey, () => setOpened('token'))}
        {action(t('connections.disconnect'), IconUnlink, () => setOpened('disconnect'))}
        <span className="provider-checked">
          {provider.checkedAt === null
            ? t('connections.checkedNever')
            : t('connections.checked', { when: formats.ago(provider.checkedAt, now) })}
        </span>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconRefresh size={15} />}
          loading={check.isPending}
          onClick={() => check.mutate(undefined)}
        >
          {t('connections.check')}
        </Button>
      </header>
      {provider.state !== 'ready' && (
        <p className="provider-detail">
          <Prose words={provider.detail} />
        </p>
      )}
      <FieldProblem error={check.error} />
      <ProviderFacts provider={provider} />
      {warning !== null && <KeepingNote words={warning} />}
      {asksToken && (
        <TokenForm provider={provider} autoFocus={opened === 'token'} onClose={() => setOpened('nothing')} />
      )}
      {opened === 'disconnect' && (
        <div className="provider-ask">
          <span>{t('connections.disconnectAsk', { name })}</span>
          <Button
            size="compact-sm"
            className="danger"
            variant="light"
            autoFocus
            loading={disconnect.isPending}
            onClick={() => disconnect.mutate(undefined)}
          >
            {t('connections.disconnect')}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setOpened(null)}>
            {t('app.cancel')}
          </Button>
        </div>
      )}
    </li>
  );
}
