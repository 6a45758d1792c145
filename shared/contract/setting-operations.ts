import { z } from 'zod';
import { configurationOperations } from './configuration-operations.ts';
import { reads, writes } from './operation.ts';
import { settingShape } from './shapes.ts';

/** Every setting, and where its value comes from. */
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
  ...configurationOperations,
};
