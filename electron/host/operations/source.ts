import { sourceOperations } from '#shared/contract/source-operations.ts';
import * as evidence from '../evidence-services.ts';
import { noun } from './noun.ts';

/** Where evidence comes from, and what leaves this machine. */
export const operations = noun(sourceOperations, (world) => ({
  list: () => evidence.listSources(world),
  read: (input) => evidence.readSources(world, input),
  pause: (input) => evidence.pauseSource(world, input),
  resume: (input) => evidence.resumeSource(world, input),
  outgoing: () => evidence.outgoing(world),
}));
