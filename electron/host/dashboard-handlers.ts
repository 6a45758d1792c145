import type { World } from '#shared/ports/world.ts';
import { tokenArt } from '../doors/http/token.ts';
import type { Guarded } from './guarded.ts';
import { reportRoom as room } from './report-room.ts';

/** The operations about who may read a dashboard; their services are loaded when the first is asked for. */
export function dashboardHandlers(os: Pick<Guarded, 'dashboard'>, world: World) {
  return {
    dashboard: {
      share: os.dashboard.share.handler(async ({ input }) =>
        (await room()).shareDashboard(world, input, tokenArt),
      ),
      list: os.dashboard.list.handler(async () => (await room()).listShares(world)),
      revoke: os.dashboard.revoke.handler(async ({ input }) => (await room()).revokeShare(world, input)),
    },
  };
}
