import { writeFileSync } from 'node:fs';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';
import { suspicionFile } from './data-files.ts';
import { errorCodeOf, isDamage } from './sqlite.ts';

/**
 * Puts an error of SQLite or of the file system into words: what happened, what it means for the data, what to do.
 * Errors of other kinds come back unchanged.
 */
export function problemOf(error: unknown, home: string): unknown {
  if (error instanceof Problem) return error;
  const code = errorCodeOf(error);
  const problem = (what: string, remedy: string, kind: 'failed' | 'conflict' = 'failed'): Problem =>
    new Problem(kind, what, remedy, error);
  if (isDamage(error)) {
    suspect(home);
    return problem(
      said`The database in ${home} is damaged (${code}). This change was not written; what can still be read is untouched.`,
      said`Stop Stint and start it again: it checks the database and offers the newest good backup.`,
    );
  }
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') {
    return problem(
      said`The disk of ${home} is full. This change was not written; everything before it is safe.`,
      said`Make room on the disk, then repeat the change.`,
    );
  }
  if (
    /^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)/.test(code) ||
    ['EACCES', 'EPERM', 'EROFS', 'EISDIR', 'ENOTDIR', 'EEXIST', 'ENOENT'].includes(code)
  ) {
    return problem(
      said`Stint cannot write in its data folder ${home} (${code}). Nothing was changed.`,
      said`Check that the folder exists, belongs to you and can be written to, or name another one with --home.`,
    );
  }
  if (/^SQLITE_(BUSY|LOCKED|PROTOCOL)/.test(code)) {
    return problem(
      said`Another program holds the database in ${home}. Nothing was written.`,
      said`Close the other program (a second Stint, a backup or sync tool), then try again.`,
      'conflict',
    );
  }
  if (/^SQLITE_IOERR/.test(code) || code === 'EIO') {
    return problem(
      said`The disk did not answer as it should (${code}). This change was not written.`,
      said`Copy ${home} to another disk, check this one, then start Stint again.`,
    );
  }
  return error;
}

/** Leaves a sign, so that the next start looks at the whole database before it is used. */
function suspect(home: string): void {
  try {
    writeFileSync(suspicionFile(home), '', { mode: 0o600 });
  } catch {
    // The disk may refuse this too; the problem that is being told matters more.
  }
}
