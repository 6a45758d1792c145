import type { Db } from '../sqlite.ts';

/** The layout of the file; a newer one is refused. */
export const DUMP_VERSION = 1;

/**
 * What stays behind: who this installation is, how often providers were called from it, and who may look in from outside
 * (with hashes of their tokens). All of it is of the folder, not of the person.
 */
const LEFT_BEHIND = new Set(['installation', 'calls', 'holds', 'dashboard_shares']);

/** What a folder that is in use writes by itself, or holds from the beginning: no sign that somebody keeps time in it. */
export const NO_SIGN_OF_USE = new Set(['presence', 'log_head']);

/** Every table that travels, by name: whatever a migration adds travels too. */
export const dumpedTables = (db: Db): string[] =>
  db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    .pluck()
    .all()
    .filter((name) => !LEFT_BEHIND.has(name))
    .toSorted();

/** The columns of a table, in order. */
export const columnsOf = (db: Db, table: string): string[] =>
  db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
