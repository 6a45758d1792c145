import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, makePrivateFile } from './data-files.ts';
import type { Db } from './sqlite.ts';
import { errorCodeOf, isDamage, openSqlite } from './sqlite.ts';
import { problemOf } from './storage-problem.ts';

/** Held by the one process that serves a data folder (design §3 "One writer"). */
export interface HostLock {
  release(): void;
}

/** Every lock held here. A connection that nobody refers to is collected and closed, and its lock would go with it. */
const held = new Set<Db>();

/**
 * Takes the lock of a data folder: an exclusive transaction held open on a SQLite file of its own. The lock is the
 * operating system's, on every system, so a crash or `kill -9` releases it and no stale lock is ever left.
 * Do not open `host.lock` by other means in this process: closing it would drop the lock on POSIX systems.
 *
 * @param timeoutMs how long to wait for another holder; the thread waits with it, so keep it short outside the CLI.
 * @returns null when another process (or this one) holds it still.
 * @throws Problem when the folder cannot be written.
 */
export function acquireHostLock(home: string, timeoutMs: number): HostLock | null {
  try {
    makeFolder(home);
    const file = join(home, 'host.lock');
    makePrivateFile(file);
    return hold(file, timeoutMs);
  } catch (error) {
    throw problemOf(error, home);
  }
}

function hold(file: string, timeoutMs: number, mended = false): HostLock | null {
  const db = openSqlite(file, { timeout: timeoutMs });
  try {
    db.exec('BEGIN EXCLUSIVE');
    held.add(db);
    return { release: () => release(db) };
  } catch (error) {
    db.close();
    if (/^SQLITE_(BUSY|LOCKED)/.test(errorCodeOf(error))) return null;
    // Nothing is kept in the file, so one with rubbish in it is simply made new.
    if (!isDamage(error) || mended) throw error;
    rmSync(file, { force: true });
    makePrivateFile(file);
    return hold(file, timeoutMs, true);
  }
}

function release(db: Db): void {
  if (!held.delete(db)) return;
  db.exec('ROLLBACK');
  db.close();
}
