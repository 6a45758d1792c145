import type { Migration } from './migration.ts';

/** Gaps of a day that the person settled without an entry: a break, or not worth a question (document 4 §4). */
export const settledGaps: Migration = {
  version: 5,
  up(db) {
    db.exec(`
      CREATE TABLE settled_gaps (
        id TEXT PRIMARY KEY,
        user TEXT NOT NULL,
        origin TEXT NOT NULL,
        date TEXT NOT NULL,
        started_at INTEGER NOT NULL,
        ended_at INTEGER NOT NULL CHECK (ended_at > started_at),
        verdict TEXT NOT NULL CHECK (verdict IN ('break', 'ignored')),
        created_at INTEGER NOT NULL,
        revision INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX settled_gaps_by_day ON settled_gaps (user, date);
    `);
  },
};
