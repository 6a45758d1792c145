import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.ts';
import { prepareHostWords } from './host-words.ts';

export type Language = 'en' | 'de';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: typeof en };
  }
}

/** The language of the machine, as far as Stint speaks it. */
const systemLanguage = (): Language =>
  navigator.languages
    .find((tag) => /^(en|de)\b/i.test(tag))
    ?.toLowerCase()
    .startsWith('de')
    ? 'de'
    : 'en';

/** The language that the setting `app.language` means; null: it has no such value. */
export const languageOf = (setting: unknown): Language | null =>
  setting === 'system' ? systemLanguage() : setting === 'en' || setting === 'de' ? setting : null;

const load = async (language: Language): Promise<() => void> => {
  const speakForHost = prepareHostWords(language);
  if (language === 'de' && !i18next.hasResourceBundle('de', 'words')) {
    const { de } = await import('./de.ts');
    i18next.addResourceBundle('de', 'words', de);
  }
  return speakForHost;
};

/** Makes the words ready. English is always there; another language is read when it is spoken. */
export async function prepareWords(): Promise<void> {
  void i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    defaultNS: 'words',
    resources: { en: { words: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  document.documentElement.lang = i18next.language;
  await speak(systemLanguage());
}

/** Language asked for last: a slower answer to an earlier wish must not win. */
let wanted: Language = 'en';

/** Changes the language of everything that is shown. Words that cannot be read leave the language as it is. */
export async function speak(language: Language): Promise<void> {
  wanted = language;
  if (i18next.language === language) return;
  let speakForHost: () => void;
  try {
    speakForHost = await load(language);
  } catch {
    return;
  }
  if (wanted !== language) return;
  speakForHost();
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
