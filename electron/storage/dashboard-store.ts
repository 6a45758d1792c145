import type { DashboardShare, DashboardShares } from '#shared/ports/dashboard-store.ts';
import type { Id } from '#shared/values/ids.ts';
import type { Instant } from '#shared/values/instant.ts';
import type { Connections } from './connections.ts';

interface ShareRow {
  user: string;
  id: Id;
  customer: string;
  token_hash: string;
  created_at: Instant;
  revoked_at: Instant | null;
}

const shareOf = (row: ShareRow): DashboardShare => ({
  id: row.id,
  user: row.user,
  customer: row.customer,
  tokenHash: row.token_hash,
  createdAt: row.created_at,
  revokedAt: row.revoked_at,
});

/** Who may read a dashboard. Durable: what was revoked stays revoked, whatever happens. */
export function dashboardStore({ durable, origin, answer }: Connections): DashboardShares {
  const list = durable.prepare<[string], ShareRow>(
    `SELECT user, id, customer, token_hash, created_at, revoked_at
     FROM dashboard_shares WHERE user = ? ORDER BY created_at, id`,
  );
  const put = durable.prepare(
    `INSERT INTO dashboard_shares (user, id, origin, customer, token_hash, created_at, revoked_at)
     VALUES (@user, @id, @origin, @customer, @token_hash, @created_at, @revoked_at)
     ON CONFLICT DO UPDATE SET revoked_at = excluded.revoked_at`,
  );
  const putAll = durable.transaction((shares: readonly DashboardShare[]) => {
    for (const share of shares)
      put.run({
        user: share.user,
        id: share.id,
        origin,
        customer: share.customer,
        token_hash: share.tokenHash,
        created_at: share.createdAt,
        revoked_at: share.revokedAt,
      });
  });
  return {
    list: (user) => answer(() => list.all(user).map(shareOf)),
    put: (shares) => answer(() => putAll(shares)),
  };
}
