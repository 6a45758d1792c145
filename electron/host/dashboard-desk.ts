import type { World } from '#shared/ports/world.ts';
import type { DashboardDesk } from '../doors/http/dashboard.ts';
import { tokenArt } from '../doors/http/token.ts';
import { reportRoom as room } from './report-room.ts';

/** What stands behind the door for customers; loaded when the first of them looks. */
export function dashboardDesk(world: World): DashboardDesk {
  return {
    async open(customer, token) {
      const share = await (await room()).shareOpened(world, customer, token, tokenArt);
      return share === null
        ? null
        : {
            name: share.id,
            show: async (format) => (await room()).showDashboard(world, share.customer, format),
          };
    },
    failed: (error) => world.log.error('door.dashboard', error),
  };
}
