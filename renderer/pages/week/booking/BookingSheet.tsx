import { Drawer, SegmentedControl } from '@mantine/core';
import '@mantine/core/styles/Drawer.layer.css';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProviderShape } from '#shared/contract/booking-shapes.ts';
import type { ProviderId } from '#shared/values/provider-id.ts';
import { isProviderId } from '#shared/values/provider-id.ts';
import { useFormats } from '../../../hooks/formats.ts';
import '../../../styles/booking-sheet.css';
import '../../../styles/plan.css';
import { SheetBody } from './SheetBody.tsx';

interface Props {
  readonly week: string;
  readonly from: string;
  readonly to: string;
  readonly connected: readonly ProviderShape[];
  readonly first: ProviderId;
  readonly opened: boolean;
  readonly onClose: () => void;
  /** It is out of sight, and the focus back where it came from, if that can still have it. */
  readonly onGone: () => void;
}

/** What would be booked of a week, and the booking of it: plan first, then every row as it goes. */
export function BookingSheet({ week, from, to, connected, first, opened, onClose, onGone }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [chosen, setChosen] = useState<ProviderId>(first);
  // Where the focus returns to is noticed by a drawer that opens, not by one that is born open.
  const [isThere, setIsThere] = useState(false);
  useEffect(() => setIsThere(true), []);
  const provider = connected.find(({ id }) => id === chosen) ?? connected[0];
  if (!provider) return null;
  return (
    <Drawer.Root
      opened={opened && isThere}
      onClose={onClose}
      onExitTransitionEnd={onGone}
      position="right"
      size="min(760px, calc(100vw - 88px))"
      transitionProps={{ duration: 120 }}
      classNames={{ content: 'booking-sheet' }}
    >
      <Drawer.Overlay />
      <Drawer.Content aria-label={t('sheet.title', { name: provider.name })}>
        <Drawer.Header className="booking-sheet-head">
          <div>
            <Drawer.Title>{t('sheet.title', { name: provider.name })}</Drawer.Title>
            <span className="hint">{formats.dayRange(from, to)}</span>
          </div>
          {connected.length > 1 && (
            <SegmentedControl
              size="xs"
              aria-label={t('sheet.provider')}
              value={provider.id}
              data={connected.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(id) => {
                if (isProviderId(id)) setChosen(id);
              }}
            />
          )}
          <Drawer.CloseButton aria-label={t('app.close')} />
        </Drawer.Header>
        <SheetBody key={provider.id} provider={provider} week={week} onClose={onClose} />
      </Drawer.Content>
    </Drawer.Root>
  );
}
