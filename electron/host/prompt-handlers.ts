import type { World } from '#shared/ports/world.ts';
import { answerPrompt } from '#shared/services/prompts/answer-prompt.ts';
import { listPrompts } from '#shared/services/prompts/list-prompts.ts';
import { snoozePrompts } from '#shared/services/prompts/snooze-prompts.ts';
import type { Guarded } from './guarded.ts';

/** The operations about what waits for the person. */
export function promptHandlers(os: Pick<Guarded, 'prompt'>, world: World) {
  return {
    prompt: {
      list: os.prompt.list.handler(() => listPrompts(world)),
      answer: os.prompt.answer.handler(({ input }) => answerPrompt(world, input)),
      snooze: os.prompt.snooze.handler(({ input }) => snoozePrompts(world, input)),
    },
  };
}
