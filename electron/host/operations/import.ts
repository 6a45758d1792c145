import { importOperations } from '#shared/contract/source-operations.ts';
import * as evidence from '../evidence-services.ts';
import { noun } from './noun.ts';

/** Evidence from files of other programs. */
export const operations = noun(importOperations, (world) => ({
  activitywatch: (input) => evidence.importActivityWatch(world, input),
}));
