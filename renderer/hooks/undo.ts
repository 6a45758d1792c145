import { keepPlace } from '../components/row-focus.ts';
import { useWords } from '../words/use-words.ts';
import { client } from '../client/connect.ts';
import { inOurWords } from '../words/host-words.ts';
import { say, useChange } from './change.ts';

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
  return {
    undo: () => {
      if (!undo.isPending) undo.mutate(undefined);
    },
    redo: () => {
      if (!redo.isPending) redo.mutate(undefined);
    },
  };
}
