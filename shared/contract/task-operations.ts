import { z } from 'zod';
import { writes } from './operation.ts';
import { sessionShape } from './shapes.ts';

const task = z.string().min(1).max(64).describe('A ticket such as TASK-025');

export const taskMovedShape = z.object({
  task: z.string(),
  title: z.string(),
  status: z.enum(['in-progress', 'completed', 'blocked']),
  file: z.string().nullable().describe('The ticket file that says so now; null: there is none to write'),
  name: z.string().describe('As the setting tasks.pattern has it'),
  started: sessionShape.nullable(),
  stopped: sessionShape.nullable(),
  note: z.string().nullable().describe('What should be known besides'),
});
export type TaskMoved = z.infer<typeof taskMovedShape>;

const move = (verb: 'start' | 'complete' | 'block', summary: string) =>
  writes(summary, `/tasks/{task}/${verb}`, {
    command: `task ${verb}`,
    positional: ['task'],
    examples: [`stint task ${verb} TASK-025`],
  })
    .input(z.object({ task }))
    .output(taskMovedShape);

/** Moving a task on, and with it its session (document 2). */
export const taskOperations = {
  start: move('start', 'A task is in progress now: its file says so, its session starts'),
  complete: move('complete', 'A task is completed: its file says so, its session stops'),
  block: move('block', 'A task is blocked: its file says so, its session stops'),
};
