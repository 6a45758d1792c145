import { expect, it } from 'vitest';
import { settledGaps } from './0005-settled-gaps.ts';
import { databaseBefore } from './database-before.ts';

const before = () =>
  databaseBefore(5, `INSERT INTO days VALUES ('ann', '2026-02-10', 'o', 'submitted', 1, 2, 3)`);

it('0005: before, no settled gaps; after, none yet and what was there untouched', () => {
  const db = before();
  const isThere = () =>
    db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'settled_gaps'").pluck().get();
  expect(isThere()).toBe(0);
  settledGaps.up(db);
  expect(isThere()).toBe(1);
  expect(db.prepare('SELECT count(*) FROM settled_gaps').pluck().get()).toBe(0);
  expect(db.prepare('SELECT status, revision FROM days').all()).toEqual([
    { status: 'submitted', revision: 3 },
  ]);
  db.close();
});

it('0005: a settled gap has a length and one of the two verdicts', () => {
  const db = before();
  settledGaps.up(db);
  const gap = (id: string, from: number, to: number, verdict: string) =>
    db.exec(
      `INSERT INTO settled_gaps VALUES ('${id}', 'ann', 'o', '2026-02-10', ${from}, ${to}, '${verdict}', 1, 1)`,
    );
  gap('a', 1, 2, 'break');
  gap('b', 1, 2, 'ignored');
  expect(() => gap('c', 2, 2, 'break')).toThrow('CHECK');
  expect(() => gap('d', 1, 2, 'lunch')).toThrow('CHECK');
  db.close();
});
