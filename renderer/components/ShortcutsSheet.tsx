import { Modal } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { openDialog, useDialog } from '../hooks/dialogs.ts';
import { keyLabel } from '../hooks/shortcuts.ts';

const GROUPS = [
  {
    title: 'everywhere',
    keys: [
      ['palette', 'mod+k'],
      ['help', '?'],
      ['goToday', '1'],
      ['goWeek', '2'],
      ['startSession', 's'],
      ['undo', 'mod+z'],
      ['redo', 'mod+shift+z'],
    ],
  },
  {
    title: 'onDay',
    keys: [
      ['quickAdd', 'n'],
      ['confirm', 'mod+enter'],
      ['previousNext', 'arrowleft arrowright'],
      ['move', 'j k'],
    ],
  },
  {
    title: 'onRow',
    keys: [
      ['open', 'enter'],
      ['edit', 'e'],
      ['ticket', 't'],
      ['attend', 'a'],
      ['delete', 'backspace'],
      ['leave', 'escape'],
    ],
  },
] as const;

/** Every key there is; opened by `?`. */
export function ShortcutsSheet() {
  const { t } = useTranslation();
  const opened = useDialog() === 'shortcuts';
  return (
    <Modal
      opened={opened}
      onClose={() => openDialog(null)}
      title={t('app.shortcuts')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      size={640}
      transitionProps={{ duration: 120 }}
    >
      <div className="sheet">
        {GROUPS.map((group) => (
          <section key={group.title}>
            <h3 className="caption">{t(`keys.${group.title}`)}</h3>
            <dl className="sheet-keys">
              {group.keys.map(([name, combos]) => (
                <Fragment key={name}>
                  <dt>{t(`keys.${name}`)}</dt>
                  <dd>
                    {combos.split(' ').map((combo) => (
                      <kbd key={combo}>{keyLabel(combo)}</kbd>
                    ))}
                  </dd>
                </Fragment>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
