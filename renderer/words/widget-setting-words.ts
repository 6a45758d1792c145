import type { SettingWords } from './setting-name.ts';

/** Name of the setting about the small window. */
export const WIDGET_SETTING_WORDS: Readonly<Record<string, SettingWords>> = {
  'app.widget': {
    en: 'Small window above all others',
    de: 'Kleines Fenster über allen anderen',
    deMeaning:
      'Ein kleines Fenster, das über allen anderen bleibt und zeigt, was läuft, mit Pause und Stopp.',
  },
};
