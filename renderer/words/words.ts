import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { de } from './de.ts';
import { en } from './en.ts';

export type Language = 'en' | 'de';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: typeof en };
  }
}

/** The language of the machine, as far as Stint speaks it. */
export const systemLanguage = (): Language =>
  navigator.languages
    .find((tag) => /^(en|de)\b/i.test(tag))
    ?.toLowerCase()
    .startsWith('de')
    ? 'de'
    : 'en';

/** Makes the words ready; both languages are small and come with the window. */
export function prepareWords(): void {
  void i18next.use(initReactI18next).init({
    lng: systemLanguage(),
    fallbackLng: 'en',
    defaultNS: 'words',
    resources: { en: { words: en }, de: { words: de } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  document.documentElement.lang = i18next.language;
}

/** Changes the language of everything that is shown. */
export function speak(language: Language): void {
  if (i18next.language === language) return;
  void i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
