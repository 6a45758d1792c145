import type { SettingWords } from './setting-name.ts';

/** Names of the settings about development sessions. */
export const DEV_SESSION_SETTING_WORDS: Readonly<Record<string, SettingWords>> = {
  'dev.unit': {
    en: 'Unit of cost',
    de: 'Einheit der Kosten',
    deMeaning:
      'Die Einheit, in der die Kosten von Entwicklungssitzungen neben US-Dollar genannt werden. Leer: nur Dollar.',
  },
  'dev.unitUsd': {
    en: 'Worth of a unit',
    de: 'Wert einer Einheit',
    deMeaning: 'Was eine Einheit in US-Dollar wert ist: für Modelle ohne eigenen Satz.',
  },
  'dev.unitRates': {
    en: 'Rates of models in units',
    de: 'Sätze der Modelle in Einheiten',
    deMeaning: 'Einheiten für eine Million Token eines Modells, wo sie nicht aus seinem Preis folgen.',
  },
  'dev.imageUnits': {
    en: 'Units for an image',
    de: 'Einheiten für ein Bild',
    deMeaning: 'Einheiten für ein Bild, das gemacht wurde.',
  },
  'dev.searchUnits': {
    en: 'Units for a search',
    de: 'Einheiten für eine Suche',
    deMeaning: 'Einheiten für eine Suche, die gestellt wurde.',
  },
  'dev.agents': {
    en: 'Runs of Claude Code and development sessions',
    de: 'Läufe von Claude Code und Entwicklungssitzungen',
    deMeaning:
      'Was ein Lauf von Claude Code mit Entwicklungssitzungen macht: nichts, zu der seines Tickets oder Repositorys gehören, oder eine beginnen, wo keine ist.',
  },
};

export const DEV_SESSION_CHOICE_WORDS = {
  off: { en: 'Nothing', de: 'Nichts' },
  join: { en: 'Join one that is open', de: 'Zu einer offenen gehören' },
  begin: { en: 'Start one where there is none', de: 'Eine beginnen, wo keine ist' },
} as const;
