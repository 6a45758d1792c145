import { z } from 'zod';
import {
  complexity,
  devSessionCosts,
  devSessionDay,
  devSessionPage,
  devSessionReport,
  devSessionShape,
  devSessionStats,
  devSessionStatus,
  devSessionType,
  relationship,
} from './dev-session-shapes.ts';
import { reads, writes } from './operation.ts';
import { dayInput, textInput, ticketInput } from './shapes.ts';

const idOrCurrent = z
  .string()
  .min(4)
  .max(36)
  .describe('An id, the end of one, or `current`: the only one that is open; to look at, else the last one');
const one = { positional: ['id?'], defaults: { id: 'current' } };
const place = z.string().min(1).max(4096);
const line = z.string().trim().min(1).max(500);
const lines = z.array(line).max(100);
const howMany = z.coerce.number().int().min(0).max(1_000_000_000_000);
const title = z.string().trim().min(1).max(300);
const name = z.string().trim().min(1).max(200);
const paging = {
  limit: z.coerce.number().int().min(1).max(200).optional().describe('How many at most (50)'),
  before: z.string().max(80).optional().describe('`next` of the page before'),
};

/** Development sessions (document 3): what was built, by whom, in which commits, and what it cost. */
export const devSessionOperations = {
  start: writes('Start a development session; others go on', '/dev-sessions/start', {
    command: 'dev start',
    positional: ['title...'],
    defaults: { folder: '.' },
    paths: ['folder'],
    examples: ['stint dev start TB-042 conference workflow', 'stint dev start "Fix login" --type bugfix'],
  })
    .input(
      z.object({
        title: title.describe('What it is about; a ticket at its beginning is its ticket'),
        type: devSessionType.optional(),
        ticket: ticketInput.optional(),
        project: name.optional(),
        board: name.optional(),
        folder: place.optional().describe('A folder of the repository it happens in'),
        complexity: complexity.optional(),
        timer: z.union([z.boolean(), z.stringbool()]).optional().describe('Let the timer run for it, too'),
        createdBy: z.string().trim().min(1).max(64).optional().describe('Who starts it; you'),
        run: z.string().min(1).max(200).optional().describe('The run of an agent that it is, `agent:id`'),
      }),
    )
    .output(devSessionShape),
  active: reads('Development sessions that are open', '/dev-sessions/active', { command: 'dev active' })
    .input(z.object({}))
    .output(z.array(devSessionShape)),
  list: reads('Development sessions, newest first', '/dev-sessions', { command: 'dev list' })
    .input(
      z.object({
        ...paging,
        status: devSessionStatus.optional(),
        type: devSessionType.optional(),
        ticket: z.string().max(64).optional().describe('Its own ticket, or one it is linked with'),
        search: z.string().max(200).optional().describe('Words of its title or summary'),
      }),
    )
    .output(devSessionPage),
  stats: reads('What development sessions came to', '/dev-sessions/stats', { command: 'dev stats' })
    .input(z.object({ from: dayInput.optional(), to: dayInput.optional(), project: name.optional() }))
    .output(devSessionStats),
  byDateRange: reads('Development sessions that began on these days', '/dev-sessions/by-date-range', null)
    .input(z.object({ from: dayInput, to: dayInput, ...paging }))
    .output(devSessionPage),
  onDay: reads(
    'Development sessions on the clock of a day, and on its tickets',
    '/dev-sessions/on-day/{date}',
    null,
  )
    .input(z.object({ date: dayInput }))
    .output(devSessionDay),
  byProject: reads('Development sessions of a project', '/dev-sessions/by-project/{project}', null)
    .input(z.object({ project: name, ...paging }))
    .output(devSessionPage),
  show: reads('One development session', '/dev-sessions/{id}', { command: 'dev show', ...one })
    .input(z.object({ id: idOrCurrent }))
    .output(devSessionShape),
  update: writes(
    'Change a development session, or note what happened in it',
    '/dev-sessions/{id}',
    {
      command: 'dev edit',
      positional: ['id'],
      examples: ['stint dev edit current --summary "Uploads work" --next-steps "Thumbnails"'],
    },
    'PATCH',
  )
    .input(
      z.object({
        id: idOrCurrent,
        title: title.optional(),
        type: devSessionType.optional(),
        ticket: ticketInput.optional(),
        project: z.string().trim().max(200).optional().describe('Empty: none'),
        board: z.string().trim().max(200).optional().describe('Empty: none'),
        complexity: complexity.optional(),
        summary: textInput.optional().describe('Empty: none'),
        keyChanges: lines.optional(),
        nextSteps: lines.optional(),
        note: line.optional().describe('Something that happened just now: it is added'),
      }),
    )
    .output(devSessionShape),
  pause: writes('Pause a development session', '/dev-sessions/{id}/pause', { command: 'dev pause', ...one })
    .input(z.object({ id: idOrCurrent }))
    .output(devSessionShape),
  resume: writes('Go on with a paused development session', '/dev-sessions/{id}/resume', {
    command: 'dev resume',
    ...one,
  })
    .input(z.object({ id: idOrCurrent }))
    .output(devSessionShape),
  complete: writes(
    'Complete a development session: git is compared, cost added up, the report written',
    '/dev-sessions/{id}/complete',
    {
      command: 'dev complete',
      ...one,
      examples: ['stint dev complete --summary "Uploads work" --next-steps "Thumbnails"'],
    },
  )
    .input(
      z.object({
        id: idOrCurrent,
        summary: textInput.optional().describe('Left out: made of what is known'),
        keyChanges: lines.optional(),
        nextSteps: lines.optional(),
      }),
    )
    .output(devSessionShape),
  cancel: writes('Drop a development session; it stays in the list', '/dev-sessions/{id}/cancel', {
    command: 'dev cancel',
    ...one,
  })
    .input(z.object({ id: idOrCurrent }))
    .output(devSessionShape),
  linkTask: writes('Link a ticket with a development session', '/dev-sessions/{id}/link-task', {
    command: 'dev link',
    positional: ['id', 'ticket'],
    examples: ['stint dev link current TB-042 --relationship completed'],
  })
    .input(
      z.object({
        id: idOrCurrent,
        ticket: z.string().min(3).max(64).describe('A ticket such as TB-042'),
        relationship: relationship.optional().describe('What the session did to it (updated)'),
      }),
    )
    .output(devSessionShape),
  use: writes('Add what a development session used: tokens, images, searches', '/dev-sessions/{id}/use', {
    command: 'dev use',
    positional: ['id'],
    examples: ['stint dev use current --images 4 --searches 2'],
  })
    .input(
      z.object({
        id: idOrCurrent,
        model: z.string().min(1).max(100).optional().describe('What gave the answers'),
        calls: howMany.optional(),
        input: howMany.optional().describe('Tokens read'),
        output: howMany.optional().describe('Tokens written'),
        cacheWrite: howMany.optional(),
        cacheRead: howMany.optional(),
        usd: z.coerce.number().min(0).max(1_000_000).optional().describe('What it cost, where it is known'),
        images: howMany.optional(),
        searches: howMany.optional(),
      }),
    )
    .output(devSessionShape),
  report: reads('The report of a development session', '/dev-sessions/{id}/report', {
    command: 'dev report',
    ...one,
    examples: ['stint dev report', 'stint dev report 1b2c3d4e'],
  })
    .input(z.object({ id: idOrCurrent }))
    .output(devSessionReport),
  copyReport: writes(
    'Copy the report into a folder, or to the file of its ticket',
    '/dev-sessions/{id}/report/copy',
    {
      command: 'dev copy',
      positional: ['id'],
      paths: ['folder'],
      examples: ['stint dev copy current --folder ~/notes', 'stint dev copy 1b2c3d4e --task TB-042'],
    },
  )
    .input(
      z.object({
        id: idOrCurrent,
        folder: place.optional().describe('Where it is written as a file of its own'),
        task: z.string().min(3).max(64).optional().describe('Ticket whose file it is appended to'),
      }),
    )
    .output(devSessionReport),
  costs: reads('What a development session costs; live while it runs', '/dev-sessions/{id}/costs', {
    command: 'dev costs',
    ...one,
  })
    .input(z.object({ id: idOrCurrent }))
    .output(devSessionCosts),
};
