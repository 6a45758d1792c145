import { z } from 'zod';
import { reads, writes } from './operation.ts';
import { idInput } from './shapes.ts';

const check = z.object({
  name: z.string(),
  ok: z.boolean(),
  detail: z.string(),
  remedy: z.string().nullable(),
});
const backupShape = z.object({ file: z.string(), at: z.iso.datetime(), bytes: z.number().int() });

export const upkeepOperations = {
  doctor: reads('What is wrong, and what to do', '/doctor', {
    command: 'doctor',
    examples: ['stint doctor --verify-log'],
  })
    .input(
      z.object({
        verifyLog: z.stringbool().or(z.boolean()).optional().describe('Check the hash chain of the log'),
      }),
    )
    .output(
      z.object({
        healthy: z.boolean(),
        checks: z.array(check),
        log: z
          .object({
            intact: z.boolean(),
            records: z.number().int(),
            brokenAt: z.number().int().nullable(),
            detail: z.string(),
          })
          .nullable(),
      }),
    ),
  about: reads('What this program is, where its data lies, and how it is doing', '/about', null)
    .input(z.object({}))
    .output(
      z.object({
        version: z.string(),
        home: z.string().describe('The data folder'),
        presence: z.object({
          state: z.enum(['active', 'idle', 'locked', 'suspended', 'unknown']),
          backend: z.string(),
        }),
        lastBackup: backupShape.nullable(),
        checks: z.array(check).describe('Those that are not well'),
      }),
    ),
  backup: writes('Back the database up now', '/backups', { command: 'backup now' })
    .input(z.object({}))
    .output(backupShape),
  backups: reads('Backups, newest first', '/backups', { command: 'backup list' })
    .input(z.object({}))
    .output(z.array(backupShape)),
  history: reads('The newest changes, from the log', '/history', { command: 'history' })
    .input(
      z.object({
        limit: z.coerce.number().int().min(1).max(1000).optional().describe('How many (50)'),
        before: z.uuid().optional().describe('The whole id of the last one of the page before'),
      }),
    )
    .output(
      z.array(
        z.object({
          id: idInput,
          at: z.iso.datetime(),
          actor: z.string(),
          operation: z.string(),
          why: z.string(),
          rows: z.number().int(),
        }),
      ),
    ),
};
