import { expect, it } from 'vitest';
import { databaseBefore } from './database-before.ts';
import { devSessions } from './0010-dev-sessions.ts';

it('0010: before, nothing is known of development sessions; after, there is room for them and what was there is untouched', () => {
  const db = databaseBefore(10, `INSERT INTO days VALUES ('ann', '2026-02-10', 'o', 'submitted', 1, 2, 3)`);
  const tables = () =>
    db
      .prepare("SELECT name FROM sqlite_schema WHERE name LIKE 'dev_session%' AND type = 'table'")
      .pluck()
      .all();
  expect(tables()).toEqual([]);

  devSessions.up(db);

  expect(tables()).toEqual(['dev_sessions', 'dev_session_tickets', 'dev_session_reports']);
  expect(db.prepare('SELECT status, revision FROM days').all()).toEqual([
    { status: 'submitted', revision: 3 },
  ]);
  expect(() => db.exec(`INSERT INTO dev_session_tickets VALUES ('s', 'TB-1', 'loved', 1, 0)`)).toThrow(
    'CHECK',
  );
  db.close();
});
