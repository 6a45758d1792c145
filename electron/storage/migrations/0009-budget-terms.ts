import type { Migration } from './migration.ts';

/** How a project's budget is meant: in all or each month, since when, and at which shares (JSON) a warning is due. */
export const budgetTerms: Migration = {
  version: 9,
  up(db) {
    db.exec(`
      ALTER TABLE projects ADD COLUMN budget_per TEXT NOT NULL DEFAULT 'total' CHECK (budget_per IN ('total', 'month'));
      ALTER TABLE projects ADD COLUMN budget_rollover INTEGER NOT NULL DEFAULT 0 CHECK (budget_rollover IN (0, 1));
      ALTER TABLE projects ADD COLUMN budget_from TEXT;
      ALTER TABLE projects ADD COLUMN budget_percents TEXT;
    `);
  },
};
