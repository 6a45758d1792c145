import { z } from 'zod';
import { hears, reads, writes } from './operation.ts';
import { dayInput, dayText, idInput, instantText, ticketInput } from './shapes.ts';

/** One source of evidence, as the Sources page and `stint source list` show it. */
export const sourceShape = z.object({
  key: z.string(),
  kind: z.enum([
    'git',
    'presence',
    'ics',
    'google',
    'telemetry',
    'wakatime',
    'claude-code',
    'activitywatch',
    'tickets',
  ]),
  name: z.string(),
  state: z.enum(['ready', 'paused', 'broken', 'off']),
  detail: z.string().describe('The state in one sentence; what to do when it is broken'),
  lastReadAt: instantText.nullable(),
  /** What it found today, in words: `3 meetings`, `212 signs of life`. */
  today: z.string().nullable(),
});
export type SourceShape = z.infer<typeof sourceShape>;

const key = z.string().min(1).max(300);

export const sourceOperations = {
  list: reads('Where evidence comes from, and how it is doing', '/sources', { command: 'source list' })
    .input(z.object({}))
    .output(z.array(sourceShape)),
  read: writes('Read sources now', '/sources/read', { command: 'source read', positional: ['source?'] })
    .input(z.object({ source: key.optional().describe('One source; default: all') }))
    .output(z.array(sourceShape)),
  pause: writes('Stop reading a source; what it told stays', '/sources/pause', {
    command: 'source pause',
    positional: ['source'],
  })
    .input(z.object({ source: key }))
    .output(sourceShape),
  resume: writes('Go on reading a source', '/sources/resume', {
    command: 'source resume',
    positional: ['source'],
  })
    .input(z.object({ source: key }))
    .output(sourceShape),
  outgoing: reads('What leaves this machine, and where to', '/sources/outgoing', {
    command: 'source outgoing',
  })
    .input(z.object({}))
    .output(
      z.array(
        z.object({
          to: z.string(),
          what: z.string(),
          when: z.string(),
          on: z.boolean(),
          setting: z.string(),
        }),
      ),
    ),
};

export const calendarOperations = {
  connect: writes('Connect a Google account; opens the browser', '/calendar/google/connect', {
    command: 'calendar connect',
  })
    .input(z.object({}))
    .output(z.object({ address: z.string().describe('Open this to give consent'), expiresAt: instantText })),
  accounts: reads('Google accounts and their calendars', '/calendar/google', { command: 'calendar list' })
    .input(z.object({}))
    .output(
      z.array(
        z.object({
          account: z.string(),
          problem: z.string().nullable(),
          calendars: z.array(z.object({ key: z.string(), name: z.string(), chosen: z.boolean() })),
        }),
      ),
    ),
  choose: writes('Choose which calendars are read', '/calendar/google/choose', {
    command: 'calendar choose',
    positional: ['calendars...'],
  })
    .input(
      z.object({
        calendars: z.string().max(8000).describe('Their keys, joined by blanks; all others are not read'),
      }),
    )
    .output(z.object({ chosen: z.array(z.string()) })),
  disconnect: writes('Forget a Google account', '/calendar/google/disconnect', {
    command: 'calendar disconnect',
    positional: ['account'],
  })
    .input(z.object({ account: z.string().min(1).max(254) }))
    .output(
      z.object({
        account: z.string(),
        revoked: z
          .boolean()
          .describe('False: Google could not be told; take Stint off the apps with access there'),
      }),
    ),
  series: writes('Always book a series of meetings on a ticket', '/calendar/series', {
    command: 'calendar series',
    positional: ['entry', 'ticket'],
    examples: ['stint calendar series 3fa85f64 APP-100'],
  })
    .input(z.object({ entry: idInput.describe('An entry made of one of its meetings'), ticket: ticketInput }))
    .output(
      z.object({
        series: z.string().describe('The calendar’s own name for it'),
        title: z.string(),
        ticket: z.string().nullable(),
        days: z.array(dayText),
      }),
    ),
  attend: writes('Say whether you were in a meeting', '/calendar/attend', {
    command: 'calendar attend',
    positional: ['entry'],
  })
    .input(
      z.object({
        // Calendars' own ids are longer than ours.
        entry: z.string().min(4).max(1200).describe('An entry made of a meeting, or the id of the meeting'),
        attended: z.boolean().optional().describe('Default: true; --no-attended: you were not there'),
      }),
    )
    .output(z.object({ date: dayText, attended: z.boolean() })),
};

export const telemetryOperations = {
  start: writes('A tool says that work on a ticket begins', '/telemetry/start', {
    command: 'telemetry start',
    positional: ['ticket'],
    examples: ['stint telemetry start TB-042 --tool vscode'],
  })
    .input(
      z.object({
        ticket: ticketInput,
        tool: z.string().min(1).max(80).optional().describe('Name of the tool; default: cli'),
        file: z.string().max(1000).optional().describe('What is open'),
      }),
    )
    .output(z.object({ at: instantText, tool: z.string(), ticket: z.string().nullable() })),
  stop: writes('A tool says that work ends', '/telemetry/stop', {
    command: 'telemetry stop',
    positional: ['ticket?'],
  })
    .input(z.object({ ticket: ticketInput.optional(), tool: z.string().min(1).max(80).optional() }))
    .output(z.object({ at: instantText, tool: z.string(), ticket: z.string().nullable() })),
};

const tokens = {
  input: z.number().int(),
  output: z.number().int(),
  cacheWrite: z.number().int(),
  cacheRead: z.number().int(),
  costUsd: z.number(),
};

export const agentOperations = {
  hook: hears('What a coding agent’s hook says, as it comes', '/hooks/claude')
    .input(z.record(z.string(), z.unknown()))
    .output(z.object({})),
  runs: reads(
    'Runs of coding agents on a day: what they worked, and what of it was your time',
    '/agents/{date}',
    {
      command: 'agent runs',
      positional: ['date?'],
      defaults: { date: 'today' },
    },
  )
    .input(z.object({ date: dayInput }))
    .output(
      z.object({
        date: dayText,
        runs: z.array(
          z.object({
            agent: z.string(),
            id: z.string(),
            title: z.string(),
            ticket: z.string().nullable(),
            project: z.string().nullable(),
            branch: z.string().nullable(),
            startedAt: instantText,
            endedAt: instantText.nullable(),
            ended: z.enum(['stopped', 'inactive', 'crashed']).nullable(),
            agentMinutes: z.number().int().describe('What the agent worked; reported, never booked'),
            attentionMinutes: z.number().int().describe('What of it you were present for'),
            models: z.array(z.object({ model: z.string(), ...tokens })),
            costUsd: z.number(),
          }),
        ),
        totals: z.object({
          agentMinutes: z.number().int(),
          attentionMinutes: z.number().int(),
          ...tokens,
        }),
        warnings: z.array(z.string()),
      }),
    ),
};

export const importOperations = {
  activitywatch: writes('Presence from ActivityWatch’s export', '/import/activitywatch', {
    command: 'import activitywatch',
    positional: ['path'],
    paths: ['path'],
  })
    .input(z.object({ path: z.string().min(1).max(4096) }))
    .output(z.object({ spans: z.number().int(), days: z.array(dayText), skipped: z.array(z.string()) })),
};
