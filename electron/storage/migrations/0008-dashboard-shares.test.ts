import { expect, it } from 'vitest';
import { dashboardShares } from './0008-dashboard-shares.ts';
import { databaseBefore } from './database-before.ts';

it('0008: before, nobody outside may read; after, nobody yet, and what was there is untouched', () => {
  const db = databaseBefore(8, `INSERT INTO days VALUES ('ann', '2026-02-10', 'o', 'submitted', 1, 2, 3)`);
  const isThere = () =>
    db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'dashboard_shares'").pluck().get();
  expect(isThere()).toBe(0);

  dashboardShares.up(db);

  expect(isThere()).toBe(1);
  expect(db.prepare('SELECT count(*) FROM dashboard_shares').pluck().get()).toBe(0);
  expect(db.prepare('SELECT status, revision FROM days').all()).toEqual([
    { status: 'submitted', revision: 3 },
  ]);
  db.exec(`INSERT INTO dashboard_shares VALUES ('ann', 'i', 'o', 'Acme Corp', 'hash', 1, NULL)`);
  expect(() =>
    db.exec(`INSERT INTO dashboard_shares VALUES ('ann', 'i', 'o', 'Zed', 'other', 1, NULL)`),
  ).toThrow('UNIQUE');
  db.close();
});
