import type { DashboardShare } from './dashboard-store.ts';
import { at, id } from './sample-rows.ts';
import type { StoresCase } from './stores-case.ts';

export const aShare = (n: number, given: Partial<DashboardShare> = {}): DashboardShare => ({
  id: id(n),
  user: 'ann',
  customer: 'Acme Corp',
  tokenHash: `hash-${n}`,
  createdAt: at('2026-02-10T09:00:00Z'),
  revokedAt: null,
  ...given,
});

/** Who may read a dashboard is told of one person, and nothing of it changes but that it ends. */
export const dashboardCases: readonly StoresCase[] = [
  {
    name: 'shares of dashboards come back by their age, of one person',
    async run({ dashboards }, expect) {
      const old = aShare(3, { createdAt: at('2026-02-01T09:00:00Z'), customer: 'Zed „früh“' });
      expect(await dashboards.list('ann')).toEqual([]);
      await dashboards.put([aShare(2), aShare(1), old, aShare(4, { user: 'bob' })]);
      expect(await dashboards.list('ann')).toEqual([old, aShare(1), aShare(2)]);
      await dashboards.put([]);
    },
  },
  {
    name: 'a share is revoked, and keeps whose it is',
    async run({ dashboards }, expect) {
      await dashboards.put([aShare(1)]);
      const revokedAt = at('2026-02-11T09:00:00Z');
      await dashboards.put([aShare(1, { revokedAt, tokenHash: 'another', customer: 'Zed' })]);
      expect(await dashboards.list('ann')).toEqual([aShare(1, { revokedAt })]);
    },
  },
];
