import { useWords } from '../words/use-words.ts';
import { client } from '../client/connect.ts';
import { inOurWords } from '../words/host-words.ts';
import { say, useChange } from './change.ts';

/** Takes back and does again, and says what it was. */
export function useUndo(): { undo: () => void; redo: () => void } {
  const { t } = useWords();
  const undo = useChange(() => client.entry.undo({}), {
    done: ({ done }) => say(t('day.undone', { what: inOurWords(done) })),
  });
  const redo = useChange(() => client.entry.redo({}), {
    done: ({ done }) => say(t('day.redone', { what: inOurWords(done) })),
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
