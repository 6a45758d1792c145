import type { Checkout } from '#shared/evidence/commit.ts';
import type { EvidenceStore } from '#shared/ports/stores.ts';
import type { Id } from '#shared/values/ids.ts';
import type { Instant } from '#shared/values/instant.ts';
import type { Connections } from './connections.ts';

interface CheckoutRow {
  repository: Id;
  at: Instant;
  /** Empty: a detached head. */
  branch: string;
  until: Instant | null;
}

const checkoutOf = (row: CheckoutRow): Checkout => ({
  repository: row.repository,
  at: row.at,
  branch: row.branch === '' ? null : row.branch,
  until: row.until,
});

const rowOf = (checkout: Checkout): CheckoutRow => ({
  repository: checkout.repository,
  at: checkout.at,
  branch: checkout.branch ?? '',
  until: checkout.until,
});

/** Which branch was checked out when, as the reflog had it. */
export function checkoutStore({
  durable,
  light,
  answer,
}: Connections): Pick<EvidenceStore, 'addCheckouts' | 'checkouts'> {
  const put = light.prepare(
    `INSERT INTO checkouts (repository, at, branch, until) VALUES (@repository, @at, @branch, @until)
     ON CONFLICT DO UPDATE SET until = excluded.until WHERE until IS NOT excluded.until`,
  );
  const putAll = light.transaction((checkouts: readonly Checkout[]) => {
    for (const checkout of checkouts) put.run(rowOf(checkout));
  });
  const within = durable.prepare<{ start: number; end: number }, CheckoutRow>(
    `SELECT repository, at, branch, until FROM checkouts
       WHERE at > @start - 86400000 AND at < @end AND coalesce(until, 9007199254740991) > @start
         AND coalesce(until, 9007199254740991) - at <= 86400000
     UNION ALL
     SELECT repository, at, branch, until FROM checkouts
       WHERE coalesce(until, 9007199254740991) > @start AND coalesce(until, 9007199254740991) - at > 86400000 AND at < @end
     ORDER BY at, repository, branch`,
  );
  return {
    addCheckouts: (checkouts) => answer(() => putAll.immediate(checkouts)),
    checkouts: ({ start, end }) => answer(() => within.all({ start, end }).map(checkoutOf)),
  };
}
