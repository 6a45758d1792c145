import { z } from 'zod';
import { reads } from './operation.ts';
import { textInput } from './shapes.ts';

/** What plain words ask for: an operation with its input, or what could be said instead. */
export const wishShape = z.object({
  understood: z.boolean(),
  sentence: z.string().describe('What will be done, in words; or why nothing is'),
  operation: z.string().nullable().describe('Its name in the contract, such as `day.show`'),
  input: z.record(z.string(), z.union([z.string(), z.boolean()])).nullable(),
  effect: z.enum(['read', 'write']).nullable().describe('`write`: ask before it is done'),
  language: z.enum(['en', 'de']).describe('Which it was asked in: the person is answered in it'),
  suggestions: z.array(z.string()).describe('What could be said, where it was not understood'),
});
export type WishShape = z.infer<typeof wishShape>;

/** Wishes in plain words (document 4, "LLM Commands"). Understanding one does nothing yet. */
export const wishOperations = {
  understand: reads('What plain words ask for; nothing is done', '/wishes', null)
    .input(z.object({ text: textInput }))
    .output(wishShape),
};
