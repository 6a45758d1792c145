import { z } from 'zod';
import { reads, writes } from './operation.ts';

const nameInput = z.string().min(1).max(100).describe('Such as productive.token');

/** Where a secret comes from; the secret itself never leaves the machine it is kept on. */
const secretShape = z.object({
  name: z.string(),
  from: z.enum(['environment', 'keychain', 'file']).nullable().describe('Null: there is none'),
  warning: z.string().nullable().describe('What to know about how secrets are kept here'),
});
export type SecretShape = z.infer<typeof secretShape>;

export const secretOperations = {
  list: reads('Tokens, and where they come from', '/secrets', { command: 'secret list' })
    .input(z.object({}))
    .output(z.array(secretShape)),
  set: writes('Keep a token; it is read from the input, never from the command line', '/secrets/{name}', {
    command: 'secret set',
    positional: ['name'],
    secret: { field: 'value', environment: null, prompt: 'Token' },
    examples: ['stint secret set productive.token < token.txt'],
  })
    .input(z.object({ name: nameInput, value: z.string().max(2000).optional() }))
    .output(secretShape),
  remove: writes(
    'Forget a token',
    '/secrets/{name}',
    { command: 'secret remove', positional: ['name'] },
    'DELETE',
  )
    .input(z.object({ name: nameInput }))
    .output(secretShape),
};
