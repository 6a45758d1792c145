import type { Migration } from './migration.ts';

/** Which customers may read their dashboard: of a token only its hash is kept. What was revoked stays, as a record. */
export const dashboardShares: Migration = {
  version: 8,
  up(db) {
    db.exec(`
      CREATE TABLE dashboard_shares (
        user TEXT NOT NULL,
        id TEXT NOT NULL,
        origin TEXT NOT NULL,
        customer TEXT NOT NULL,
        token_hash TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        revoked_at INTEGER,
        PRIMARY KEY (user, id)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
