import type { SettingWords } from './setting-name.ts';

/** Names of the settings of reminders. */
export const REMINDER_SETTING_WORDS: Readonly<Record<string, SettingWords>> = {
  'reminders.workBlocks': {
    en: 'Working hours',
    de: 'Arbeitszeiten',
    deMeaning:
      'Wann du gewöhnlich arbeitest. Am Ende des letzten Blocks wird nach dem Tag gefragt; Abwesenheiten zählen nur darin.',
  },
  'reminders.days': {
    en: 'Days with reminders',
    de: 'Tage mit Erinnerung',
    deMeaning: 'Tage, an denen du erinnert wirst. Leer: deine Arbeitstage.',
  },
  'reminders.endOfDay': {
    en: 'End of the day',
    de: 'Am Ende des Tages',
    deMeaning: 'Am Ende des Tages einmal erinnern, solange er nicht geprüft ist.',
  },
  'reminders.week': {
    en: 'End of the week',
    de: 'Am Ende der Woche',
    deMeaning: 'Am Ende des letzten Arbeitstags erinnern, solange die Woche nicht eingereicht ist.',
  },
  'reminders.absences': {
    en: 'Ask about absences',
    de: 'Nach Abwesenheiten fragen',
    deMeaning: 'Fragen, was eine Abwesenheit war, wenn du zurück bist.',
  },
  'reminders.absenceMinutes': {
    en: 'Shortest absence asked about',
    de: 'Kürzeste Abwesenheit',
    deMeaning: 'Nach kürzeren Abwesenheiten wird nie gefragt, in Minuten.',
  },
  'reminders.meetings': {
    en: 'Switch for meetings',
    de: 'Für Termine wechseln',
    deMeaning:
      'Anbieten, die Sitzung zu wechseln, wenn ein Termin beginnt, der ein Ticket nennt, und danach zurück.',
  },
  'reminders.budgetPercents': {
    en: 'Budget warnings',
    de: 'Budget-Warnungen',
    deMeaning:
      'Sagen, wenn so viel vom Budget eines Projekts verbraucht ist, in Prozent; je einmal. Leer: nie.',
  },
  'reminders.sessionHours': {
    en: 'Long session',
    de: 'Lange Sitzung',
    deMeaning:
      'Sagen, wenn eine Sitzung länger läuft, in Stunden, oder nach der Arbeit, während niemand da ist. 0: nie.',
  },
  'reminders.quiet': {
    en: 'Do not disturb',
    de: 'Nicht stören',
    deMeaning: 'Keine Benachrichtigungen. Was wartet, zeigen der Tray und das Fenster.',
  },
};
