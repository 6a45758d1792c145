import type { Id } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';

/** A token by which a customer may read their dashboard, and nothing else. */
export interface DashboardShare {
  readonly id: Id;
  /** Whose projects it is about. */
  readonly user: string;
  readonly customer: string;
  /** The token itself is kept nowhere. */
  readonly tokenHash: string;
  readonly createdAt: Instant;
  /** Null: it is good. */
  readonly revokedAt: Instant | null;
}

/** Who may read a dashboard. */
export interface DashboardShares {
  /** All there ever were, the oldest first, then by id. */
  list(user: string): Promise<readonly DashboardShare[]>;
  /** Adds shares, or says when they were revoked; all or none. On the disk when it returns. */
  put(shares: readonly DashboardShare[]): Promise<void>;
}
