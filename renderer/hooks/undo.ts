import { useRef } from 'react';
import { keepPlace } from '../components/row-focus.ts';
import { useWords } from '../words/use-words.ts';
import { client } from '../client/connect.ts';
import { inOurWords } from '../words/host-words.ts';
import { say, useChange } from './change.ts';

/** Whoever presses faster than the host answers means each press; a key that is held is not to run ahead of the eye. */
const MOST_WAITING = 5;

/** What undo moves or takes away may be what the keyboard stands in: it is noted before, and the focus given back after. */
async function inPlace<T extends object>(step: Promise<T>): Promise<T & { readonly back: () => void }> {
  const back = keepPlace();
  return { ...(await step), back };
}

/** Takes back and does again, and says what it was. */
export function useUndo(): { undo: () => void; redo: () => void } {
  const { t } = useWords();
  const undo = useChange(() => inPlace(client.entry.undo({})), {
    done: ({ done, back }) => {
      back();
      say(t('day.undone', { what: inOurWords(done) }));
    },
  });
  const redo = useChange(() => inPlace(client.entry.redo({})), {
    done: ({ done, back }) => {
      back();
      say(t('day.redone', { what: inOurWords(done) }));
    },
  });
  const waiting = useRef(0);
  const step = (change: typeof undo): void => {
    if (waiting.current >= MOST_WAITING) return;
    waiting.current += 1;
    // A refusal was told already.
    void change
      .mutateAsync(undefined)
      .catch(() => undefined)
      .finally(() => (waiting.current -= 1));
  };
  return { undo: () => step(undo), redo: () => step(redo) };
}
