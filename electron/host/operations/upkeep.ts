import { upkeepOperations } from '#shared/contract/upkeep-operations.ts';
import { aboutStint, backUp, examine, listBackups, showHistory } from '#shared/services/upkeep.ts';
import { noun } from './noun.ts';

/** How the program and its data are doing. */
export const operations = noun(upkeepOperations, (world) => ({
  about: () => aboutStint(world),
  doctor: (input) => examine(world, input),
  backup: () => backUp(world),
  backups: () => listBackups(world),
  history: (input) => showHistory(world, input),
}));
