import { gapOperations } from '#shared/contract/gap-operations.ts';
import { dismissGap, reopenGap } from '#shared/services/settle-gap.ts';
import { noun } from './noun.ts';

/** Time without an entry, and what it was. */
export const operations = noun(gapOperations, (world) => ({
  dismiss: (input) => dismissGap(world, input),
  reopen: (input) => reopenGap(world, input),
}));
