import { z } from 'zod';
import { setting } from './setting.ts';

const minutesSetting = (highest: number) => z.number().int().min(1).max(highest);
const ticket = () => z.string().regex(/^[A-Z][A-Z0-9]+-\d+$/, 'a ticket such as TB-042');
const names = () => z.array(z.string().min(1).max(300)).max(100);
/** An address of ours for tests and companies with their own gateway; '' is the vendor's. */
const address = () =>
  z
    .string()
    .max(300)
    .refine(
      (text) =>
        text === '' || /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$))/.test(text),
      'an https address (http only on this machine)',
    );

/** Where evidence comes from besides git and presence (design §2 "Calendar", "Editors and agents"). */
export const sourceSettings = {
  'calendar.enabled': setting(
    'Calendar',
    () => z.boolean(),
    true,
    'Read calendars. A repository or your own defaults file may say otherwise (calendar.enabled).',
  ),
  'calendar.ics': setting(
    'Calendar',
    () => z.array(z.string().min(1).max(2000)).max(50),
    [],
    'Calendars to read: secret addresses (https, webcal) or files.',
  ),
  'calendar.addresses': setting(
    'Calendar',
    () => z.array(z.string().min(1).max(254)).max(50),
    [],
    'Your addresses as calendars know them, to see what you answered. Empty: your author e-mails.',
  ),
  'calendar.tentative': setting(
    'Calendar',
    () => z.boolean(),
    false,
    'Count meetings you answered with “maybe”, or did not answer.',
  ),
  'calendar.leaveOut': setting(
    'Calendar',
    () =>
      z.array(z.enum(['allDay', 'free', 'workingLocation', 'birthday', 'outOfOffice', 'focusTime'])).max(6),
    ['allDay', 'free', 'workingLocation', 'birthday', 'outOfOffice', 'focusTime'],
    'Kinds of events that are no working time.',
  ),
  'calendar.series': setting(
    'Calendar',
    () => z.record(z.string(), ticket()),
    {},
    'Tickets that series of meetings are always booked on, by series or title.',
  ),
  'calendar.pollMinutes': setting(
    'Calendar',
    () => minutesSetting(1440),
    15,
    'How often calendars are read, in minutes.',
  ),
  'google.clientId': setting(
    'Calendar',
    () => z.string().max(200),
    '',
    'Your own OAuth client for Google Calendar, where you do not want to use a shared one.',
  ),
  'google.authUrl': setting(
    'Calendar',
    address,
    '',
    'Where Google asks for consent, where it is not the usual place.',
  ),
  'google.tokenUrl': setting(
    'Calendar',
    address,
    '',
    'Where Google hands out tokens, where it is not the usual place.',
  ),
  'google.apiUrl': setting(
    'Calendar',
    address,
    '',
    'Address of the calendar API, where it is not the usual one.',
  ),
  'google.calendars': setting('Calendar', names, [], 'Google calendars that are read, as account/calendar.'),
  'editor.joinMinutes': setting(
    'Editors',
    () => minutesSetting(30),
    2,
    'Signs of life of an editor that are no further apart than this are one stretch, in minutes.',
  ),
  'editor.telemetry': setting(
    'Editors',
    () => z.boolean(),
    true,
    'Read the telemetry logs of registered repositories.',
  ),
  'editor.wakatimeKey': setting(
    'Editors',
    () => z.string().max(60),
    '',
    'Key that WakaTime plugins must send. Empty: made when it is first shown.',
  ),
  'claude.configDirs': setting(
    'Agents',
    () => z.array(z.string().min(1).max(4096)).max(20),
    [],
    'Folders of Claude Code. Empty: the usual ones.',
  ),
  'claude.transcripts': setting(
    'Agents',
    () => z.boolean(),
    true,
    'Read the numbers of Claude Code’s transcripts (never their words) before it deletes them.',
  ),
  'claude.titles': setting(
    'Agents',
    () => z.boolean(),
    false,
    'Keep the titles Claude Code gives its sessions; they are made of what you said.',
  ),
  'agent.inactiveMinutes': setting(
    'Agents',
    () => minutesSetting(240),
    10,
    'An agent that gave no sign of life for this long is taken as finished, in minutes.',
  ),
  'agent.prices': setting(
    'Agents',
    () =>
      z.record(
        z.string(),
        z.object({
          input: z.number().min(0),
          output: z.number().min(0),
          cacheWrite: z.number().min(0).optional(),
          cacheRead: z.number().min(0).optional(),
        }),
      ),
    {},
    'Prices of models in US dollars for a million tokens, where they differ from the built-in table.',
  ),
  'tickets.linear': setting(
    'Tickets',
    () => z.boolean(),
    false,
    'Look up titles and estimates in Linear (token: linear.token).',
  ),
  'tickets.linearUrl': setting(
    'Tickets',
    address,
    '',
    'Address of Linear’s interface, where it is not the usual one.',
  ),
  'tickets.jira.site': setting(
    'Tickets',
    address,
    '',
    'Address of your Jira, https://acme.atlassian.net (token: jira.token). Empty: Jira is not asked.',
  ),
  'tickets.jira.email': setting('Tickets', () => z.string().max(254), '', 'Address you log in to Jira with.'),
  'tickets.github': setting(
    'Tickets',
    () => z.record(z.string(), z.string().regex(/^[\w.-]+\/[\w.-]+$/, 'owner/repository')),
    {},
    'Prefixes whose tickets are GitHub issues, with their repository (token: github.token).',
  ),
  'tickets.githubUrl': setting(
    'Tickets',
    address,
    '',
    'Address of GitHub’s interface, where it is not the usual one: https://github.acme.com/api/v3.',
  ),
} as const;
