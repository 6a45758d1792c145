import type { SettingWords } from './setting-name.ts';

/** Names of the settings about what the week asks. */
export const REVIEW_SETTING_WORDS: Readonly<Record<string, SettingWords>> = {
  'review.shortestGap': {
    en: 'Shortest gap to ask about',
    de: 'Kürzeste Lücke, nach der gefragt wird',
    deMeaning: 'Kürzere Zeit ohne Erklärung, in Minuten, ist keine offene Frage der Woche.',
  },
};
