import type { DashboardShares } from './dashboard-store.ts';
import type { MemoryRows } from './memory-rows.ts';
import { byText } from './memory-rows.ts';

/** Who may read a dashboard, in memory: the same rules as on disk. */
export function memoryDashboards({ dashboards }: MemoryRows): DashboardShares {
  const nameOf = (user: string, id: string): string => JSON.stringify([user, id]);
  return {
    list: async (user) =>
      [...dashboards.values()]
        .filter((share) => share.user === user)
        .toSorted((a, b) => a.createdAt - b.createdAt || byText(a.id, b.id)),
    put: async (shares) => {
      for (const share of shares) {
        const name = nameOf(share.user, share.id);
        const before = dashboards.get(name);
        dashboards.set(name, before === undefined ? share : { ...before, revokedAt: share.revokedAt });
      }
    },
  };
}
