import type { PromptShape } from '#shared/contract/prompt-operations.ts';

/** What is about this very moment is worth opening the list for; a day or a week to review waits quietly behind its number. */
const OF_THE_MOMENT: readonly PromptShape['kind'][] = [
  'absences',
  'meeting',
  'meeting-over',
  'trigger',
  'session',
];

/** What tells each thing that waits from the others; each absence is one of its own. */
export const keysOf = (prompts: readonly PromptShape[]): string[] =>
  prompts.flatMap((prompt) =>
    prompt.kind === 'absences' ? prompt.absences.map(({ key }) => key) : [prompt.key],
  );

/** Did something come up since `known` that is about this moment? */
export function hasNews(prompts: readonly PromptShape[], known: ReadonlySet<string>): boolean {
  const urgent = prompts.filter(({ kind }) => OF_THE_MOMENT.includes(kind));
  return keysOf(urgent).some((key) => !known.has(key));
}

/** How many things wait, as the number on the bell says it. */
export const countOf = (prompts: readonly PromptShape[]): number => keysOf(prompts).length;
