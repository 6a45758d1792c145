import { Modal } from '@mantine/core';
import { Suspense, lazy, useState } from 'react';
import { useWords } from '../words/use-words.ts';
import { openDialog, useDialog } from '../hooks/dialogs.ts';

const ShortcutList = lazy(async () => ({
  default: (await import('./shortcuts/ShortcutList.tsx')).ShortcutList,
}));

/** Every key there is, and where they are changed; opened by `?`. */
export function ShortcutsSheet() {
  const { t } = useWords();
  const opened = useDialog() === 'shortcuts';
  const [isListening, setListening] = useState(false);
  return (
    <Modal
      opened={opened}
      onClose={() => openDialog(null)}
      title={t('app.shortcuts')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      // While it waits for new keys, Escape leaves only that.
      closeOnEscape={!isListening}
      size={720}
      transitionProps={{ duration: 120 }}
    >
      <Suspense fallback={<div className="key-coming" />}>
        <ShortcutList onListening={setListening} />
      </Suspense>
    </Modal>
  );
}
