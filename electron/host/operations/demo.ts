import { demoOperations } from '#shared/contract/demo-operations.ts';
import { demoStatus, leaveDemo, openDemo } from '#shared/services/demo/demo.ts';
import { noun } from './noun.ts';

/** Made-up data. */
export const operations = noun(demoOperations, (world) => ({
  status: () => demoStatus(world),
  open: () => openDemo(world),
  leave: () => leaveDemo(world),
}));
