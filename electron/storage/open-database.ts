import { existsSync, copyFileSync, rmSync } from 'node:fs';
import type { Instant } from '#shared/values/instant.ts';
import type { Log } from '#shared/ports/world.ts';
import { listBackups } from './backups.ts';
import {
  damagedFiles,
  databaseFile,
  makeFolder,
  makePrivateFile,
  setAside,
  sizeOf,
  suspicionFile,
} from './data-files.ts';
import { damaged, missing, notOurs, tooNew } from './database-problems.ts';
import { APPLICATION_ID, isBlank, versionOf } from './database-identity.ts';
import { quickCheck } from './examine.ts';
import { migrate } from './migrate.ts';
import { LATEST_VERSION } from './migrations/catalogue.ts';
import type { Db } from './sqlite.ts';
import { isDamage, openSqlite } from './sqlite.ts';
import { problemOf } from './storage-problem.ts';

/** The open database. Both connections see the same rows; they differ in what a power cut may cost. */
export interface Database {
  /** `synchronous=FULL`: what a person typed is on the disk when the call returns. Everything is read here too. */
  readonly durable: Db;
  /**
   * `synchronous=NORMAL`: evidence and heartbeats. A crash of the program loses nothing; a power cut at most what came
   * after the last durable step or the last write-back of the system, and never damages the file. Commits are read
   * again, and of presence some half a minute is lost. In return a heartbeat every 30 s wakes no disk
   * (measured here: 0.01 ms against 0.3 ms with FULL, which on a laptop's disk is 5 to 20 ms). Opened when it is first
   * asked for: what only reads has no use for it.
   */
  readonly light: Db;
  close(): void;
}

/**
 * Opens the database of a data folder, new or old, and brings it to this program's version.
 *
 * After an unclean stop (SQLite's `-wal` file is still there, or reading failed the last time) the whole file is checked
 * first. Nothing is ever continued on a damaged or missing database: it is set aside and the newest good backup offered.
 *
 * @param now for the names of backups and of what is set aside.
 * @throws Problem `failed` (damaged, missing, newer, not ours, out of reach, disk full) or `conflict` (held by another program).
 */
export function openDatabase(home: string, now: Instant, log?: Log): Database {
  try {
    makeFolder(home);
    return open(home, now, log);
  } catch (error) {
    throw problemOf(error, home);
  }
}

function open(home: string, now: Instant, log: Log | undefined): Database {
  const file = databaseFile(home);
  // A missing or empty database beside traces of an older one is a loss, not a first start.
  if (sizeOf(file) === 0 && hasPast(home)) {
    if (!existsSync(file)) throw missing(home);
    throw damaged(home, setAside(home, 'damaged', now), 'the file is empty');
  }
  const uncleanStop = sizeOf(`${file}-wal`) > 0 || existsSync(suspicionFile(home));
  makePrivateFile(file);
  const durable = openSqlite(file, { timeout: 2000 });
  try {
    inspect(durable, home, uncleanStop);
    tune(durable, 'FULL');
    migrate(durable, home, now);
    if (uncleanStop) log?.warn('storage.checked-after-unclean-stop');
    rmSync(suspicionFile(home), { force: true });
    return openTwice(durable, file, home);
  } catch (error) {
    if (!(error instanceof Damage) && !isDamage(error)) {
      durable.close();
      throw error;
    }
    // Closing folds the `-wal` into the database and removes it; its copy keeps the last steps as they were.
    const aside = keepWal(home, now, durable);
    log?.error('storage.damaged', error);
    throw damaged(home, aside, error.message);
  }
}

/** What makes a database unfit to go on with, in the words of SQLite. */
class Damage extends Error {
  override readonly name = 'Damage';
}

const hasPast = (home: string): boolean =>
  damagedFiles(home).length > 0 || listBackups(home).length > 0 || sizeOf(`${databaseFile(home)}-wal`) > 0;

/** Looks before anything is written. */
function inspect(db: Db, home: string, thoroughly: boolean): void {
  if (isBlank(db)) {
    if (hasPast(home)) throw new Damage('there is nothing in it');
    return;
  }
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw notOurs(home);
  const version = versionOf(db);
  if (version > LATEST_VERSION) throw tooNew(home, version);
  const complaint = thoroughly ? quickCheck(db) : null;
  if (complaint !== null) throw new Damage(complaint);
}

/** In one call: a statement made for each of them takes longer than what it says. */
function tune(db: Db, synchronous: 'FULL' | 'NORMAL'): void {
  db.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = ${synchronous};
    PRAGMA foreign_keys = ON;
    -- After a burst the -wal file shrinks again to this many bytes.
    PRAGMA journal_size_limit = 4194304;
  `);
}

function openTwice(durable: Db, file: string, home: string): Database {
  let light: Db | null = null;
  return {
    durable,
    get light() {
      // Opened again behind whoever closed it, the database would stay open for ever.
      if (light === null && !durable.open) throw new TypeError('The database connection is not open');
      return (light ??= openLight(file));
    },
    close: () => shut(durable, light, home),
  };
}

function openLight(file: string): Db {
  const light = openSqlite(file, { timeout: 2000 });
  try {
    tune(light, 'NORMAL');
    return light;
  } catch (error) {
    light.close();
    throw error;
  }
}

/**
 * Closing the last connection folds the `-wal` file into the database: its absence is the mark of a clean stop. Stopping
 * always works: what cannot be tidied up on a full or broken disk is seen to at the next start.
 */
function shut(durable: Db, light: Db | null, home: string): void {
  if (!durable.open) return;
  light?.close();
  try {
    durable.pragma('optimize');
  } catch (error) {
    problemOf(error, home); // leaves the sign that asks for a check
  }
  durable.close();
}

function keepWal(home: string, now: Instant, durable: Db): string {
  const wal = `${databaseFile(home)}-wal`;
  const kept = `${wal}.kept`;
  if (sizeOf(wal) > 0) copyFileSync(wal, kept);
  durable.close();
  const aside = setAside(home, 'damaged', now);
  if (existsSync(kept)) {
    copyFileSync(kept, `${aside}-wal`);
    rmSync(kept);
  }
  rmSync(suspicionFile(home), { force: true });
  return aside;
}
