import { expect, it } from 'vitest';
import { booking } from './0003-booking.ts';
import { databaseBefore, tablesAmong } from './database-before.ts';

const TABLES = ['calls', 'holds', 'mappings', 'outbox', 'projects', 'provider_cache', 'remote_timers'];
const OUTBOX = (id: string, account: string, state: string) =>
  `INSERT INTO outbox VALUES ('${id}', 'ann', 'o', 'toggl', '${account}', 'e1', '2026-02-10', 'create', '${state}', '{}',
    'h', NULL, NULL, NULL, '[]', 0, NULL, NULL, 1, 1)`;

const before = () =>
  databaseBefore(3, `INSERT INTO days VALUES ('ann', '2026-02-10', 'o', 'submitted', 1, 2, 3)`);

it('0003: before, no table of booking; after, all of them empty and what was there untouched', () => {
  const db = before();
  expect(tablesAmong(db, TABLES)).toEqual([]);

  booking.up(db);

  expect(tablesAmong(db, TABLES)).toEqual(TABLES);
  for (const table of TABLES) expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
  expect(db.prepare('SELECT status, revision FROM days').all()).toEqual([
    { status: 'submitted', revision: 3 },
  ]);
  db.close();
});

it('0003: an entry has one row for each account, in a state that exists', () => {
  const db = before();
  booking.up(db);
  db.exec(OUTBOX('1', '7', 'sent'));
  db.exec(OUTBOX('2', '8', 'pending'));
  expect(() => db.exec(OUTBOX('3', '7', 'pending'))).toThrow('UNIQUE');
  expect(() => db.exec(OUTBOX('4', '9', 'lost'))).toThrow('CHECK');
  db.close();
});

it('0003: a rate has a currency', () => {
  const db = before();
  booking.up(db);
  const project = (id: string, cents: string, currency: string) =>
    `INSERT INTO projects VALUES ('${id}', 'ann', 'o', '${id}', '${id}', NULL, NULL, ${cents}, ${currency}, NULL, 1)`;
  db.exec(project('a', '15000', "'EUR'"));
  db.exec(project('b', 'NULL', 'NULL'));
  expect(() => db.exec(project('c', '15000', 'NULL'))).toThrow('CHECK');
  db.close();
});
