import type { PromptShape } from '../../contract/prompt-operations.ts';
import type { World } from '../../ports/world.ts';
import type { Snooze } from '../../review/snooze.ts';
import { snoozeEnd } from '../../review/snooze.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import { personOf } from '../person.ts';
import { gatherPrompts } from './gather-prompts.ts';
import { listPrompts } from './list-prompts.ts';
import { withNotes } from './prompt-notes.ts';
import { promptRules } from './prompt-rules.ts';

/**
 * Puts off one thing that waits, or all of it; what is alike comes back together (the end of any day, say).
 * @returns what still waits. @throws Problem `not-found` when nothing waits under that name.
 */
export async function snoozePrompts(
  world: World,
  input: { until: Snooze; prompt?: string | undefined },
): Promise<PromptShape[]> {
  const person = personOf(world);
  const { prompts, notes } = await gatherPrompts(world, person);
  const meant = prompts.filter(({ key }) => input.prompt === undefined || key === input.prompt);
  if (meant.length === 0 && input.prompt !== undefined) {
    throw new Problem(
      'not-found',
      said`Nothing waits under that name.`,
      said`See what waits: stint prompts.`,
    );
  }
  const until = snoozeEnd(input.until, person.now, person.zone, promptRules(person.settings).blocks);
  const topics = new Set(meant.map(({ topic }) => topic));
  await world.stores.prompts.put(
    [...topics].map((topic) => withNotes(notes, person, topic, { snoozedUntil: until })),
  );
  world.events.publish({ kind: 'prompts' });
  return listPrompts(world);
}
