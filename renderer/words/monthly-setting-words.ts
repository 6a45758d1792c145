import type { SettingWords } from './setting-name.ts';

/** What the settings of monthly reports are called. */
export const MONTHLY_SETTING_WORDS: Readonly<Record<string, SettingWords>> = {
  'reports.monthly': {
    en: 'Monthly reports by themselves',
    de: 'Monatsberichte von selbst',
    deMeaning: 'Erstellt die Berichte des vergangenen Monats von selbst, am ersten Arbeitstag eines Monats.',
  },
  'reports.monthlyFolder': {
    en: 'Folder for monthly reports',
    de: 'Ordner der Monatsberichte',
    deMeaning:
      'Ordner, in den Monatsberichte gelegt werden. Eine Datei, die du dort geändert hast, wird nie überschrieben.',
  },
  'reports.monthlyReports': {
    en: 'Which reports each month',
    de: 'Welche Berichte jeden Monat',
    deMeaning: 'Welche Berichte jeden Monat erstellt werden.',
  },
  'reports.monthlyFormats': {
    en: 'Formats of monthly reports',
    de: 'Formate der Monatsberichte',
    deMeaning: 'Als was Monatsberichte geschrieben werden. PDF braucht die Desktop-App.',
  },
  'reports.monthlyProjects': {
    en: 'Projects of monthly reports',
    de: 'Projekte der Monatsberichte',
    deMeaning: 'Projekte, deren Bericht jeden Monat erstellt wird. Leer: jedes Projekt mit Zeit im Monat.',
  },
};
