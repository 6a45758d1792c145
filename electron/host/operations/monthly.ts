import { monthlyOperations } from '#shared/contract/monthly-operations.ts';
import { makeMonthly } from '#shared/services/monthly/make-monthly.ts';
import { noun } from './noun.ts';

/** Reports of a month, in files. */
export const operations = noun(monthlyOperations, (world) => ({
  make: (input) => makeMonthly(world, input),
}));
