import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '#shared/values/instant.ts';
import { formatInstant } from '#shared/values/instant.ts';

/** Where things lie in the data folder. */
export const databaseFile = (home: string): string => join(home, 'stint.db');
export const backupFolder = (home: string): string => join(home, 'backups');
/** Its presence asks for a full check at the next start. */
export const suspicionFile = (home: string): string => join(home, 'stint.db.suspect');

/** An instant as part of a file name; colons are not allowed on Windows. */
export const fileStamp = (at: Instant): string => formatInstant(at).replaceAll(':', '-');

/** Makes a folder that only its owner can look into (0700). */
export function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/** Makes an empty file that only its owner can read (0600), where there is none. SQLite gives `-wal` and `-shm` the same mode. */
export function makePrivateFile(file: string): void {
  if (existsSync(file)) return;
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
}

/** Size in bytes; 0 when there is no such file. */
export const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** Waits until a file's contents are on the disk. Never for a database that is open here: closing the file would drop SQLite's locks. */
export function flushFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Waits until new names in a folder are on the disk; Windows does that by itself and cannot be asked. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Moves the database out of the way, with what belongs to it, under a name that SQLite's own tools still understand.
 * The database goes first: a database without its `-wal` would silently lack its newest steps.
 * @returns the new path of the database.
 */
export function setAside(home: string, why: 'damaged' | 'replaced', now: Instant): string {
  const file = databaseFile(home);
  const aside = freeName(`${file}.${why}-${fileStamp(now)}`);
  for (const tail of ['', '-wal', '-shm']) {
    if (existsSync(file + tail) && !existsSync(aside + tail)) renameSync(file + tail, aside + tail);
  }
  flushFolder(home);
  return aside;
}

function freeName(wanted: string): string {
  let name = wanted;
  for (let n = 2; existsSync(name); n += 1) name = `${wanted}-${n}`;
  return name;
}

/** Databases that were set aside as damaged, oldest first. */
export function damagedFiles(home: string): string[] {
  return readdirSync(home)
    .filter((name) => name.startsWith('stint.db.damaged-') && !/-(wal|shm)$/.test(name))
    .sort()
    .map((name) => join(home, name));
}
