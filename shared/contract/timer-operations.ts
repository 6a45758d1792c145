import { z } from 'zod';
import { planShape, syncResultShape } from './booking-shapes.ts';
import { reads, writes } from './operation.ts';
import { dayText, instantText, sessionShape, source } from './shapes.ts';

const task = z.string().min(1).max(64).describe('A ticket such as TASK-025');

export const timerShape = z.object({
  task: z.string().nullable(),
  name: z.string().describe('As the setting tasks.pattern has it'),
  session: sessionShape,
  stopped: sessionShape.nullable().describe('What ran before'),
});
export type TimerShape = z.infer<typeof timerShape>;

export const taskTimeShape = z.object({
  task: z.string(),
  title: z.string(),
  name: z.string(),
  minutes: z.number().int(),
  entries: z.array(
    z.object({
      date: dayText,
      startedAt: instantText.nullable(),
      endedAt: instantText.nullable().describe('Null: it runs, or has no clock times'),
      minutes: z.number().int(),
      source,
      description: z.string(),
    }),
  ),
});
export type TaskTime = z.infer<typeof taskTimeShape>;

export const taskSumsShape = z.object({
  plan: z.string().nullable(),
  sprint: z.string().nullable(),
  tasks: z.array(z.object({ task: z.string(), title: z.string(), minutes: z.number().int() })),
  minutes: z.number().int(),
});
export type TaskSums = z.infer<typeof taskSumsShape>;

export const timerSettingsShape = z.object({
  provider: z.string(),
  workspace: z.string().nullable(),
  autoStart: z.boolean(),
  autoStop: z.boolean(),
  taskPattern: z.string(),
  mapped: z.array(z.string()).describe('Projects whose time has a place at the provider now'),
  skipped: z.array(z.string()).describe('What could not be taken over, and why'),
  tokenVariable: z
    .string()
    .nullable()
    .describe('Where the token is read from; it is never taken from a file'),
});
export type TimerSettings = z.infer<typeof timerSettingsShape>;

/** The session by the words of document 2. */
export const timerOperations = {
  start: writes('Start the timer of a task', '/timer/start', {
    command: 'timer start',
    positional: ['task'],
    examples: ['stint timer start TASK-025'],
  })
    .input(z.object({ task }))
    .output(timerShape),
  stop: writes('Stop the timer', '/timer/stop', { command: 'timer stop' })
    .input(z.object({}))
    .output(timerShape),
  status: reads('What the timer is on', '/timer', { command: 'timer status' })
    .input(z.object({}))
    .output(timerShape.nullable()),
  show: reads('Time of a task, entry by entry', '/timer/tasks/{task}', {
    command: 'timer show',
    positional: ['task'],
    examples: ['stint timer show TASK-025'],
  })
    .input(z.object({ task }))
    .output(taskTimeShape),
  summary: reads('Time of all tasks of a plan or a sprint', '/timer/summary', {
    command: 'timer summary',
    examples: ['stint timer summary --plan paircoder-v2-upgrade', 'stint timer summary --sprint sprint-7'],
  })
    .input(
      z.object({
        plan: z.string().min(1).max(200).optional().describe('Tickets that name this plan'),
        sprint: z.string().min(1).max(200).optional().describe('Tickets that name this sprint'),
      }),
    )
    .output(taskSumsShape),
  sync: writes('Book submitted time; the same as `stint sync`', '/timer/sync', { command: 'timer sync' })
    .input(z.object({ plan: z.boolean().optional().describe('Only say what would be done') }))
    .output(z.union([planShape, syncResultShape])),
  configure: writes('Choose the provider and how timers follow tasks', '/timer/configure', {
    command: 'timer configure',
    paths: ['from'],
    examples: [
      'stint timer configure --provider toggl --workspace 1234567',
      'stint timer configure --from .paircoder/config.yaml',
    ],
  })
    .input(
      z.object({
        provider: z.enum(['toggl', 'clockify', 'harvest', 'productive', 'none']).optional(),
        workspace: z.string().min(1).max(80).optional().describe('Workspace, account or organisation there'),
        autoStart: z.boolean().optional().describe('Setting tasks.autoStart'),
        autoStop: z.boolean().optional().describe('Setting tasks.autoStop'),
        taskPattern: z.string().min(1).max(200).optional().describe('Setting tasks.pattern'),
        from: z.string().min(1).max(4096).optional().describe('Take over time_tracking of a config.yaml'),
      }),
    )
    .output(timerSettingsShape),
};
