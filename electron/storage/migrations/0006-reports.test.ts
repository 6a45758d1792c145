import { expect, it } from 'vitest';
import { reports } from './0006-reports.ts';
import { databaseBefore } from './database-before.ts';

it('0006: before, sums read entries; after, they read an index, and what was there is untouched', () => {
  const db = databaseBefore(
    6,
    `INSERT INTO entries VALUES ('e1', 'ann', 'o', '2026-02-10', 'TB-1', 'TB', 60, 60, 'git', 'd', '[]', NULL, NULL,
       'UTC', '[]', '[]', 'accepted', NULL, NULL, NULL, 1, 1, 1, '');
     INSERT INTO entries VALUES ('e2', 'ann', 'o', '2026-02-10', NULL, NULL, 30, 30, 'manual', 'd', '[]', NULL, NULL,
       'UTC', '[]', '[]', 'deleted', NULL, NULL, NULL, 1, 1, 1, '');`,
  );
  const sum = `SELECT project, sum(minutes) AS minutes FROM entries
    WHERE state <> 'deleted' AND date BETWEEN '2026-02-01' AND '2026-02-28' GROUP BY project`;
  const plan = () =>
    db
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sum}`)
      .all()
      .map(({ detail }) => detail)
      .join();
  expect(plan()).not.toContain('COVERING');
  expect(db.prepare(sum).all()).toEqual([{ project: 'TB', minutes: 60 }]);

  reports.up(db);

  expect(plan()).toContain('SEARCH entries USING COVERING INDEX entries_of_day (date>? AND date<?)');
  expect(db.prepare(sum).all()).toEqual([{ project: 'TB', minutes: 60 }]);
  expect(db.prepare('SELECT count(*) FROM entries').pluck().get()).toBe(2);
  db.close();
});
