import { statusLineOperations } from '#shared/contract/status-line-operations.ts';
import { showStatusLine } from '#shared/services/status-line.ts';
import { noun } from './noun.ts';

/** What an agent's status line shows. */
export const operations = noun(statusLineOperations, (world) => ({
  show: (input) => showStatusLine(world, input),
}));
