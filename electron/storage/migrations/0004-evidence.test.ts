import { expect, it } from 'vitest';
import { evidence } from './0004-evidence.ts';
import { databaseBefore, tablesAmong } from './database-before.ts';

const TABLES = ['agent_runs', 'agent_uses', 'beats', 'events', 'source_states', 'ticket_facts', 'tool_marks'];

const before = () =>
  databaseBefore(
    4,
    `INSERT INTO presence VALUES ('p', 'ann', 'o', 1, 2, 'active', 'electron', 'UTC', 0);
     INSERT INTO days VALUES ('ann', '2026-02-10', 'o', 'submitted', 1, 2, 3)`,
  );

const use = (message: string, request: string) =>
  `INSERT INTO agent_uses VALUES ('claude-code', 'r', 'o', ${message}, ${request}, 1, 'm', 0, 1, 1, 0, 0, 0, 0, NULL)`;

it('0004: before, no table for what sources tell; after, all of them empty and what was there untouched', () => {
  const db = before();
  expect(tablesAmong(db, TABLES)).toEqual([]);

  evidence.up(db);

  expect(tablesAmong(db, TABLES)).toEqual(TABLES);
  for (const table of TABLES) expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
  expect(db.prepare('SELECT id, end_at FROM presence').all()).toEqual([{ id: 'p', end_at: 2 }]);
  expect(db.prepare('SELECT status, revision FROM days').all()).toEqual([
    { status: 'submitted', revision: 3 },
  ]);
  db.close();
});

it('0004: an answer stands once, by message and request; without a message it may stand as often as it was told', () => {
  const db = before();
  evidence.up(db);
  db.exec(use("'m1'", "'r1'"));
  db.exec(use("'m1'", 'NULL'));
  db.exec(use('NULL', "'r1'"));
  db.exec(use('NULL', "'r1'"));
  expect(() => db.exec(use("'m1'", "'r1'"))).toThrow('UNIQUE');
  expect(() => db.exec(use("'m1'", 'NULL'))).toThrow('UNIQUE');
  db.close();
});

it('0004: a run ends in a way that exists, or has not ended', () => {
  const db = before();
  evidence.up(db);
  const run = (id: string, ended: string) =>
    `INSERT INTO agent_runs VALUES ('ann', 'claude-code', '${id}', 'o', 1, 2, ${ended}, NULL, NULL, '', '[]')`;
  db.exec(run('a', 'NULL'));
  db.exec(run('b', "'crashed'"));
  expect(() => db.exec(run('c', "'lost'"))).toThrow('CHECK');
  expect(() => db.exec(run('a', "'stopped'"))).toThrow('UNIQUE');
  db.close();
});
