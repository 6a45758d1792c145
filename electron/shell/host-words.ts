import type { Translate } from '#shared/values/translate.ts';
import type { Language } from './tray-words.ts';

let german: Promise<Translate> | null = null;

/**
 * Tells sentences of the host (refusals, what was set aside) in the language of the shell (decision 0013). German is
 * read when something is first told in it; where it cannot be read, they are told as they came.
 */
export async function hostWordsIn(language: Language): Promise<Translate> {
  if (language === 'en') return asTheyCame;
  german ??= loadGerman();
  return german.catch(() => asTheyCame);
}

const asTheyCame: Translate = (sentence) => sentence;

async function loadGerman(): Promise<Translate> {
  const [{ translator }, { ALL_GERMAN }] = await Promise.all([
    import('#shared/values/translate.ts'),
    import('#shared/values/german/german.ts'),
  ]);
  return translator(ALL_GERMAN);
}
