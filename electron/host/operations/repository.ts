import { repositoryOperations } from '#shared/contract/repository-operations.ts';
import { addRepositories, listRepositories, removeRepository } from '#shared/services/repositories.ts';
import { noun } from './noun.ts';

/** Which repositories are read. */
export const operations = noun(repositoryOperations, (world) => ({
  add: (input) => addRepositories(world, input),
  list: () => listRepositories(world),
  remove: (input) => removeRepository(world, input),
}));
