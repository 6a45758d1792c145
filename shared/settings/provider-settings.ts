import { z } from 'zod';
import type { ProviderId } from '../values/provider-id.ts';
import { PROVIDER_IDS } from '../values/provider-id.ts';
import type { SettingOf } from './setting.ts';
import { setting } from './setting.ts';

/** Everywhere but on this machine the token is worth more than the time it takes to find a certificate. */
const LOOPBACK = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/;
const baseUrl = () =>
  z
    .string()
    .max(300)
    .refine(
      (text) => text === '' || LOOPBACK.test(text) || /^https:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/.test(text),
      'an https address (http only on this machine)',
    );
const id = () => z.string().regex(/^[\w.-]{0,80}$/, 'an id, as the provider writes it');

const MEANINGS = {
  organizationId: 'Id of the organisation time is booked in.',
  workspaceId: 'Id of the workspace time is booked in.',
  accountId: 'Id of the account time is booked in.',
  personId: 'Your own id there.',
} as const;

type Name = keyof typeof MEANINGS | 'baseUrl';
type ProviderSettingKey = `providers.${ProviderId}.${Name}`;

/** Addresses and ids of every provider; `stint provider connect` finds the ids out. */
export const providerSettings = Object.fromEntries(
  PROVIDER_IDS.flatMap((provider) => [
    [
      `providers.${provider}.baseUrl`,
      setting('Booking', baseUrl, '', 'Address of its API, where it is not the usual one.'),
    ],
    ...Object.entries(MEANINGS).map(([name, meaning]) => [
      `providers.${provider}.${name}`,
      setting('Booking', id, '', meaning),
    ]),
  ]),
) as unknown as Readonly<Record<ProviderSettingKey, SettingOf<z.ZodType<string>>>>;

/** What goes out, where to and when (design §2 "Booking": opt-in). */
export const bookingSettings = {
  'booking.provider': setting(
    'Booking',
    () => z.enum(['none', ...PROVIDER_IDS]),
    'none',
    'Where time is booked when no provider is named.',
  ),
  'booking.include': setting(
    'Booking',
    () => z.enum(['submitted', 'reviewed']),
    'submitted',
    'Days that may be booked: submitted ones only, or reviewed ones too.',
  ),
  'booking.afterSubmit': setting(
    'Booking',
    () => z.boolean(),
    false,
    'Book by itself once a week is submitted, and work off what waits.',
  ),
  'booking.timers': setting(
    'Booking',
    () => z.boolean(),
    false,
    'Start and stop the provider’s timer together with a session.',
  ),
  'booking.note': setting(
    'Booking',
    () => z.string().min(1).max(200),
    '{ticket}: {description}',
    'What is written into the entry; {ticket}, {description}, {project} and {date} are filled in.',
  ),
  'booking.billable': setting(
    'Booking',
    () => z.enum(['unit', 'yes', 'no']),
    'unit',
    'Billable as the unit has it, or always, or never; a mapping may say otherwise.',
  ),
  'providers.productive.reference': setting(
    'Booking',
    () => z.enum(['note', 'jira_worklog_id']),
    'note',
    'Where Stint’s reference stands in Productive: at the end of the note, or in the Jira worklog field (only without Jira sync).',
  ),
} as const;
