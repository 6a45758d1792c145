import { welcomeOperations } from '#shared/contract/welcome-operations.ts';
import { adopt } from '#shared/services/welcome/adopt.ts';
import { choose, lastWeek } from '#shared/services/welcome/last-week.ts';
import { codeFolders, peopleIn } from '#shared/services/welcome/look-around.ts';
import { noun } from './noun.ts';

/** The first steps. */
export const operations = noun(welcomeOperations, (world) => ({
  folders: () => codeFolders(world),
  people: (input) => peopleIn(world, input),
  adopt: (input) => adopt(world, input),
  lastWeek: () => lastWeek(world),
  choose: (input) => choose(world, input),
}));
