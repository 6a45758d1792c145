import { z } from 'zod';

/**
 * The shapes that leave the program. Names are those of design §4: scripts and tests rely on them,
 * a change needs a decision record.
 */
export const instantText = z.iso.datetime().describe('Instant in UTC, RFC 3339');
export const dayText = z.iso.date().describe('Local day, YYYY-MM-DD');

/** A day as people name it: a date, `today`, `yesterday`, a weekday; resolved by the service. */
export const dayInput = z
  .string()
  .min(1)
  .max(40)
  .describe('A date (YYYY-MM-DD), today, yesterday or a weekday');
/** A week as people name it: `2026-W07`, `this`, `last`, or a date in it. */
export const weekInput = z.string().min(1).max(40).describe('A week (2026-W07), this, last, or a date in it');
/** Minutes as a number, or a duration as text: `45`, `1h30m`, `-1h`. */
export const minutesInput = z
  .union([z.number().int().min(-14400).max(14400), z.string().min(1).max(20)])
  .describe('Whole minutes, or a duration such as 1h30m');
export const ticketInput = z.string().max(64).describe('A ticket such as TB-042; empty: none');
export const idInput = z.string().min(4).max(36).describe('An id, or the end of one as listings show it');
export const textInput = z.string().max(2000);

export const source = z.enum(['timer', 'calendar', 'git', 'ide', 'agent', 'manual']);
export const dayStatus = z.enum(['draft', 'reviewed', 'submitted']);

export const evidenceShape = z.object({
  kind: z.enum(['commit', 'presence', 'checkout', 'session', 'event', 'span']),
  ref: z.string(),
  label: z.string(),
  startedAt: instantText,
  endedAt: instantText,
  rule: z.string(),
});

export const entryShape = z.object({
  id: z.string(),
  ticket: z.string().nullable(),
  project: z.string().nullable(),
  minutes: z.number().int(),
  rawMinutes: z.number().int(),
  source,
  description: z.string(),
  commits: z.array(z.string()),
  unallocated: z.boolean(),
  startedAt: instantText.nullable(),
  endedAt: instantText.nullable(),
  evidence: z.array(evidenceShape),
});
export type EntryShape = z.infer<typeof entryShape>;

export const dayShape = z.object({
  date: dayText,
  user: z.string(),
  status: dayStatus,
  entries: z.array(entryShape),
  totals: z.object({ minutes: z.number().int(), target: z.number().int(), untracked: z.number().int() }),
  warnings: z.array(z.string()),
});
export type DayShape = z.infer<typeof dayShape>;

export const spanShape = z.object({ startedAt: instantText, endedAt: instantText });

export const settledGapShape = spanShape.extend({
  id: z.string(),
  minutes: z.number().int(),
  verdict: z
    .enum(['break', 'ignored'])
    .describe('`break`: it was no work; `ignored`: it is not worth a question'),
});

/** The day as the window draws it: the day itself, and what stands behind it. */
export const dayViewShape = z.object({
  day: dayShape,
  zone: z.string(),
  interval: spanShape.describe('Local midnight to local midnight: 23, 24 or 25 hours'),
  details: z.record(
    z.string(),
    z.object({
      state: z.enum(['proposed', 'accepted', 'edited']),
      why: z.string().describe('One sentence: what the entry rests on'),
      spans: z.array(spanShape),
      correction: z.object({ reason: z.string(), of: z.string().nullable() }).nullable(),
    }),
  ),
  gaps: z
    .array(spanShape.extend({ minutes: z.number().int() }))
    .describe('Present time that nothing explains'),
  settledGaps: z.array(settledGapShape).describe('Gaps the person settled without an entry'),
  presence: z.array(
    spanShape.extend({ state: z.enum(['active', 'idle', 'locked', 'suspended', 'unknown']) }),
  ),
  commits: z.array(
    z.object({
      hash: z.string(),
      at: instantText,
      subject: z.string(),
      branch: z.string().nullable(),
      repository: z.string(),
      ticket: z.string().nullable(),
    }),
  ),
  events: z
    .array(
      spanShape.extend({
        id: z.string(),
        source: z.string().describe('Key of the calendar it is in'),
        series: z.string().nullable(),
        title: z.string(),
        ticket: z.string().nullable(),
        allDay: z.boolean(),
        attended: z.boolean().nullable().describe('What you said about it; null: nothing'),
        counts: z.boolean().describe('It is working time, as the settings have it'),
      }),
    )
    .describe('Meetings of the day, those that do not count too'),
  spans: z
    .array(
      spanShape.extend({
        source: z.string().describe('Tool or editor that told it'),
        title: z.string(),
        ticket: z.string().nullable(),
        project: z.string().nullable(),
      }),
    )
    .describe('What tools and editors say was worked on'),
  runs: z
    .array(
      spanShape.extend({
        source: z.string().describe('Agent that ran'),
        id: z.string(),
        title: z.string(),
        ticket: z.string().nullable(),
        ended: z.enum(['stopped', 'inactive', 'crashed']).nullable(),
        attention: z.array(spanShape).describe('The time of it in which you were at the machine'),
      }),
    )
    .describe('Runs of coding agents, from first to last sign of life'),
  undo: z.string().nullable().describe('What undo would take back, in words'),
  redo: z.string().nullable(),
});
export type DayView = z.infer<typeof dayViewShape>;

