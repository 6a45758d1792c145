import { z } from 'zod';
import { writes } from './operation.ts';

const place = z.string().min(1).max(4096);
const tables = z.record(z.string(), z.number().int()).describe('Rows by table');

export const savedShape = z.object({
  file: z.string(),
  rows: z.number().int(),
  tables,
  note: z.string().describe('What is not in it'),
});
export type SavedShape = z.infer<typeof savedShape>;

export const restoredShape = z.object({
  rows: z.number().int(),
  entries: z.number().int(),
  tables,
  log: z.object({ intact: z.boolean(), detail: z.string() }).describe('Its log, as doctor verifies it'),
  skipped: z.array(z.string()).describe('Settings that were left out, and why'),
});
export type RestoredShape = z.infer<typeof restoredShape>;

/** Everything Stint keeps in one file, and back: a person's data is theirs. */
export const dumpOperations = {
  saveAll: writes('Write all that Stint keeps into one file, but no tokens', '/exchange/dump', {
    command: 'export json',
    positional: ['path'],
    paths: ['path'],
    examples: ['stint export json ~/stint.json'],
  })
    .input(z.object({ path: place.describe('File to write') }))
    .output(savedShape),
  restoreAll: writes('Put such a file into an empty data folder', '/exchange/restore', {
    command: 'import json',
    positional: ['path'],
    paths: ['path'],
    examples: ['stint import json ~/stint.json --home ~/new-folder'],
  })
    .input(z.object({ path: place.describe('What `stint export json` wrote') }))
    .output(restoredShape),
};
