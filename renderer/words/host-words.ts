import type { Translate } from '#shared/values/translate.ts';

/**
 * Sentences that the host has made (refusals, whys, warnings, the state of a source …) in the language of the window.
 * They come in English; decision 0013 says how they find their translation.
 */
const asTheyCame: Translate = (sentence) => sentence;
let translate: Translate = asTheyCame;

interface Meaning {
  readonly key: string;
  readonly meaning: string;
}

/** What the host says settings mean: that stands in refusals of their values too. */
let meanings: readonly Meaning[] = [];
let withMeanings: ((meanings: readonly Meaning[]) => Translate) | null = null;

/** Takes note of what settings mean. */
export function hearMeanings(of: readonly Meaning[]): void {
  if (of === meanings) return;
  meanings = of;
  if (translate !== asTheyCame && withMeanings !== null) translate = withMeanings(meanings);
}

const loadGerman = async (): Promise<Translate> => {
  const [{ translator }, { ALL_GERMAN }, { SETTING_WORDS }] = await Promise.all([
    import('#shared/values/translate.ts'),
    import('#shared/values/german/german.ts'),
    import('./setting-words.ts'),
  ]);
  withMeanings = (of) =>
    translator({
      ...Object.fromEntries(
        of.flatMap(({ key, meaning }) => {
          const told = SETTING_WORDS[key]?.deMeaning;
          return told === undefined ? [] : [[meaning, told]];
        }),
      ),
      ...ALL_GERMAN,
    });
  return withMeanings(meanings);
};

/** Makes the host's sentences ready in a language, and gives what switches to it. @throws when its words cannot be read. */
export async function prepareHostWords(language: 'en' | 'de'): Promise<() => void> {
  const next = language === 'de' ? await loadGerman() : asTheyCame;
  return () => {
    translate = next;
  };
}

/** A sentence of the host in the language the window speaks now. In a component take `useHostWords`, which hears of a change. */
export const inOurWords: Translate = (sentence) => translate(sentence);
