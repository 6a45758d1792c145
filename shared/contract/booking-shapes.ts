import { z } from 'zod';
import { PROVIDER_IDS } from '../values/provider-id.ts';
import { dayText, instantText } from './shapes.ts';

export const providerName = z.enum(PROVIDER_IDS).describe('productive, toggl, clockify or harvest');

/** One provider, as the Connections page and `stint provider list` show it. */
export const providerShape = z.object({
  id: providerName,
  name: z.string(),
  isDefault: z.boolean(),
  state: z
    .enum(['off', 'ready', 'unreachable', 'unauthorised', 'incomplete'])
    .describe('`off`: no token; `incomplete`: a place or an id is still to be chosen'),
  detail: z.string().describe('The state in one sentence; the server’s words where it had some'),
  tokenFrom: z.enum(['environment', 'keychain', 'file']).nullable(),
  warning: z.string().nullable().describe('What to know about how the token is kept'),
  person: z.string().nullable(),
  place: z.object({ id: z.string(), name: z.string() }).nullable(),
  places: z.array(z.object({ id: z.string(), name: z.string() })),
  /** What a place is called there: organisation, workspace. */
  placeLabel: z.string(),
  can: z.object({
    timers: z.boolean(),
    budgets: z.boolean(),
    hourlyQuota: z.boolean(),
    needsTask: z.boolean(),
  }),
  waiting: z.number().int().describe('Entries that are to be told to it'),
  failed: z.number().int(),
  quota: z
    .object({ left: z.number().int(), of: z.number().int(), resetsAt: instantText.nullable() })
    .nullable()
    .describe('Requests left in the tightest window'),
  checkedAt: instantText.nullable(),
});
export type ProviderShape = z.infer<typeof providerShape>;

export const unitShape = z.object({
  unit: z.string(),
  task: z.string().nullable(),
  label: z.string(),
  names: z.array(z.string()),
  closed: z.string().nullable(),
  billable: z.boolean().nullable(),
  left: z.number().int().nullable().describe('Minutes left in its budget'),
});
export type UnitShape = z.infer<typeof unitShape>;

export const mappingScope = z.enum(['ticket', 'prefix', 'project']);
export const mappingShape = z.object({
  scope: mappingScope,
  name: z.string(),
  unit: z.string(),
  task: z.string().nullable(),
  label: z.string(),
  billable: z.boolean().nullable(),
  /** Why nothing can be booked there any more; null: all is well. */
  problem: z.string().nullable(),
});

/** A line of the mapping table: something that time was spent on, and where it goes. */
export const mappingRowShape = z.object({
  scope: mappingScope,
  name: z.string(),
  /** Minutes of the last ninety days. */
  minutes: z.number().int(),
  entries: z.number().int(),
  mapping: mappingShape.nullable(),
  suggestion: unitShape.nullable().describe('The unit with the most alike name'),
});
export type MappingRowShape = z.infer<typeof mappingRowShape>;

export const projectShape = z.object({
  key: z.string(),
  name: z.string(),
  customer: z.string().nullable(),
  budgetHours: z.number().nullable(),
  hourlyRate: z.number().nullable(),
  currency: z.string().nullable(),
  linearTeam: z.string().nullable(),
  /** What the provider last said of the unit it is mapped to. */
  remote: z
    .object({
      budgeted: z.number().int().nullable(),
      worked: z.number().int().nullable(),
      at: instantText,
    })
    .nullable(),
});
export type ProjectShape = z.infer<typeof projectShape>;

export const planAction = z.enum(['create', 'update', 'delete', 'adopt', 'skip', 'conflict', 'blocked']);

const side = z.object({
  minutes: z.number().int(),
  date: dayText,
  note: z.string(),
  unit: z.string(),
});

/** What would be done about one entry, and why (design §2 "Booking": plan first). */
export const planRowShape = z.object({
  entryId: z.string(),
  action: planAction,
  reason: z.string(),
  remoteId: z.string().nullable(),
  unit: z.string().nullable(),
  minutes: z.number().int(),
  date: dayText,
  task: z.string().nullable(),
  unitLabel: z.string().nullable(),
  ticket: z.string().nullable(),
  description: z.string(),
  /** Both sides of a conflict or an update; `theirs` null: it is gone there. */
  mine: side.nullable(),
  theirs: side.nullable(),
});
export type PlanRow = z.infer<typeof planRowShape>;

export const planShape = z.object({
  provider: providerName,
  account: z.string(),
  from: dayText,
  to: dayText,
  rows: z.array(planRowShape),
  /** What is there without an entry of ours: booked by hand. */
  elsewhere: z.array(
    z.object({
      remoteId: z.string(),
      date: dayText,
      minutes: z.number().int(),
      note: z.string(),
      unit: z.string(),
    }),
  ),
  totals: z.record(planAction, z.number().int()),
  quota: providerShape.shape.quota,
  warnings: z.array(z.string()),
});
export type Plan = z.infer<typeof planShape>;

export const syncResultShape = z.object({
  provider: providerName,
  created: z.number().int(),
  updated: z.number().int(),
  deleted: z.number().int(),
  adopted: z.number().int(),
  skipped: z.number().int(),
  failed: z.array(
    z.object({ entryId: z.string(), date: dayText, minutes: z.number().int(), reason: z.string() }),
  ),
  conflicts: z.array(planRowShape),
  /** Not tried, or to be tried again: offline, the limit, cancelled. */
  waiting: z.number().int(),
  problem: z.string().nullable().describe('What held the rest up'),
  problemCode: z
    .enum(['offline', 'unauthorised', 'failed'])
    .optional()
    .describe('Its kind; left out: there is none'),
});
export type SyncResult = z.infer<typeof syncResultShape>;

/** What the person says about one entry of a plan. */
export const decisionShape = z.object({
  entry: z.string(),
  choice: z
    .enum(['mine', 'theirs', 'create', 'delete', 'leave'])
    .describe('Conflict: mine or theirs; adopt: create instead; deletion: delete; leave: not this time'),
});
export type Decision = z.infer<typeof decisionShape>;

/** How far the booking that runs now has come. */
export const progressShape = z.object({
  running: z.boolean(),
  provider: providerName.nullable(),
  done: z.number().int(),
  total: z.number().int(),
  /** What it waits for, in words; null: it goes on. */
  waitsFor: z.string().nullable(),
});
export type Progress = z.infer<typeof progressShape>;

/** What became of an entry at the provider, as a row of the day shows it. */
export const bookingStateShape = z.object({
  entryId: z.string(),
  /** Where the week page shows it. */
  date: dayText,
  ticket: z.string().nullable(),
  state: z.enum(['none', 'waiting', 'booked', 'differs', 'failed', 'unknown']),
  reason: z.string().nullable(),
  remoteId: z.string().nullable(),
  provider: providerName,
});
export type BookingState = z.infer<typeof bookingStateShape>;
