import type { PromptShape } from '../../contract/prompt-operations.ts';
import type { World } from '../../ports/world.ts';
import type { Prompt } from '../../review/prompt.ts';
import { readDay } from '../day-material.ts';
import type { Person } from '../person.ts';
import { personOf } from '../person.ts';
import { gatherPrompts } from './gather-prompts.ts';
import { promptShapeOf } from './prompt-shape.ts';

/** What waits for the person, the most pressing first. */
export async function listPrompts(world: World, _input: object = {}): Promise<PromptShape[]> {
  const person = personOf(world);
  const { prompts } = await gatherPrompts(world, person);
  return describePrompts(world, person, prompts);
}

/** Prompts with all their words. Reads the day one of them is about, for its gaps. */
export async function describePrompts(
  world: World,
  person: Person,
  prompts: readonly Prompt[],
): Promise<PromptShape[]> {
  const shapes: PromptShape[] = [];
  for (const prompt of prompts) {
    const gaps = prompt.kind === 'end-of-day' ? await gapsOf(world, person, prompt.date) : 0;
    shapes.push(promptShapeOf(prompt, person, gaps));
  }
  return shapes;
}

/** What waits, in the few words a menu has room for: no day is read for it. */
export async function glanceAtPrompts(world: World): Promise<PromptShape[]> {
  const person = personOf(world);
  const { prompts } = await gatherPrompts(world, person);
  return prompts.map((prompt) => promptShapeOf(prompt, person));
}

const gapsOf = async (world: World, person: Person, date: Parameters<typeof readDay>[2]): Promise<number> =>
  (await readDay(world, person, date)).derivation.gaps.length;
