import type { SettingWords } from './setting-name.ts';

/** What the settings of triggers are called. */
export const TRIGGER_SETTING_WORDS: Readonly<Record<string, SettingWords>> = {
  'tasks.autoStart': {
    en: 'Start with the ticket',
    de: 'Mit dem Ticket starten',
    deMeaning:
      'Ein Ticket, das begonnen wird, startet seine Sitzung (`stint task start` und was unten verfolgt wird).',
  },
  'tasks.autoStop': {
    en: 'Stop with the ticket',
    de: 'Mit dem Ticket stoppen',
    deMeaning: 'Ein Ticket, das fertig oder blockiert ist, stoppt seine Sitzung.',
  },
  'tasks.pattern': {
    en: 'Name of a session',
    de: 'Name einer Sitzung',
    deMeaning: 'Wie die Sitzung eines Tickets heißt: {task_id} und {task_title} werden eingesetzt.',
  },
  'triggers.files': {
    en: 'Follow ticket files',
    de: 'Ticket-Dateien folgen',
    deMeaning:
      'Dem Status der Ticket-Dateien in deinen Repositorys folgen: in Arbeit startet eine Sitzung, fertig stoppt sie.',
  },
  'triggers.trackers': {
    en: 'Follow trackers',
    de: 'Trackern folgen',
    deMeaning: 'Dem Status deiner Tickets in Linear, Jira oder GitHub folgen, sobald er gelesen wird.',
  },
  'triggers.checkout': {
    en: 'Follow checkouts',
    de: 'Checkouts folgen',
    deMeaning: 'Das Auschecken eines Branches, der ein Ticket nennt, startet dessen Sitzung.',
  },
};
