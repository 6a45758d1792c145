import type { MemoryRows } from './memory-rows.ts';
import { byText } from './memory-rows.ts';
import type { PromptStore } from './prompt-store.ts';

/** What was said and answered, in memory: the same rules as on disk. */
export function memoryPrompts({ prompts }: MemoryRows): PromptStore {
  const nameOf = (user: string, key: string): string => JSON.stringify([user, key]);
  return {
    get: async (user, key) => prompts.get(nameOf(user, key)) ?? null,
    since: async (user, at) =>
      [...prompts.values()]
        .filter((note) => note.user === user && note.at >= at)
        .toSorted((a, b) => a.at - b.at || byText(a.key, b.key)),
    put: async (notes) => notes.forEach((note) => prompts.set(nameOf(note.user, note.key), note)),
  };
}
