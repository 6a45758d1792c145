import type { SettingWords } from './setting-name.ts';

/** Names of the settings of calendars, editors, agents and ticket trackers. */
export const SOURCE_SETTING_WORDS: Readonly<Record<string, SettingWords>> = {
  'calendar.enabled': {
    en: 'Read calendars',
    de: 'Kalender lesen',
    deMeaning:
      'Kalender werden gelesen. Ein Repository oder deine eigene Datei mit Vorgaben kann etwas anderes sagen (calendar.enabled).',
  },
  'calendar.ics': {
    en: 'Calendars by address',
    de: 'Kalender über Adresse',
    deMeaning: 'Kalender, die gelesen werden: geheime Adressen (https, webcal) oder Dateien.',
  },
  'calendar.addresses': {
    en: 'Your calendar addresses',
    de: 'Deine Kalenderadressen',
    deMeaning:
      'Deine Adressen, wie Kalender sie kennen, um zu sehen, was du geantwortet hast. Leer: deine Autoren-E-Mails.',
  },
  'calendar.tentative': {
    en: 'Count “maybe”',
    de: '„Vielleicht“ zählen',
    deMeaning: 'Termine zählen, bei denen du „vielleicht“ oder nichts geantwortet hast.',
  },
  'calendar.leaveOut': {
    en: 'Kinds left out',
    de: 'Ausgenommene Arten',
    deMeaning: 'Arten von Terminen, die keine Arbeitszeit sind.',
  },
  'calendar.series': {
    en: 'Tickets of series',
    de: 'Tickets von Serien',
    deMeaning: 'Tickets, auf die Serien von Terminen immer gebucht werden, nach Serie oder Titel.',
  },
  'calendar.pollMinutes': {
    en: 'Read calendars every',
    de: 'Kalender lesen alle',
    deMeaning: 'Wie oft Kalender gelesen werden, in Minuten.',
  },
  'google.clientId': {
    en: 'Google: client id',
    de: 'Google: Client-Id',
    deMeaning: 'Dein eigener OAuth-Client für Google Kalender.',
  },
  'google.authUrl': {
    en: 'Google: consent address',
    de: 'Google: Adresse der Zustimmung',
    deMeaning: 'Wo Google nach Zustimmung fragt, wo es nicht die übliche Stelle ist.',
  },
  'google.tokenUrl': {
    en: 'Google: token address',
    de: 'Google: Adresse der Tokens',
    deMeaning: 'Wo Google Tokens ausgibt, wo es nicht die übliche Stelle ist.',
  },
  'google.apiUrl': {
    en: 'Google: API address',
    de: 'Google: Adresse der API',
    deMeaning: 'Adresse der Kalender-API, wo sie nicht die übliche ist.',
  },
  'google.calendars': {
    en: 'Google: calendars',
    de: 'Google: Kalender',
    deMeaning: 'Google-Kalender, die gelesen werden, als Konto/Kalender.',
  },
  'editor.joinMinutes': {
    en: 'Join signs of life',
    de: 'Lebenszeichen verbinden',
    deMeaning:
      'Lebenszeichen eines Editors, die höchstens so viele Minuten auseinander liegen, sind ein Abschnitt.',
  },
  'editor.telemetry': {
    en: 'Telemetry logs',
    de: 'Telemetrie-Logs',
    deMeaning: 'Die Telemetrie-Logs registrierter Repositorys lesen.',
  },
  'editor.wakatimeKey': {
    en: 'WakaTime key',
    de: 'WakaTime-Schlüssel',
    deMeaning:
      'Schlüssel, den WakaTime-Plugins senden müssen. Leer: wird angelegt, wenn er zuerst gezeigt wird.',
  },
  'claude.configDirs': {
    en: 'Folders of Claude Code',
    de: 'Ordner von Claude Code',
    deMeaning: 'Ordner von Claude Code. Leer: die üblichen.',
  },
  'claude.transcripts': {
    en: 'Read transcripts',
    de: 'Transkripte lesen',
    deMeaning: 'Die Zahlen in Claude Codes Transkripten lesen (nie ihre Worte), bevor es sie löscht.',
  },
  'claude.titles': {
    en: 'Keep titles',
    de: 'Titel behalten',
    deMeaning:
      'Die Titel behalten, die Claude Code seinen Sitzungen gibt; sie entstehen aus dem, was du gesagt hast.',
  },
  'agent.inactiveMinutes': {
    en: 'Agent finished after',
    de: 'Agent fertig nach',
    deMeaning: 'Ein Agent ohne Lebenszeichen gilt nach so vielen Minuten als fertig.',
  },
  'agent.prices': {
    en: 'Prices of models',
    de: 'Preise von Modellen',
    deMeaning: 'Preise in US-Dollar für eine Million Tokens, wo sie von der eingebauten Tabelle abweichen.',
  },
  'tickets.linear': {
    en: 'Linear',
    de: 'Linear',
    deMeaning: 'Titel und Schätzungen in Linear nachschlagen (Token: linear.token).',
  },
  'tickets.linearUrl': {
    en: 'Linear: address',
    de: 'Linear: Adresse',
    deMeaning: 'Adresse von Linears Schnittstelle, wo sie nicht die übliche ist.',
  },
  'tickets.jira.site': {
    en: 'Jira: address',
    de: 'Jira: Adresse',
    deMeaning:
      'Adresse deines Jira, https://acme.atlassian.net (Token: jira.token). Leer: Jira wird nicht gefragt.',
  },
  'tickets.jira.email': {
    en: 'Jira: e-mail',
    de: 'Jira: E-Mail',
    deMeaning: 'Adresse, mit der du dich bei Jira anmeldest.',
  },
  'tickets.github': {
    en: 'GitHub',
    de: 'GitHub',
    deMeaning: 'Präfixe, deren Tickets GitHub-Issues sind, mit ihrem Repository (Token: github.token).',
  },
  'tickets.githubUrl': {
    en: 'GitHub: address',
    de: 'GitHub: Adresse',
    deMeaning:
      'Adresse von GitHubs Schnittstelle, wo sie nicht die übliche ist: https://github.acme.com/api/v3.',
  },
};

/** Kinds of events, as `calendar.leaveOut` names them. */
export const SOURCE_CHOICE_WORDS = {
  allDay: { en: 'All day', de: 'Ganztägig' },
  free: { en: 'Shown as free', de: 'Als frei gezeigt' },
  workingLocation: { en: 'Working location', de: 'Arbeitsort' },
  birthday: { en: 'Birthday', de: 'Geburtstag' },
  outOfOffice: { en: 'Out of office', de: 'Abwesend' },
  focusTime: { en: 'Focus time', de: 'Fokuszeit' },
} as const;
