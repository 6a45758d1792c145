import { useWords } from '../words/use-words.ts';
import type { Translate } from '#shared/values/translate.ts';
import { inOurWords } from '../words/host-words.ts';

/** Tells sentences of the host in the language of the window, also after that has changed. */
export function useHostWords(): Translate {
  useWords();
  return inOurWords;
}
