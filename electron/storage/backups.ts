import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Instant } from '#shared/values/instant.ts';
import { formatInstant, parseInstant } from '#shared/values/instant.ts';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';
import {
  backupFolder,
  fileStamp,
  flushFile,
  flushFolder,
  makeFolder,
  makePrivateFile,
  sizeOf,
} from './data-files.ts';
import { whatIsWrong } from './examine.ts';
import type { Db } from './sqlite.ts';

/** A copy of the database at one instant. */
export interface Backup {
  readonly file: string;
  readonly at: Instant;
  readonly bytes: number;
}

/** Why a backup was made; each kind is rotated on its own, so that seven by hand do not push out the daily ones. */
export type BackupKind = 'daily' | 'manual' | `before-v${number}`;

/** How many of a kind are kept (design §4: daily ones rotate over a week). */
const KEPT = { daily: 7, manual: 7, before: 3 } as const;

const NAME = /^stint-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2}\.\d{3})Z(?:-(manual|before-v\d+))?\.db$/;

interface KnownBackup extends Backup {
  readonly kind: keyof typeof KEPT;
}

/** The backups of a data folder, newest first. Files with other names are not ours and are left alone. */
export function listBackups(home: string): readonly KnownBackup[] {
  const folder = backupFolder(home);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => readName(folder, name) ?? [])
    .toSorted((a, b) => b.at - a.at);
}

function readName(folder: string, name: string): KnownBackup | null {
  const match = NAME.exec(name);
  const at = match && parseInstant(`${match[1]}T${match[2]}:${match[3]}:${match[4]}Z`);
  if (!match || at === null) return null;
  const kind = match[5] === undefined ? 'daily' : match[5] === 'manual' ? 'manual' : 'before';
  const file = join(folder, name);
  return { file, at, bytes: sizeOf(file), kind };
}

/**
 * Copies the database into the backup folder while it is in use. The copy is complete, checked and on the disk before
 * it gets its name, and older ones of its kind go only then.
 * @throws Problem `failed` when the copy cannot be read back; SQLite's errors (a full disk) as they are.
 */
export function backUpInto(db: Db, home: string, now: Instant, kind: BackupKind): Backup {
  const folder = backupFolder(home);
  makeFolder(folder);
  const file = join(folder, `stint-${fileStamp(now)}${kind === 'daily' ? '' : `-${kind}`}.db`);
  const draft = `${file}.partial`;
  rmSync(draft, { force: true });
  try {
    // VACUUM INTO takes an empty file that is there already: so it is private from its first byte on.
    makePrivateFile(draft);
    db.prepare('VACUUM INTO ?').run(draft);
    const wrong = whatIsWrong(draft);
    if (wrong !== null) {
      throw new Problem(
        'failed',
        said`The backup could not be read back (${wrong}). Your data and the older backups are untouched.`,
        said`Check the disk, then run \`stint backup now\`.`,
      );
    }
    flushFile(draft);
    renameSync(draft, file);
    flushFolder(folder);
  } finally {
    rmSync(draft, { force: true });
  }
  rotate(home);
  return { file, at: now, bytes: sizeOf(file) };
}

function rotate(home: string): void {
  const all = listBackups(home);
  for (const kind of ['daily', 'manual', 'before'] as const) {
    for (const old of all.filter((backup) => backup.kind === kind).slice(KEPT[kind]))
      rmSync(old.file, { force: true });
  }
}

/** Is there no daily backup of this (UTC) day yet? */
export function isBackupDue(home: string, now: Instant): boolean {
  const today = formatInstant(now).slice(0, 10);
  return !listBackups(home).some(
    (backup) => backup.kind === 'daily' && formatInstant(backup.at).slice(0, 10) === today,
  );
}

/** The newest backup that can be read and is whole, or null. Reads each one until a good one is found. */
export function newestGoodBackup(home: string): Backup | null {
  return listBackups(home).find((backup) => whatIsWrong(backup.file) === null) ?? null;
}

/** Finds a backup by what a person gives: its name, or a path. */
export const backupNamed = (home: string, given: string): string =>
  basename(given) === given ? join(backupFolder(home), given) : given;
