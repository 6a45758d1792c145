import { agentOperations } from '#shared/contract/source-operations.ts';
import * as evidence from '../evidence-services.ts';
import { noun } from './noun.ts';

/** Coding agents: what their hooks say, and what they did. */
export const operations = noun(agentOperations, (world) => ({
  hook: (input) => evidence.hearAgentHook(world, input),
  runs: (input) => evidence.showAgentRuns(world, input),
}));
