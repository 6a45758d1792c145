/** Words of the tray and of notifications; the window has its own (renderer/words). Both languages have the same keys. */
export interface TrayWords {
  readonly running: (what: string) => string;
  readonly paused: (what: string) => string;
  readonly idle: string;
  readonly tooltipRunning: (what: string, elapsed: string) => string;
  readonly tooltipPaused: (what: string, elapsed: string) => string;
  readonly tooltipIdle: (today: string) => string;
  readonly start: string;
  readonly startOn: string;
  readonly stop: string;
  readonly pause: string;
  readonly resume: string;
  readonly today: (total: string) => string;
  readonly openDays: (days: readonly string[], count: number) => string;
  readonly questions: (count: number, minutes: number) => string;
  readonly continueLast: (what: string) => string;
  readonly repositories: (count: number) => string;
  readonly log: string;
  readonly reconcile: string;
  readonly week: string;
  readonly settings: string;
  readonly quit: string;
  readonly noTrayTitle: string;
  readonly noTrayBody: string;
  readonly recoveredTitle: string;
  readonly recoveredBody: (what: string, clock: string) => string;
  readonly noticeTitle: string;
  readonly refusedTitle: string;
}

const en: TrayWords = {
  running: (what) => what,
  paused: (what) => `Paused: ${what}`,
  idle: 'Nothing runs',
  tooltipRunning: (what, elapsed) => `${what} · ${elapsed}`,
  tooltipPaused: (what, elapsed) => `${what} · paused at ${elapsed}`,
  tooltipIdle: (today) => `Stint · today ${today}`,
  start: 'Start',
  startOn: 'Start on…',
  stop: 'Stop',
  pause: 'Pause',
  resume: 'Resume',
  today: (total) => `Today: ${total}`,
  openDays: (days, count) =>
    count === 1
      ? `1 day is not reviewed yet: ${days.join(', ')}`
      : `${count} days are not reviewed yet: ${days.join(', ')}`,
  questions: (count, minutes) =>
    `${count} ${count === 1 ? 'question' : 'questions'}, about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
  continueLast: (what) => `Continue ${what}`,
  repositories: (count) =>
    count === 1 ? 'A repository could not be read' : `${count} repositories could not be read`,
  log: 'Log time…',
  reconcile: 'Reconcile today',
  week: 'This week',
  settings: 'Settings',
  quit: 'Quit',
  noTrayTitle: 'Stint is running, but this desktop shows no tray',
  noTrayBody: 'The window opens instead. Closing it does not stop Stint; start Stint again to get it back.',
  recoveredTitle: 'A session was closed for you',
  recoveredBody: (what, clock) =>
    `Stint stopped unexpectedly. ${what} now ends at ${clock}, the last sign of life. Look it over.`,
  noticeTitle: 'Stint set something aside',
  refusedTitle: 'That did not work',
};

const de: TrayWords = {
  running: (what) => what,
  paused: (what) => `Pausiert: ${what}`,
  idle: 'Nichts läuft',
  tooltipRunning: (what, elapsed) => `${what} · ${elapsed}`,
  tooltipPaused: (what, elapsed) => `${what} · pausiert bei ${elapsed}`,
  tooltipIdle: (today) => `Stint · heute ${today}`,
  start: 'Starten',
  startOn: 'Starten auf…',
  stop: 'Stoppen',
  pause: 'Pausieren',
  resume: 'Fortsetzen',
  today: (total) => `Heute: ${total}`,
  openDays: (days, count) =>
    count === 1
      ? `1 Tag ist noch nicht geprüft: ${days.join(', ')}`
      : `${count} Tage sind noch nicht geprüft: ${days.join(', ')}`,
  questions: (count, minutes) =>
    `${count} ${count === 1 ? 'Frage' : 'Fragen'}, etwa ${minutes} ${minutes === 1 ? 'Minute' : 'Minuten'}`,
  continueLast: (what) => `${what} fortsetzen`,
  repositories: (count) =>
    count === 1 ? 'Ein Repository war nicht lesbar' : `${count} Repositories waren nicht lesbar`,
  log: 'Zeit eintragen…',
  reconcile: 'Heute abgleichen',
  week: 'Diese Woche',
  settings: 'Einstellungen',
  quit: 'Beenden',
  noTrayTitle: 'Stint läuft, aber dieser Desktop zeigt keine Leiste für Symbole',
  noTrayBody:
    'Stattdessen öffnet sich das Fenster. Schließt du es, läuft Stint weiter; starte Stint erneut, um es zurückzuholen.',
  recoveredTitle: 'Eine Sitzung wurde für dich beendet',
  recoveredBody: (what, clock) =>
    `Stint wurde unerwartet beendet. ${what} endet jetzt um ${clock}, beim letzten Lebenszeichen. Sieh es dir an.`,
  noticeTitle: 'Stint hat etwas beiseitegelegt',
  refusedTitle: 'Das ging nicht',
};

export type Language = 'en' | 'de';

/** The language of the shell: the setting, else the system's where it is one of ours. */
export function languageOf(setting: 'system' | Language, systemLocale: string): Language {
  if (setting !== 'system') return setting;
  return systemLocale.toLowerCase().startsWith('de') ? 'de' : 'en';
}

export const wordsIn = (language: Language): TrayWords => (language === 'de' ? de : en);
