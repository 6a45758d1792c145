import { z } from 'zod';
import { EXPORT_FORMAT_IDS, IMPORT_FORMAT_IDS } from '../formats/format-ids.ts';
import { dumpOperations } from './dump-operations.ts';
import { writes } from './operation.ts';
import { dayInput, dayText } from './shapes.ts';

const place = z.string().min(1).max(4096);

export const importedShape = z.object({
  entries: z.number().int().describe('New ones'),
  known: z.number().int().describe('Those that were there already'),
  days: z.array(dayText),
  users: z.array(z.string()).describe('Whose it is'),
  others: z.array(z.string()).describe('Those of them that are not you, as far as is known'),
  skipped: z.array(z.string()).describe('What was left out, and why'),
});
export type ImportedShape = z.infer<typeof importedShape>;

export const exportedShape = z.object({
  entries: z.number().int(),
  minutes: z.number().int(),
  files: z.array(z.string()).describe('Files that were written'),
  skipped: z.array(z.string()).describe('What was left out, and why'),
});
export type ExportedShape = z.infer<typeof exportedShape>;

/** Time from other tools and for them (design §4 "Names that tests and scripts rely on"). */
export const exchangeOperations = {
  ...dumpOperations,
  importTimes: writes('Take in time that another tool kept; again changes nothing', '/exchange/import', {
    command: 'import',
    positional: ['format', 'path'],
    paths: ['path'],
    examples: ['stint import tract ~/work/shop', 'stint import toggl-csv Toggl_time_entries.csv'],
  })
    .input(z.object({ format: z.enum(IMPORT_FORMAT_IDS), path: place.describe('File or folder') }))
    .output(importedShape),
  importClaudeTime: writes(
    'Take in sessions, what a crash left of one, and projects of claude-time',
    '/exchange/claude-time',
    {
      command: 'import claude-time',
      positional: ['path'],
      paths: ['path'],
      examples: ['stint import claude-time ~/.claude-time'],
    },
  )
    .input(z.object({ path: place.describe('The folder') }))
    .output(
      z.object({
        sessions: z.number().int().describe('New ones'),
        known: z.number().int(),
        projects: z.number().int(),
        days: z.array(dayText),
        skipped: z.array(z.string()),
      }),
    ),
  exportTimes: writes('Write time where another tool reads it', '/exchange/export', {
    command: 'export',
    positional: ['format', 'path'],
    paths: ['path'],
    examples: ['stint export tract ~/work/shop --from 2026-02-01', 'stint export timeclock ~/time.timeclock'],
  })
    .input(
      z.object({
        format: z.enum(EXPORT_FORMAT_IDS),
        path: place.describe('File to write; a folder for tract and timewarrior'),
        from: dayInput.optional(),
        to: dayInput.optional(),
        user: z.string().min(1).max(64).optional().describe('Whose; you, when left out'),
      }),
    )
    .output(exportedShape),
};
