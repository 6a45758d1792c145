import { BOOKING_CHOICE_WORDS, BOOKING_SETTING_WORDS } from './booking-setting-words.ts';
import { DEV_SESSION_CHOICE_WORDS, DEV_SESSION_SETTING_WORDS } from './dev-session-setting-words.ts';
import { MONTHLY_CHOICE_WORDS, MONTHLY_SETTING_WORDS } from './monthly-setting-words.ts';
import { REMINDER_SETTING_WORDS } from './reminder-setting-words.ts';
import type { SettingWords } from './setting-name.ts';
import { SHORTCUT_SETTING_WORDS } from './shortcut-setting-words.ts';
import { REPORT_SETTING_WORDS } from './report-setting-words.ts';
import { REVIEW_SETTING_WORDS } from './review-setting-words.ts';
import { SOURCE_CHOICE_WORDS, SOURCE_SETTING_WORDS } from './source-setting-words.ts';
import { START_CHOICE_WORDS, START_SETTING_WORDS } from './start-setting-words.ts';
import { TRIGGER_SETTING_WORDS } from './trigger-setting-words.ts';
import { WIDGET_SETTING_WORDS } from './widget-setting-words.ts';

/** Keys that are not listed show under their own key: a setting of a newer host is never hidden. */
export const SETTING_WORDS: Readonly<Record<string, SettingWords>> = {
  'identity.user': {
    en: 'User',
    de: 'Benutzer',
    deMeaning: 'Kurzname, unter dem dein Stundenzettel geführt wird. Leer: dein Anmeldename.',
  },
  'identity.name': { en: 'Name', de: 'Name', deMeaning: 'Dein Name, wie Berichte ihn drucken.' },
  'identity.emails': {
    en: 'Author e-mails',
    de: 'Autoren-E-Mails',
    deMeaning: 'Commits mit diesen Adressen sind deine. Leer: aus git config übernommen.',
  },
  'time.zone': {
    en: 'Time zone',
    de: 'Zeitzone',
    deMeaning: 'Zone, in der deine Tage gezählt werden. Leer: die Zone dieses Rechners.',
  },
  'time.workingHoursPerDay': {
    en: 'Hours of a working day',
    de: 'Stunden eines Arbeitstags',
    deMeaning: 'Was 1d bedeutet, und das Soll eines Tages.',
  },
  'time.workingDays': { en: 'Working days', de: 'Arbeitstage', deMeaning: 'Tage, die ein Soll haben.' },
  'git.maxGap': {
    en: 'Longest gap',
    de: 'Längste Lücke',
    deMeaning: 'Eine längere Lücke zwischen zwei Commits zählt nur als eine Standardsitzung.',
  },
  'git.defaultSession': {
    en: 'Default session',
    de: 'Standardsitzung',
    deMeaning: 'Arbeit vor dem ersten und nach dem letzten Commit, wenn die Anwesenheit nicht bekannt ist.',
  },
  'git.rounding': {
    en: 'Rounding',
    de: 'Rundung',
    deMeaning: 'Aus Git abgeleitete Zeit wird auf das nächste Vielfache gerundet.',
  },
  'git.roundingMode': {
    en: 'How to round',
    de: 'Art der Rundung',
    deMeaning: 'Jedes Ticket für sich, oder so, dass die Teile zusammen den Tag ergeben.',
  },
  'git.credit': {
    en: 'Time between commits',
    de: 'Zeit zwischen Commits',
    deMeaning: 'Sie gehört dem früheren Commit (after) oder dem späteren (before).',
  },
  'git.scanMinutes': {
    en: 'Look for commits every',
    de: 'Nach Commits sehen alle',
    deMeaning: 'Wie oft in den Repositorys nach neuen Commits gesehen wird, in Minuten.',
  },
  'presence.heartbeatSeconds': {
    en: 'Heartbeat',
    de: 'Lebenszeichen',
    deMeaning: 'Wie oft die Anwesenheit aufgeschrieben wird, in Sekunden.',
  },
  'presence.idleMinutes': {
    en: 'Away after',
    de: 'Abwesend nach',
    deMeaning: 'So viele Minuten ohne Eingabe heißt abwesend, gezählt ab der letzten Eingabe.',
  },
  'tickets.prefixes': {
    en: 'Ticket prefixes',
    de: 'Ticket-Präfixe',
    deMeaning: 'Präfixe, die Tickets sind (TB, APP). Leer: alles, was so aussieht.',
  },
  'tickets.projects': {
    en: 'Projects of prefixes',
    de: 'Projekte der Präfixe',
    deMeaning: 'Das Projekt eines Präfixes, wo es nicht das Präfix selbst ist.',
  },
  ...BOOKING_SETTING_WORDS,
  ...REVIEW_SETTING_WORDS,
  ...SOURCE_SETTING_WORDS,
  ...DEV_SESSION_SETTING_WORDS,
  ...REMINDER_SETTING_WORDS,
  ...REPORT_SETTING_WORDS,
  ...MONTHLY_SETTING_WORDS,
  'app.theme': { en: 'Appearance', de: 'Aussehen', deMeaning: 'Hell, dunkel, oder wie das System.' },
  'app.language': {
    en: 'Language',
    de: 'Sprache',
    deMeaning: 'Sprache des Fensters und des schnellen Anlegens.',
  },
  'app.openAtLogin': {
    en: 'Start at login',
    de: 'Beim Anmelden starten',
    deMeaning: 'Stint verborgen im Tray starten, wenn du dich anmeldest.',
  },
  'app.weekDays': {
    en: 'Days of a week',
    de: 'Tage einer Woche',
    deMeaning: 'Tage, die die Wochenseite zeigt; ein Wochenende mit Zeit wird immer gezeigt.',
  },
  ...START_SETTING_WORDS,
  ...TRIGGER_SETTING_WORDS,
  ...WIDGET_SETTING_WORDS,
  ...SHORTCUT_SETTING_WORDS,
  'doors.http': {
    en: 'HTTP door',
    de: 'HTTP-Zugang',
    deMeaning:
      'Anderen Programmen auf diesem Rechner erlauben, über HTTP mit Stint zu reden (Loopback, mit Token).',
  },
  'doors.httpPort': {
    en: 'Port of the HTTP door',
    de: 'Port des HTTP-Zugangs',
    deMeaning: 'Port des HTTP-Zugangs; 0 nimmt einen freien.',
  },
};

/** Words for values of a choice; a value that is not listed shows as it is. */
export const CHOICE_WORDS: Readonly<Record<string, { readonly en: string; readonly de: string }>> = {
  system: { en: 'As the system', de: 'Wie das System' },
  light: { en: 'Light', de: 'Hell' },
  dark: { en: 'Dark', de: 'Dunkel' },
  en: { en: 'English', de: 'English' },
  de: { en: 'Deutsch', de: 'Deutsch' },
  nearest: { en: 'Each to the nearest', de: 'Jedes für sich' },
  'sum-preserving': { en: 'Parts add up', de: 'Summe bleibt' },
  after: { en: 'Earlier commit', de: 'Früherer Commit' },
  before: { en: 'Later commit', de: 'Späterer Commit' },
  '5': { en: 'Monday to Friday', de: 'Montag bis Freitag' },
  '7': { en: 'Monday to Sunday', de: 'Montag bis Sonntag' },
  ...MONTHLY_CHOICE_WORDS,
  ...BOOKING_CHOICE_WORDS,
  ...SOURCE_CHOICE_WORDS,
  ...DEV_SESSION_CHOICE_WORDS,
  ...START_CHOICE_WORDS,
};
