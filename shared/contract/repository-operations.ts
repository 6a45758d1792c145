import { z } from 'zod';
import { reads, writes } from './operation.ts';
import { repositoryShape } from './shapes.ts';

/** Which repositories are read. */
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
