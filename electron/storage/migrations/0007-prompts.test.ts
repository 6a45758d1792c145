import { expect, it } from 'vitest';
import { prompts } from './0007-prompts.ts';
import { databaseBefore } from './database-before.ts';

it('0007: before, nothing is remembered of prompts; after, nothing yet, and what was there is untouched', () => {
  const db = databaseBefore(7, `INSERT INTO days VALUES ('ann', '2026-02-10', 'o', 'submitted', 1, 2, 3)`);
  const isThere = () =>
    db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'prompt_notes'").pluck().get();
  expect(isThere()).toBe(0);

  prompts.up(db);

  expect(isThere()).toBe(1);
  expect(db.prepare('SELECT count(*) FROM prompt_notes').pluck().get()).toBe(0);
  expect(db.prepare('SELECT status, revision FROM days').all()).toEqual([
    { status: 'submitted', revision: 3 },
  ]);
  db.close();
});

it('0007: one note a person and prompt', () => {
  const db = databaseBefore(7, '');
  prompts.up(db);
  const note = (user: string, key: string) =>
    db.exec(`INSERT INTO prompt_notes VALUES ('${user}', '${key}', 'o', 1, NULL, NULL, NULL, NULL, NULL, 1)`);
  note('ann', 'week:2026-W07');
  note('bob', 'week:2026-W07');
  expect(() => note('ann', 'week:2026-W07')).toThrow('UNIQUE');
  db.close();
});
