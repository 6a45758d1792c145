import { telemetryOperations } from '#shared/contract/source-operations.ts';
import * as evidence from '../evidence-services.ts';
import { noun } from './noun.ts';

/** What tools say of themselves. */
export const operations = noun(telemetryOperations, (world) => ({
  start: (input) => evidence.startTelemetry(world, input),
  stop: (input) => evidence.stopTelemetry(world, input),
}));
