import { PROVIDER_IDS } from '#shared/values/provider-id.ts';
import type { SettingWords } from './setting-name.ts';

const NAMES = {
  productive: 'Productive.io',
  toggl: 'Toggl Track',
  clockify: 'Clockify',
  harvest: 'Harvest',
} as const;

const IDS: Readonly<Record<string, SettingWords>> = {
  baseUrl: {
    en: 'address',
    de: 'Adresse',
    deMeaning: 'Adresse der API, wo sie nicht die übliche ist.',
  },
  organizationId: {
    en: 'organisation',
    de: 'Organisation',
    deMeaning: 'Id der Organisation, in der gebucht wird.',
  },
  workspaceId: {
    en: 'workspace',
    de: 'Workspace',
    deMeaning: 'Id des Workspace, in dem gebucht wird.',
  },
  accountId: { en: 'account', de: 'Account', deMeaning: 'Id des Accounts, in dem gebucht wird.' },
  personId: { en: 'your id', de: 'deine Id', deMeaning: 'Deine eigene Id dort.' },
};

/** Addresses and ids of every provider; `stint provider connect` finds the ids out. */
const ofProviders = Object.fromEntries(
  PROVIDER_IDS.flatMap((provider) =>
    Object.entries(IDS).map(([name, words]) => [
      `providers.${provider}.${name}`,
      {
        en: `${NAMES[provider]}: ${words.en}`,
        de: `${NAMES[provider]}: ${words.de}`,
        deMeaning: words.deMeaning,
      },
    ]),
  ),
);

/** Names of the settings of booking. */
export const BOOKING_SETTING_WORDS: Readonly<Record<string, SettingWords>> = {
  'booking.provider': {
    en: 'Book in',
    de: 'Buchen in',
    deMeaning: 'Wo gebucht wird, wenn kein Anbieter genannt ist.',
  },
  'booking.include': {
    en: 'Days that may be booked',
    de: 'Tage, die gebucht werden',
    deMeaning: 'Nur eingereichte Tage, oder auch geprüfte.',
  },
  'booking.afterSubmit': {
    en: 'Book after submitting',
    de: 'Nach dem Einreichen buchen',
    deMeaning: 'Von selbst buchen, sobald eine Woche eingereicht ist, und abarbeiten, was wartet.',
  },
  'booking.timers': {
    en: 'Live timers',
    de: 'Laufende Uhren',
    deMeaning: 'Die Uhr des Anbieters zusammen mit einer Sitzung starten und stoppen.',
  },
  'booking.note': {
    en: 'Note of an entry',
    de: 'Notiz eines Eintrags',
    deMeaning:
      'Was in den Eintrag geschrieben wird; {ticket}, {description}, {project} und {date} werden ausgefüllt.',
  },
  'booking.billable': {
    en: 'Billable',
    de: 'Abrechenbar',
    deMeaning: 'Wie die Leistung es hat, immer, oder nie; eine Zuordnung kann es anders sagen.',
  },
  'providers.productive.reference': {
    en: 'Productive.io: reference',
    de: 'Productive.io: Referenz',
    deMeaning:
      'Wo Stints Referenz in Productive steht: am Ende der Notiz, oder im Feld für Jira-Worklogs (nur ohne Jira-Abgleich).',
  },
  ...ofProviders,
};

/** Words for the choices of booking. */
export const BOOKING_CHOICE_WORDS = {
  none: { en: 'Nowhere', de: 'Nirgends' },
  productive: { en: NAMES.productive, de: NAMES.productive },
  toggl: { en: NAMES.toggl, de: NAMES.toggl },
  clockify: { en: NAMES.clockify, de: NAMES.clockify },
  harvest: { en: NAMES.harvest, de: NAMES.harvest },
  submitted: { en: 'Submitted', de: 'Eingereicht' },
  reviewed: { en: 'Reviewed too', de: 'Auch geprüft' },
  unit: { en: 'As there', de: 'Wie dort' },
  yes: { en: 'Always', de: 'Immer' },
  no: { en: 'Never', de: 'Nie' },
  note: { en: 'In the note', de: 'In der Notiz' },
  jira_worklog_id: { en: 'Jira field', de: 'Jira-Feld' },
} as const;
