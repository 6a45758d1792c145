import { promptOperations } from '#shared/contract/prompt-operations.ts';
import { answerPrompt } from '#shared/services/prompts/answer-prompt.ts';
import { listPrompts } from '#shared/services/prompts/list-prompts.ts';
import { snoozePrompts } from '#shared/services/prompts/snooze-prompts.ts';
import { noun } from './noun.ts';

/** What waits for the person. */
export const operations = noun(promptOperations, (world) => ({
  list: () => listPrompts(world),
  answer: (input) => answerPrompt(world, input),
  snooze: (input) => snoozePrompts(world, input),
}));
