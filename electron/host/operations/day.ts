import { dayOperations } from '#shared/contract/day-operations.ts';
import { confirmNow, deriveNow } from '#shared/services/close-day.ts';
import { showDay, viewDay } from '#shared/services/show-day.ts';
import { evidenceRoom as evidence } from '../evidence-room.ts';
import { noun } from './noun.ts';

/** Showing, deriving and closing days. */
export const operations = noun(dayOperations, (world) => ({
  show: (input) => showDay(world, input),
  view: (input) => viewDay(world, input),
  derive: (input) => deriveNow(world, input),
  confirm: (input) => confirmNow(world, input),
  replay: async (input) => (await evidence()).replayDays(world, input),
}));
