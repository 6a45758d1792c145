import { z } from 'zod';
import { reads, writes } from './operation.ts';
import { idInput, repositoryShape, settingShape, textInput } from './shapes.ts';

export const repositoryOperations = {
  add: writes('Register a repository, or all of a workspace folder', '/repositories', {
    command: 'repo add',
    positional: ['path'],
    paths: ['path'],
    examples: ['stint repo add ~/work'],
  })
    .input(
      z.object({ path: z.string().min(1).max(4096).describe('A repository or a folder with repositories') }),
    )
    .output(
      z.object({
        added: z.array(repositoryShape),
        known: z.array(repositoryShape),
        emails: z.array(z.string()),
      }),
    ),
  list: reads('Registered repositories', '/repositories', { command: 'repo list' })
    .input(z.object({}))
    .output(z.array(repositoryShape)),
  remove: writes(
    'Forget a repository; what was derived from it stays',
    '/repositories/{repository}',
    { command: 'repo remove', positional: ['repository'], paths: ['repository'] },
    'DELETE',
  )
    .input(z.object({ repository: z.string().min(1).max(4096).describe('Its path, name or id') }))
    .output(repositoryShape),
};

export const settingOperations = {
  list: reads('Every setting with its value, default and meaning', '/settings', { command: 'config list' })
    .input(z.object({}))
    .output(z.array(settingShape)),
  get: reads('One setting', '/settings/{key}', { command: 'config get', positional: ['key'] })
    .input(z.object({ key: z.string().min(1).max(100) }))
    .output(settingShape),
  set: writes(
    'Change a setting; lists as JSON',
    '/settings/{key}',
    {
      command: 'config set',
      positional: ['key', 'value'],
      examples: ['stint config set git.maxGap 90m', `stint config set identity.emails '["me@example.com"]'`],
    },
    'PATCH',
  )
    .input(z.object({ key: z.string().min(1).max(100), value: z.unknown() }))
    .output(settingShape),
};

export const ticketOperations = {
  list: reads('Tickets you worked on, newest first', '/tickets', {
    command: 'ticket list',
    positional: ['query?'],
  })
    .input(
      z.object({ query: textInput.optional(), limit: z.coerce.number().int().min(1).max(5000).optional() }),
    )
    .output(z.array(z.object({ ticket: z.string(), title: z.string(), lastUsedAt: z.iso.datetime() }))),
};

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
    .input(z.object({ limit: z.coerce.number().int().min(1).max(1000).optional() }))
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
