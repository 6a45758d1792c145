import type { TFunction } from 'i18next';
import i18next from 'i18next';
import { useSyncExternalStore } from 'react';

/** The words of the language that is spoken. */
interface Words {
  readonly t: TFunction;
  readonly language: string;
}

function wordsOf(language: string): Words {
  const plain = new Map<string, string>();
  const said = (key: string): string => {
    let words = plain.get(key);
    if (words === undefined)
      plain.set(key, (words = i18next.t(...([key] as unknown as Parameters<TFunction>))));
    return words;
  };
  const t = (key: string, ...rest: readonly unknown[]) =>
    rest.length === 0 ? said(key) : i18next.t(...([key, ...rest] as unknown as Parameters<TFunction>));
  return { language, t: t as unknown as TFunction };
}

let words = wordsOf(i18next.language);

function subscribe(listener: () => void): () => void {
  i18next.on('languageChanged', listener);
  return () => i18next.off('languageChanged', listener);
}

function current(): Words {
  if (words.language !== i18next.language) words = wordsOf(i18next.language);
  return words;
}

/**
 * The words of the window, as `useTranslation` of the library gives them, for what the first page and its rows are made
 * of: the library makes a copy of itself for each component that asks, and looks up again what was said before.
 */
export const useWords = (): Words => useSyncExternalStore(subscribe, current);
