import { Modal } from '@mantine/core';
import { useWords } from '../words/use-words.ts';
import { openDialog, useDialog } from '../hooks/dialogs.ts';
import { QuickAdd } from './QuickAdd.tsx';

/** Quick add over any page that has none of its own. Closing it keeps what was typed; writing closes it. */
export function QuickAddDialog() {
  const { t } = useWords();
  const opened = useDialog() === 'quickAdd';
  return (
    <Modal.Root
      opened={opened}
      onClose={() => openDialog(null)}
      size={640}
      yOffset="14vh"
      transitionProps={{ duration: 120 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('quick.title')} data-closing={opened ? undefined : true}>
        <Modal.Body className="quick-add-dialog">
          <QuickAdd date="today" onWritten={() => openDialog(null)} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
