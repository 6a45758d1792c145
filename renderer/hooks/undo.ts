import { useTranslation } from 'react-i18next';
import { client } from '../client/connect.ts';
import { stepWords } from '../words/step-words.ts';
import { say, useChange } from './change.ts';

/** Takes back and does again, and says what it was. */
export function useUndo(): { undo: () => void; redo: () => void } {
  const { t, i18n } = useTranslation();
  const undo = useChange(() => client.entry.undo({}), {
    done: ({ done }) => say(t('day.undone', { what: stepWords(done, i18n.language) })),
  });
  const redo = useChange(() => client.entry.redo({}), {
    done: ({ done }) => say(t('day.redone', { what: stepWords(done, i18n.language) })),
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
