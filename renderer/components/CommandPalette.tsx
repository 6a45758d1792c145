import { Modal } from '@mantine/core';
import { Suspense, lazy, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useWords } from '../words/use-words.ts';
import { dialogText, dialogTurn, focusBefore, openDialog, useDialog } from '../hooks/dialogs.ts';

const load = () => import('./palette/Palette.tsx');
const Palette = lazy(async () => ({ default: (await load()).Palette }));

/** Go to a page, a date, a ticket or a setting, do something, or log time, by typing a few letters. */
export function CommandPalette() {
  const { t } = useWords();
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
      <Modal.Content aria-label={t('app.search')} data-closing={opened ? undefined : true}>
        <Modal.Body className="palette-body">
          <Opened
            key={dialogTurn()}
            onRun={(run) => {
              chosen.current = run;
              openDialog(null);
            }}
          />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** While the palette is still read, its field takes what is typed already, and Enter means it. */
function Opened({ onRun }: { onRun: (run: () => void) => void }) {
  const { t } = useWords();
  const [text, setText] = useState(dialogText);
  const [isEntered, setEntered] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  // At once, and not with the dialog's next turn: what is typed meanwhile would be lost.
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(text.length, text.length);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what it begins with
  }, []);
  return (
    <Suspense
      fallback={
        <div className="palette">
          <input
            ref={field}
            className="palette-field"
            data-autofocus
            aria-label={t('app.search')}
            placeholder={t('palette.placeholder')}
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setEntered(false);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) setEntered(true);
            }}
          />
          <div className="palette-list palette-coming" aria-hidden />
          <p className="palette-hint" aria-hidden>
            {t('palette.hint')}
          </p>
        </div>
      }
    >
      <Palette text={text} isEntered={isEntered} onText={setText} onRun={onRun} />
    </Suspense>
  );
}
