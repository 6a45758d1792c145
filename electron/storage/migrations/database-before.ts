import type { Db } from '../sqlite.ts';
import { openSqlite } from '../sqlite.ts';
import { MIGRATIONS } from './catalogue.ts';

/** For the tests of migrations: a database in memory as it stood before migration `number`, with `rows` (SQL) in it. */
export function databaseBefore(number: number, rows = ''): Db {
  const db = openSqlite(':memory:');
  for (const migration of MIGRATIONS.slice(0, number - 1)) migration.up(db);
  db.exec(rows);
  return db;
}

/** Which of these tables there are, by name. */
export const tablesAmong = (db: Db, names: readonly string[]): string[] =>
  db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .pluck()
    .all()
    .filter((name) => names.includes(name))
    .toSorted();
