import type { Db } from './sqlite.ts';

/** Marks a SQLite file as Stint's, whatever it is called: "Stnt". */
export const APPLICATION_ID = 0x53746e74;

/** The version of the tables in a database; 0 for a new one. */
export const versionOf = (db: Db): number => Number(db.pragma('user_version', { simple: true }));

/** Is there nothing at all in it? */
export const isBlank = (db: Db): boolean =>
  versionOf(db) === 0 && db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
