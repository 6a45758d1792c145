import { expect, it } from 'vitest';
import { openSqlite } from '../sqlite.ts';
import { baseTables } from './0001-base-tables.ts';
import { tickets } from './0002-tickets.ts';

const entry = (
  id: string,
  user: string,
  ticket: string | null,
  description: string,
  at: number,
  state = 'accepted',
) =>
  `INSERT INTO entries VALUES ('${id}', '${user}', 'o', '2026-02-10', ${ticket ? `'${ticket}'` : 'NULL'}, NULL, 60, 60, 'git',
    '${description}', '[]', NULL, ${at}, 'UTC', '[]', '[]', '${state}', NULL, NULL, NULL, 1, 1, 1, '');`;
const session = (id: string, ticket: string, title: string, start: number, status = 'completed') =>
  `INSERT INTO sessions VALUES ('${id}', 'ann', 'o', '${title}', '${ticket}', NULL, 'feature', '${status}', ${start},
    NULL, '[]', NULL, 'UTC', NULL, 0, NULL, 1);`;
const commit = (hash: string, subject: string, branch: string | null, at: number) =>
  `INSERT INTO commits VALUES ('r', '${hash}', 'Ann', 'a@b', 'a@b', ${at}, ${at}, '${subject}',
    ${branch ? `'${branch}'` : 'NULL'}, 0, NULL);`;

it('0002: before, rows that name tickets; after, each ticket once a user with its newest words', () => {
  const db = openSqlite(':memory:');
  baseTables.up(db);
  db.exec(
    entry('e1', 'ann', 'TB-1', 'older', 100) +
      entry('e2', 'ann', 'TB-1', 'newer', 200) +
      entry('e3', 'ann', 'TB-9', 'deleted', 900, 'deleted') +
      entry('e4', 'ann', null, 'none', 900) +
      entry('e5', 'bob', 'TB-1', 'his', 50) +
      session('s1', 'TB-1', 'in between', 150) +
      session('s2', 'APP-2', 'session', 300) +
      session('s3', 'APP-3', 'dropped', 300, 'cancelled') +
      commit('c1', 'TB-7 first', 'main', 10) +
      commit('c2', 'TB-7 second', 'main', 20) +
      commit('c3', 'nothing', 'fix/TB-8-x', 30) +
      commit('c4', 'nothing', null, 40),
  );

  tickets.up(db);

  expect(db.prepare('SELECT * FROM tickets ORDER BY user, ticket').all()).toEqual([
    { user: '', ticket: 'TB-7', title: 'TB-7 second', used_at: 20 },
    { user: '', ticket: 'TB-8', title: 'nothing', used_at: 30 },
    { user: 'ann', ticket: 'APP-2', title: 'session', used_at: 300 },
    { user: 'ann', ticket: 'TB-1', title: 'newer', used_at: 200 },
    { user: 'bob', ticket: 'TB-1', title: 'his', used_at: 50 },
  ]);
  expect(db.prepare('SELECT count(*) FROM entries').pluck().get()).toBe(5);
  db.close();
});
