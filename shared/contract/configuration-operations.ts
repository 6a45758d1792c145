import { z } from 'zod';
import { reads } from './operation.ts';

const place = z.string().nullable().describe('File, line and column, as path:line:column; null: no file');

export const explanationShape = z.object({
  key: z.string(),
  value: z.unknown(),
  from: z.string().describe('In words: what decides'),
  repository: z.string().nullable().describe('For whose tickets it was asked; null: for your days'),
  steps: z
    .array(
      z.object({
        from: z.enum(['repository', 'defaults', 'settings', 'built-in']),
        place,
        value: z.unknown(),
        counts: z.boolean(),
        note: z.string().nullable().describe('Why it does not count, or what for'),
      }),
    )
    .describe('Every place that says something, the strongest first; exactly one counts'),
  problems: z.array(z.object({ place: z.string(), message: z.string() })),
});
export type ExplanationShape = z.output<typeof explanationShape>;

/** Where a setting comes from: a repository's file, the person's own, or the app. */
export const configurationOperations = {
  explain: reads('Where the value of a setting comes from', '/settings/{key}/origin', {
    command: 'config explain',
    positional: ['key'],
    paths: ['repo'],
    examples: ['stint config explain git.maxGap', 'stint config explain rd_categories --repo ~/work/shop'],
  })
    .input(
      z.object({
        key: z.string().min(1).max(100).describe('As settings or configuration files call it'),
        repo: z.string().min(1).max(4096).optional().describe('For the tickets and logs of this repository'),
      }),
    )
    .output(explanationShape),
};