export const weekShape = z.object({
  week: z.string(),
  user: z.string(),
  from: dayText,
  to: dayText,
  days: z.array(
    z.object({
      date: dayText,
      status: dayStatus,
      minutes: z.number().int(),
      target: z.number().int(),
      untracked: z.number().int(),
      unallocated: z.number().int().describe('Entries without a ticket'),
      entries: z.number().int(),
    }),
  ),
  tickets: z.array(
    z.object({
      ticket: z.string().nullable(),
      title: z.string(),
      minutes: z.number().int(),
      days: z.array(z.number().int()),
      sources: z.array(z.array(source)),
    }),
  ),
  totals: z.object({ minutes: z.number().int(), target: z.number().int(), gap: z.number().int() }),
  corrections: z
    .array(
      z.object({
        id: z.string(),
        date: dayText,
        ticket: z.string().nullable(),
        minutes: z.number().int(),
        reason: z.string(),
        at: instantText,
      }),
    )
    .describe('What was appended to submitted days of it, the last one first'),
  warnings: z.array(z.string()),
});
export type WeekShape = z.infer<typeof weekShape>;

export const sessionShape = z.object({
  id: z.string(),
  title: z.string(),
  ticket: z.string().nullable(),
  type: z.enum(['feature', 'bugfix', 'refactor', 'research', 'deployment']),
  status: z.enum(['active', 'paused', 'completed', 'cancelled']),
  startedAt: instantText,
  endedAt: instantText.nullable(),
  minutes: z.number().int().describe('Without pauses; for a running one up to now'),
  recovered: z.boolean(),
  recoverySource: z.enum(['heartbeat', 'estimated']).nullable(),
});
export type SessionShape = z.infer<typeof sessionShape>;

export const statusShape = z.object({
  running: sessionShape.nullable(),
  today: z.number().int().describe('Minutes accounted for today'),
  presence: z.object({
    state: z.enum(['active', 'idle', 'locked', 'suspended', 'unknown']),
    backend: z.string(),
  }),
});
export type StatusShape = z.infer<typeof statusShape>;

export const repositoryShape = z.object({
  id: z.string(),
  name: z.string(),
  path: z.string(),
  lastScanAt: instantText.nullable(),
  problem: z.string().nullable(),
});
export type RepositoryShape = z.infer<typeof repositoryShape>;

const bounds = { min: z.number().nullable(), max: z.number().nullable() };

/** How a setting is asked for (shared/settings/setting-form.ts). */
const settingFormShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('switch') }),
  z.object({ kind: z.literal('choice'), values: z.array(z.union([z.string(), z.number()])) }),
  z.object({ kind: z.literal('set'), values: z.array(z.string()) }),
  z.object({ kind: z.literal('weekdays') }),
  z.object({ kind: z.literal('number'), whole: z.boolean(), ...bounds }),
  z.object({ kind: z.literal('duration'), ...bounds }),
  z.object({ kind: z.literal('list'), of: z.enum(['text', 'number']) }),
  z.object({ kind: z.literal('map') }),
  z.object({ kind: z.literal('lists') }),
  z.object({ kind: z.literal('json') }),
  z.object({
    kind: z.literal('table'),
    columns: z.array(z.object({ name: z.string(), required: z.boolean() })),
  }),
  z.object({ kind: z.literal('text') }),
]);

export const settingShape = z.object({
  key: z.string(),
  value: z.unknown(),
  initial: z.unknown(),
  meaning: z.string(),
  group: z.string(),
  form: settingFormShape.describe('How it is asked for'),
  from: z
    .string()
    .nullable()
    .optional()
    .describe('The file, line and column that decides instead of the app; null: none does'),
});

export const previewShape = z.object({
  understood: z.boolean(),
  sentence: z.string().describe('What would be written, in words; or what is missing'),
  ticket: z.string().nullable(),
  minutes: z.number().int().nullable(),
  date: dayText.nullable(),
  startedAt: instantText.nullable(),
  endedAt: instantText.nullable(),
  description: z.string(),
});
export type PreviewShape = z.infer<typeof previewShape>;
