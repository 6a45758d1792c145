import { expect, it } from 'vitest';
import { budgetTerms } from './0009-budget-terms.ts';
import { databaseBefore } from './database-before.ts';

it('0009: budgets that were there go on as one sum for all, and what is neither in all nor each month is refused', () => {
  const db = databaseBefore(
    9,
    `INSERT INTO projects VALUES ('i', 'ann', 'o', 'TB', 'TB', NULL, 6000, NULL, NULL, NULL, 1)`,
  );
  budgetTerms.up(db);
  expect(
    db
      .prepare('SELECT key, budget, budget_per, budget_rollover, budget_from, budget_percents FROM projects')
      .all(),
  ).toEqual([
    {
      key: 'TB',
      budget: 6000,
      budget_per: 'total',
      budget_rollover: 0,
      budget_from: null,
      budget_percents: null,
    },
  ]);
  expect(() => db.exec("UPDATE projects SET budget_per = 'week'")).toThrow('CHECK');
  db.close();
});
