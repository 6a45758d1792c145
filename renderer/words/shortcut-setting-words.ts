import type { SettingWords } from './setting-name.ts';

/** Names of the settings of keys. */
export const SHORTCUT_SETTING_WORDS: Readonly<Record<string, SettingWords>> = {
  'app.shortcuts': {
    en: 'Keys you changed',
    de: 'Tasten, die du geändert hast',
    deMeaning:
      'Tasten, die du Aktionen gegeben hast; mehrere durch Leerzeichen getrennt, leer: keine. Geändert wird auf der Liste der Tastenkürzel (?).',
  },
  'app.letterKeys': {
    en: 'Single-letter shortcuts',
    de: 'Kürzel aus einem Zeichen',
    deMeaning:
      'Einzelne Buchstaben, Ziffern und Zeichen sind Kürzel. Aus: nur Tasten mit Strg, Cmd oder Alt, Pfeile und Funktionstasten.',
  },
  'app.globalToggle': {
    en: 'Start or stop from anywhere',
    de: 'Von überall starten oder stoppen',
    deMeaning:
      'Tasten, die aus jedem Programm eine Sitzung starten oder stoppen, etwa CommandOrControl+Alt+T. Leer: keine.',
  },
  'app.globalQuickAdd': {
    en: 'Log time from anywhere',
    de: 'Von überall Zeit eintragen',
    deMeaning: 'Tasten, die aus jedem Programm das schnelle Anlegen öffnen. Leer: keine.',
  },
  'app.globalWindow': {
    en: 'Show or hide the window from anywhere',
    de: 'Das Fenster von überall zeigen oder verbergen',
    deMeaning: 'Tasten, die aus jedem Programm das Fenster zeigen und verbergen. Leer: keine.',
  },
};
