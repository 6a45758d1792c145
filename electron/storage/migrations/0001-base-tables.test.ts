import { expect, it } from 'vitest';
import { openSqlite } from '../sqlite.ts';
import { baseTables } from './0001-base-tables.ts';

it('0001: before, nothing; after, every table empty, an installation of its own and a log at its beginning', () => {
  const db = openSqlite(':memory:');
  expect(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()).toBe(0);

  baseTables.up(db);

  const tables = db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
    )
    .pluck()
    .all();
  expect(tables).toEqual([
    'checkouts',
    'commits',
    'days',
    'entries',
    'installation',
    'log',
    'log_head',
    'presence',
    'repositories',
    'sessions',
  ]);
  expect(db.prepare('SELECT id FROM installation').pluck().get()).toMatch(/^[0-9a-f]{32}$/);
  expect(db.prepare('SELECT records, hash FROM log_head').get()).toEqual({ records: 0, hash: '' });
  for (const table of tables.filter((name) => name !== 'installation' && name !== 'log_head')) {
    expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
  }
  db.close();
});

it('0001: the log takes no edit and no deletion', () => {
  const db = openSqlite(':memory:');
  baseTables.up(db);
  db.exec(
    `INSERT INTO log VALUES (1, 'a', 0, 'o', 'ann', 'entry.add', 'w', '[]', NULL, NULL, 'offered', '', 'h')`,
  );
  expect(() => db.exec("UPDATE log SET why = 'other'")).toThrow('append-only');
  expect(() => db.exec('DELETE FROM log')).toThrow('append-only');
  expect(() =>
    db.exec(`REPLACE INTO log VALUES (1, 'b', 0, 'o', 'ann', 'x', 'w', '[]', NULL, NULL, 0, '', 'h')`),
  ).toThrow('append-only');
  expect(db.prepare('SELECT why FROM log').pluck().all()).toEqual(['w']);
  db.close();
});
