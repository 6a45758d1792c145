import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProviderShape } from '#shared/contract/booking-shapes.ts';
import { ProviderMark } from '../../components/ProviderMark.tsx';
import { TokenForm } from './TokenForm.tsx';

/** A provider that is not connected: what it can, and the way in. */
export function ConnectTile({ provider }: { provider: ProviderShape }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const can = (['timers', 'budgets'] as const)
    .filter((name) => provider.can[name])
    .map((name) => t(`connections.can.${name}`));
  return (
    <li className={`provider-tile surface${isOpen ? ' provider-tile-open' : ''}`}>
      <div className="provider-tile-head">
        <ProviderMark state="off" />
        <div className="provider-tile-words">
          <b>{provider.name}</b>
          <span className="hint">{can.join(', ')}</span>
        </div>
        {!isOpen && (
          <Button
            ref={opener}
            size="compact-sm"
            variant="light"
            aria-label={t('connections.connectTo', { name: provider.name })}
            onClick={() => setIsOpen(true)}
          >
            {t('connections.connect')}
          </Button>
        )}
      </div>
      {isOpen && (
        <TokenForm
          provider={provider}
          autoFocus
          onClose={() => {
            setIsOpen(false);
            requestAnimationFrame(() => opener.current?.focus());
          }}
        />
      )}
    </li>
  );
}
