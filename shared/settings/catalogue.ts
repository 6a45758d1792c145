import { z } from 'zod';
import { isZone } from '../values/local-day.ts';
import { parseDuration } from '../values/minutes.ts';
import { devSessionSettings } from './dev-session-settings.ts';
import { bookingSettings, providerSettings } from './provider-settings.ts';
import { monthlySettings } from './monthly-settings.ts';
import { reminderSettings } from './reminder-settings.ts';
import { reportFormatSettings } from './report-format-settings.ts';
import { reportSettings } from './report-settings.ts';
import { reviewSettings } from './review-settings.ts';
import { setting } from './setting.ts';
import { shortcutSettings } from './shortcut-settings.ts';
import { sourceSettings } from './source-settings.ts';
import { startSettings } from './start-settings.ts';
import { triggerSettings } from './trigger-settings.ts';
import { widgetSettings } from './widget-settings.ts';

/**
 * Every setting: its name, schema, default, meaning and group, in the order they are shown.
 * The settings file keeps the text a person would write (`2h`), the program reads typed values.
 */
const duration = (lowest: number, highest: number) =>
  z
    .string()
    .refine((text) => {
      // No days: how long a day is, is itself a setting.
      const value = /d/i.test(text) ? null : parseDuration(text, 8);
      return value !== null && value >= lowest && value <= highest;
    }, `a duration such as 30m or 2h, from ${lowest} to ${highest} minutes`)
    .meta({ form: 'duration', minimum: lowest, maximum: highest });

const list = (item: z.ZodType<string>) => z.array(item).max(200);

export const CATALOGUE = {
  'identity.user': setting(
    'You',
    () => z.string().regex(/^(?!\.+$)[\p{L}\p{N}._@-]{0,64}$/u),
    '',
    'Short name your timesheet is kept under. Empty: the name you are logged in with.',
  ),
  'identity.name': setting('You', () => z.string().max(200), '', 'Your name as reports print it.'),
  'identity.emails': setting(
    'You',
    () => list(z.string().min(1).max(254)),
    [],
    'Author e-mails whose commits are yours. Empty: taken from git config.',
  ),
  'time.zone': setting(
    'Time',
    () => z.string().refine((v) => v === '' || isZone(v), 'an IANA zone such as Europe/Berlin'),
    '',
    'Zone your days are counted in. Empty: the zone of this machine.',
  ),
  'time.workingHoursPerDay': setting(
    'Time',
    () => z.number().min(0.5).max(24),
    8,
    'Hours of a working day: what 1d means, and the target of a day.',
  ),
  'time.workingDays': setting(
    'Time',
    () => z.array(z.number().int().min(1).max(7)).max(7),
    [1, 2, 3, 4, 5],
    'Days with a target, 1 = Monday … 7 = Sunday.',
  ),
  'git.maxGap': setting(
    'Git',
    () => duration(1, 1440),
    '2h',
    'A longer gap between two commits counts only as one default session.',
  ),
  'git.defaultSession': setting(
    'Git',
    () => duration(0, 480),
    '30m',
    'Work assumed before the first and after the last commit when presence is not known.',
  ),
  'git.rounding': setting(
    'Git',
    () => duration(1, 120),
    '15m',
    'Time derived from git is rounded to the nearest of these.',
  ),
  'git.roundingMode': setting(
    'Git',
    () => z.enum(['nearest', 'sum-preserving']),
    'nearest',
    'Round each ticket on its own, or so that the parts add up to the day.',
  ),
  'git.credit': setting(
    'Git',
    () => z.enum(['after', 'before']),
    'after',
    'Time between two commits belongs to the earlier commit (after it) or to the later one (before it).',
  ),
  'git.scanMinutes': setting(
    'Git',
    () => z.number().int().min(1).max(240),
    5,
    'How often registered repositories are looked at for new commits, in minutes.',
  ),
  'presence.heartbeatSeconds': setting(
    'Presence',
    () => z.number().int().min(5).max(300),
    30,
    'How often presence is written down, in seconds.',
  ),
  'presence.idleMinutes': setting(
    'Presence',
    () => z.number().int().min(1).max(120),
    5,
    'No input for this long means away, counted from the last input.',
  ),
  'tickets.prefixes': setting(
    'Tickets',
    () => list(z.string().regex(/^[A-Z][A-Z0-9]+$/)),
    [],
    'Prefixes that are tickets (TB, APP). Empty: anything that looks like one.',
  ),
  'tickets.projects': setting(
    'Tickets',
    () => z.record(z.string(), z.string()),
    {},
    'Project of a prefix, where it is not the prefix itself.',
  ),
  ...sourceSettings,
  ...devSessionSettings,
  ...reviewSettings,
  ...triggerSettings,
  ...bookingSettings,
  ...providerSettings,
  ...reminderSettings,
  ...reportSettings,
  ...reportFormatSettings,
  ...monthlySettings,
  'app.theme': setting(
    'App',
    () => z.enum(['system', 'light', 'dark']),
    'system',
    'Light, dark, or as the system has it.',
  ),
  'app.language': setting(
    'App',
    () => z.enum(['system', 'en', 'de']),
    'system',
    'Language of the window and of quick add.',
  ),
  'app.openAtLogin': setting(
    'App',
    () => z.boolean(),
    false,
    'Start Stint hidden in the tray when you log in.',
  ),
  'app.weekDays': setting(
    'App',
    () => z.union([z.literal(5), z.literal(7)]),
    5,
    'Days the week page shows; a weekend with time on it is always shown.',
  ),
  ...widgetSettings,
  ...startSettings,
  ...shortcutSettings,
  'doors.http': setting(
    'Doors',
    () => z.boolean(),
    false,
    'Let other programs on this machine talk to the running app over HTTP (loopback, with a token).',
  ),
  'doors.httpPort': setting(
    'Doors',
    () => z.number().int().min(0).max(65535),
    7847,
    'Port of the HTTP door; 0 picks a free one.',
  ),
} as const;

export type SettingKey = keyof typeof CATALOGUE;
export type Settings = { readonly [K in SettingKey]: z.output<(typeof CATALOGUE)[K]['schema']> };
export const SETTING_KEYS = Object.keys(CATALOGUE) as SettingKey[];
export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(CATALOGUE, key);

/** The settings of somebody who changed nothing. */
export function defaultSettings(): Settings {
  return Object.fromEntries(SETTING_KEYS.map((key) => [key, CATALOGUE[key].initial])) as unknown as Settings;
}
