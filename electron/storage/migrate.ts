import type { Instant } from '#shared/values/instant.ts';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';
import { backUpInto } from './backups.ts';
import { APPLICATION_ID, versionOf } from './database-identity.ts';
import { errorCodeOf, isDamage } from './sqlite.ts';
import type { Db } from './sqlite.ts';
import { problemOf } from './storage-problem.ts';
import type { Migration } from './migrations/migration.ts';
import { MIGRATIONS } from './migrations/catalogue.ts';

/**
 * Brings a database to the newest version, one migration a transaction. A database that holds something is backed up
 * first (`VACUUM INTO`), so that a way back exists.
 * @throws Problem `failed` when a migration does not work: its transaction is rolled back, the database is as it was.
 */
export function migrate(
  db: Db,
  home: string,
  now: Instant,
  migrations: readonly Migration[] = MIGRATIONS,
): void {
  requireNoGap(migrations);
  const from = versionOf(db);
  const pending = migrations.slice(from);
  if (pending.length === 0) return;
  const backup = from === 0 ? null : backUpInto(db, home, now, `before-v${from + 1}`);
  for (const migration of pending) {
    try {
      step(db, migration);
    } catch (error) {
      // A full disk or a broken file is told as such; everything else is a fault of the migration.
      if (isDamage(error)) throw error;
      const known = problemOf(error, home);
      if (known instanceof Problem) throw known;
      throw new Problem(
        'failed',
        said`The database could not be brought from version ${migration.version - 1} to ${migration.version} (${errorCodeOf(error) || 'error'}). It is unchanged and nothing is lost.`,
        said`Go on with the version of Stint you had before, and report this.${backup ? ` ${said`A backup is kept: ${backup.file}`}` : ''}`,
        error,
      );
    }
  }
}

function step(db: Db, { version, up }: Migration): void {
  db.transaction(() => {
    up(db);
    // Both live in the first page of the file, so they are rolled back with everything else.
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${version}`);
  }).immediate();
}

/** A gap or a doubled number would be a mistake of ours that no person could repair. */
function requireNoGap(migrations: readonly Migration[]): void {
  migrations.forEach(({ version }, index) => {
    if (version !== index + 1) throw new Error(`migration ${index + 1} says it is ${version}`);
  });
}
