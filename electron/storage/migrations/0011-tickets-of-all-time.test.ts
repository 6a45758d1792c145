import { expect, it } from 'vitest';
import { ticketsOfAllTime } from './0011-tickets-of-all-time.ts';
import { databaseBefore } from './database-before.ts';

it('0011: before, time by ticket is sorted; after, it stands in order, and what was there is untouched', () => {
  const entry = (id: string, ticket: string, minutes: number, state: string): string =>
    `INSERT INTO entries VALUES ('${id}', 'ann', 'o', '2026-02-10', ${ticket}, 'TB', ${minutes}, ${minutes}, 'git', 'd', '[]',
       NULL, NULL, 'UTC', '[]', '[]', '${state}', NULL, NULL, NULL, 1, 1, 1, '');`;
  const db = databaseBefore(
    11,
    [
      entry('e1', "'TB-1'", 60, 'accepted'),
      entry('e2', 'NULL', 30, 'accepted'),
      entry('e3', "'TB-1'", 15, 'draft'),
      entry('e4', "'TB-1'", 99, 'deleted'),
    ].join('\n'),
  );
  const sum = `SELECT ticket, sum(minutes) AS minutes FROM entries
    WHERE state <> 'deleted' AND user = 'ann' AND date BETWEEN '1900-01-01' AND '2999-12-31' GROUP BY ticket`;
  const newest = `SELECT description FROM entries WHERE user = 'ann' AND ticket = 'TB-1' AND state <> 'deleted'
    ORDER BY coalesce(ended_at, started_at, created_at) DESC LIMIT 1`;
  const planOf = (statement: string) =>
    db
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${statement}`)
      .all()
      .map(({ detail }) => detail)
      .join();
  const sums = [
    { ticket: null, minutes: 30 },
    { ticket: 'TB-1', minutes: 75 },
  ];
  const found = planOf(newest);
  expect(planOf(sum.replace('FROM entries', 'FROM entries INDEXED BY entries_of_user'))).toContain(
    'TEMP B-TREE',
  );
  expect(db.prepare(sum).all()).toEqual(sums);

  ticketsOfAllTime.up(db);

  const ordered = sum.replace('FROM entries', 'FROM entries INDEXED BY entries_by_ticket');
  expect(planOf(ordered)).toBe('SEARCH entries USING COVERING INDEX entries_by_ticket (user=?)');
  expect(db.prepare(ordered).all()).toEqual(sums);
  // A ticket's newest words are found as before.
  expect(planOf(newest)).toBe(found);
  db.close();
});
