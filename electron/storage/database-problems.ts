import { basename } from 'node:path';
import { formatInstant } from '#shared/values/instant.ts';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';
import { newestGoodBackup } from './backups.ts';
import { damagedFiles, databaseFile } from './data-files.ts';
import { LATEST_VERSION } from './migrations/catalogue.ts';

/** Why a database is not opened, in words; each offers a way on, none of them "continue anyway" (design §4). */

/** The database was found broken and has just been set aside. */
export function damaged(home: string, aside: string, reason: string): Problem {
  return new Problem(
    'failed',
    said`Stint's database is damaged (${reason}). It was set aside as ${aside}; nothing was deleted. ${backupSentence(home)}`,
    wayBack(home),
  );
}

/** There is no database, but there was one. */
export function missing(home: string): Problem {
  const aside = damagedFiles(home).at(-1);
  const where = aside ? ` ${said`A damaged one was set aside as ${aside}.`}` : '';
  return new Problem(
    'failed',
    said`Stint's database ${databaseFile(home)} is not there, but there has been one.${where} ${backupSentence(home)}`,
    wayBack(home),
  );
}

/** Written by a newer program: its tables may mean what this one does not know. */
export function tooNew(home: string, version: number): Problem {
  return new Problem(
    'failed',
    said`The database in ${home} was written by a newer Stint (version ${version} of its tables; this one knows ${LATEST_VERSION}). It was not touched.`,
    said`Update Stint, or name another data folder with --home.`,
  );
}

/** A SQLite file that some other program made. */
export function notOurs(home: string): Problem {
  return new Problem(
    'failed',
    said`${databaseFile(home)} is a database of another program. It was not touched.`,
    said`Move that file elsewhere, or name another data folder with --home.`,
  );
}

function backupSentence(home: string): string {
  const backup = newestGoodBackup(home);
  if (!backup) return said`There is no backup that can be read.`;
  const when = formatInstant(backup.at).slice(0, 16).replace('T', ' ');
  return said`The newest good backup is from ${when} UTC.`;
}

function wayBack(home: string): string {
  const backup = newestGoodBackup(home);
  if (backup) {
    return said`Go back to it: stint backup restore ${basename(backup.file)} --home "${home}"`;
  }
  return [
    said`Keep the file: a copy of the folder from elsewhere may help (stint backup restore FILE --home "${home}").`,
    said`To begin with an empty timesheet, move everything called stint.db… out of ${home}.`,
  ].join(' ');
}
