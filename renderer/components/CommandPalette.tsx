import { Modal } from '@mantine/core';
import { Suspense, lazy, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { focusBefore, openDialog, useDialog } from '../hooks/dialogs.ts';

const load = () => import('./palette/Palette.tsx');
const Palette = lazy(async () => ({ default: (await load()).Palette }));

/** Go to a page, a date, a ticket or a setting, do something, or log time, by typing a few letters. */
export function CommandPalette() {
  const { t } = useTranslation();
  const opened = useDialog() === 'palette';
  const chosen = useRef<(() => void) | null>(null);
  // Read while nothing else is to be done, so that it is there with the key.
  useEffect(() => {
    const idle = window.requestIdleCallback(() => void load());
    return () => window.cancelIdleCallback(idle);
  }, []);
  return (
    <Modal.Root
      opened={opened}
      onClose={() => openDialog(null)}
      size={620}
      yOffset="12vh"
      transitionProps={{ duration: 120 }}
      returnFocus={false}
      onExitTransitionEnd={() => {
        // First the focus goes back, then the command may take it.
        focusBefore();
        chosen.current?.();
        chosen.current = null;
      }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('app.search')}>
        <Modal.Body className="palette-body">
          <Suspense fallback={<div className="palette-coming" />}>
            <Palette
              onRun={(run) => {
                chosen.current = run;
                openDialog(null);
              }}
            />
          </Suspense>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
