import type { World } from '#shared/ports/world.ts';
import { adopt } from '#shared/services/welcome/adopt.ts';
import { choose, lastWeek } from '#shared/services/welcome/last-week.ts';
import { codeFolders, peopleIn } from '#shared/services/welcome/look-around.ts';
import type { Guarded } from './guarded.ts';

/** The operations of the first steps. */
export function welcomeHandlers(os: Pick<Guarded, 'welcome'>, world: World) {
  return {
    welcome: {
      folders: os.welcome.folders.handler(() => codeFolders(world)),
      people: os.welcome.people.handler(({ input }) => peopleIn(world, input)),
      adopt: os.welcome.adopt.handler(({ input }) => adopt(world, input)),
      lastWeek: os.welcome.lastWeek.handler(() => lastWeek(world)),
      choose: os.welcome.choose.handler(({ input }) => choose(world, input)),
    },
  };
}
