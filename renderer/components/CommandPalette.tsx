import { Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openDialog, useDialog } from '../hooks/dialogs.ts';
import type { Command } from '../hooks/commands.ts';
import { useCommands } from '../hooks/commands.ts';

/** Go to a page or a date, or do something, by typing a few letters. */
export function CommandPalette() {
  const { t } = useTranslation();
  const opened = useDialog() === 'palette';
  return (
    <Modal.Root
      opened={opened}
      onClose={() => openDialog(null)}
      size={520}
      yOffset="12vh"
      transitionProps={{ duration: 120 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('app.search')}>
        <Modal.Body className="palette-body">{opened && <PaletteBody />}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function PaletteBody() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [marked, setMarked] = useState(0);
  const commands = useCommands(text);
  const current = Math.min(marked, commands.length - 1);
  useEffect(() => {
    document.getElementById(`command-${current}`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const run = (command: Command | undefined) => {
    if (!command) return;
    openDialog(null);
    // After the dialog gave the focus back, so that a command may take it.
    setTimeout(command.run, 150);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && commands.length > 0) {
      event.preventDefault();
      setMarked((current + step + commands.length) % commands.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(commands[current]);
    }
  };
  return (
    <div className="palette">
      <input
        className="palette-field"
        data-autofocus
        role="combobox"
        aria-expanded="true"
        aria-controls="commands"
        aria-activedescendant={commands.length > 0 ? `command-${current}` : undefined}
        aria-label={t('palette.placeholder')}
        placeholder={t('palette.placeholder')}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setMarked(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="palette-list" id="commands" role="listbox" aria-label={t('app.search')}>
        {commands.map((command, index) => (
          <div
            key={command.id}
            id={`command-${index}`}
            role="option"
            aria-selected={index === current}
            className="palette-option"
            onMouseMove={() => setMarked(index)}
            onClick={() => run(command)}
          >
            <span>{command.words}</span>
            {command.key && <kbd>{command.key}</kbd>}
          </div>
        ))}
      </div>
      {commands.length === 0 && <p className="palette-nothing">{t('palette.nothing')}</p>}
    </div>
  );
}
