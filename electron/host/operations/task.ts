import { taskOperations } from '#shared/contract/task-operations.ts';
import { blockTask, completeTask, startTask } from '#shared/services/tasks/move-task.ts';
import { noun } from './noun.ts';

/** Tasks that move on, and their sessions with them. */
export const operations = noun(taskOperations, (world) => ({
  start: (input) => startTask(world, input),
  complete: (input) => completeTask(world, input),
  block: (input) => blockTask(world, input),
}));
