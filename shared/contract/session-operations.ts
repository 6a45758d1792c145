import { z } from 'zod';
import { reads, writes } from './operation.ts';
import { idInput, sessionShape, statusShape, textInput } from './shapes.ts';

const sessionType = z.enum(['feature', 'bugfix', 'refactor', 'research', 'deployment']);

/** The running session: the timer in the tray. */
export const sessionOperations = {
  start: writes('Start a session; one that runs is stopped first', '/sessions/start', {
    command: 'start',
    positional: ['what...'],
    examples: ['stint start TB-042', 'stint start TB-042 fix socket config', 'stint start reading the spec'],
  })
    .input(
      z.object({
        what: textInput.optional().describe('A ticket, words, or a ticket and words'),
        type: sessionType.optional().describe('Kind of work'),
      }),
    )
    .output(sessionShape),
  stop: writes('Stop the running session; it becomes an entry', '/sessions/stop', { command: 'stop' })
    .input(z.object({}))
    .output(sessionShape),
  pause: writes('Pause the running session', '/sessions/pause', { command: 'pause' })
    .input(z.object({}))
    .output(sessionShape),
  resume: writes('Resume the paused session', '/sessions/resume', { command: 'resume' })
    .input(z.object({}))
    .output(sessionShape),
  continue: writes('Start again what was last worked on', '/sessions/continue', { command: 'continue' })
    .input(z.object({}))
    .output(sessionShape),
  toggle: writes(
    'Start or stop with one key: what runs is stopped, what is paused goes on, else the last session is continued',
    '/sessions/toggle',
    {
      command: 'toggle',
      positional: ['what...'],
      examples: ['stint toggle', 'stint toggle TB-042 fix socket config'],
    },
  )
    .input(
      z.object({
        what: textInput.optional().describe('What to start when nothing runs: a ticket, words, or both'),
      }),
    )
    .output(statusShape),
  cancel: writes('Drop the running session; it never counts', '/sessions/cancel', { command: 'cancel' })
    .input(z.object({}))
    .output(sessionShape),
  status: reads('What runs, today so far, and presence', '/status', { command: 'status' })
    .input(z.object({}))
    .output(statusShape),
  list: reads('Sessions, newest first', '/sessions', { command: 'session list' })
    .input(
      z.object({
        limit: z.coerce.number().int().min(1).max(1000).optional().describe('How many (50)'),
        before: idInput.optional().describe('The last one of the page before'),
      }),
    )
    .output(z.array(sessionShape)),
  show: reads('One session', '/sessions/{id}', { command: 'session show', positional: ['id'] })
    .input(z.object({ id: idInput }))
    .output(sessionShape),
};
