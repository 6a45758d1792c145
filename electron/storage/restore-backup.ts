import { constants, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import type { Instant } from '#shared/values/instant.ts';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';
import { backupNamed } from './backups.ts';
import {
  databaseFile,
  flushFile,
  flushFolder,
  makeFolder,
  makePrivateFile,
  setAside,
  suspicionFile,
} from './data-files.ts';
import { whatIsWrong } from './examine.ts';
import { acquireHostLock } from './host-lock.ts';
import { problemOf } from './storage-problem.ts';

/** What was put back, and where the database went that was there before. */
export interface Restored {
  readonly from: string;
  /** Null when there was none. */
  readonly replaced: string | null;
}

/**
 * Puts a backup in the place of the database (`stint backup restore FILE`). What was there is kept beside it as
 * `stint.db.replaced-<time>`. Takes the host lock itself: nobody may have the data folder open, the caller included.
 * @param given the name of a backup as `stint backup list` shows it, or a path.
 * @throws Problem `not-found`, `failed` when the backup is not whole (then nothing was changed), `conflict` when Stint runs.
 */
export function restoreBackup(home: string, given: string, now: Instant): Restored {
  const from = backupNamed(home, given);
  if (!existsSync(from)) {
    throw new Problem(
      'not-found',
      said`There is no backup ${from}.`,
      said`See \`stint backup list\`, or look into the folder backups.`,
    );
  }
  const lock = acquireHostLock(home, 0);
  if (!lock) {
    throw new Problem(
      'conflict',
      said`Stint is running on this data folder. Nothing was changed.`,
      said`Quit it, then restore the backup.`,
    );
  }
  try {
    return putBack(home, from, now);
  } catch (error) {
    throw problemOf(error, home);
  } finally {
    lock.release();
  }
}

function putBack(home: string, from: string, now: Instant): Restored {
  const wrong = whatIsWrong(from);
  if (wrong !== null) {
    throw new Problem(
      'failed',
      said`The backup ${from} cannot be used: ${wrong}. Nothing was changed.`,
      said`Take another one: \`stint backup list\`.`,
    );
  }
  makeFolder(home);
  const file = databaseFile(home);
  const draft = `${file}.restoring`;
  rmSync(draft, { force: true });
  makePrivateFile(draft);
  copyFileSync(from, draft, constants.COPYFILE_FICLONE);
  flushFile(draft);
  // Also when only a -wal is left: replayed onto the backup it would damage it.
  const left = ['', '-wal', '-shm'].some((tail) => existsSync(file + tail));
  const aside = left ? setAside(home, 'replaced', now) : null;
  renameSync(draft, file);
  flushFolder(home);
  rmSync(suspicionFile(home), { force: true });
  return { from, replaced: aside !== null && existsSync(aside) ? aside : null };
}
