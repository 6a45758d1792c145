import { sizeOf } from './data-files.ts';
import { APPLICATION_ID, versionOf } from './database-identity.ts';
import { LATEST_VERSION } from './migrations/catalogue.ts';
import type { Db } from './sqlite.ts';
import { openSqlite } from './sqlite.ts';

/** SQLite's own look at every page: null when all is well, else its first complaint. Reads the whole file. */
export function quickCheck(db: Db): string | null {
  const found = db.pragma('quick_check(1)', { simple: true });
  return found === 'ok' ? null : String(found).replaceAll(/\s+/g, ' ').slice(0, 200);
}

/** Looks at a database file that nobody uses, without changing it: null when it is a whole one that this program can read. */
export function whatIsWrong(file: string): string | null {
  if (sizeOf(file) === 0) return 'the file is missing or empty';
  let db: Db | null = null;
  try {
    db = openSqlite(file, { readonly: true, fileMustExist: true });
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID)
      return 'it is not a database of Stint';
    if (versionOf(db) > LATEST_VERSION) return 'it was written by a newer Stint';
    return quickCheck(db);
  } catch (error) {
    return error instanceof Error ? error.message : 'it cannot be read';
  } finally {
    db?.close();
  }
}
