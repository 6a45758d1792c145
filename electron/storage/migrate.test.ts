import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { at } from '#shared/ports/sample-rows.ts';
import { backupFolder, databaseFile, makePrivateFile } from './data-files.ts';
import { versionOf } from './database-identity.ts';
import { migrate } from './migrate.ts';
import type { Migration } from './migrations/migration.ts';
import { MIGRATIONS } from './migrations/catalogue.ts';
import { baseTables } from './migrations/0001-base-tables.ts';
import { openDatabase } from './open-database.ts';
import type { Db } from './sqlite.ts';
import { openSqlite } from './sqlite.ts';
import { problemIn, temporaryHome } from './temporary-home.ts';

const NOW = at('2026-02-11T07:00:00Z');

function blank(): { home: string; db: Db } {
  const home = temporaryHome();
  makePrivateFile(databaseFile(home));
  return { home, db: openSqlite(databaseFile(home)) };
}

describe('migrations', () => {
  it('are numbered without a gap', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
    const { home, db } = blank();
    const gap: Migration[] = [baseTables, { version: 3, up: () => undefined }];
    expect(() => migrate(db, home, NOW, gap)).toThrow('migration 2 says it is 3');
    expect(versionOf(db)).toBe(0);
  });

  it('run once, from whatever version the database has, with a backup of what was there', () => {
    const { home, db } = blank();
    migrate(db, home, NOW, MIGRATIONS.slice(0, 1));
    expect(versionOf(db)).toBe(1);
    expect(readdirSync(home)).not.toContain('backups');
    migrate(db, home, NOW);
    migrate(db, home, NOW);
    expect(versionOf(db)).toBe(MIGRATIONS.length);
    expect(readdirSync(backupFolder(home))).toEqual(['stint-2026-02-11T07-00-00.000Z-before-v2.db']);
    const kept = openSqlite(`${backupFolder(home)}/stint-2026-02-11T07-00-00.000Z-before-v2.db`, {
      readonly: true,
    });
    expect(versionOf(kept)).toBe(1);
    kept.close();
    db.close();
  });

  it('leave the database as it was when one of them fails, and name the backup', async () => {
    const { home, db } = blank();
    migrate(db, home, NOW);
    const failing: Migration = {
      version: MIGRATIONS.length + 1,
      up(inner) {
        inner.exec("CREATE TABLE half (x TEXT) STRICT; INSERT INTO tickets VALUES ('a', 'TB-1', 't', 1)");
        inner.exec('INSERT INTO nowhere VALUES (1)');
      },
    };
    const schema = () => db.prepare('SELECT name FROM sqlite_schema ORDER BY name').pluck().all();
    const before = schema();
    const problem = await problemIn(() => migrate(db, home, NOW, [...MIGRATIONS, failing]));
    expect(problem.message).toContain('It is unchanged and nothing is lost.');
    expect(problem.remedy).toContain(`before-v${failing.version}.db`);
    expect(versionOf(db)).toBe(MIGRATIONS.length);
    expect(schema()).toEqual(before);
    expect(db.prepare('SELECT count(*) FROM tickets').pluck().get()).toBe(0);
    db.close();
  });

  it('do not start when the backup cannot be made', async () => {
    const { home, db } = blank();
    migrate(db, home, NOW, MIGRATIONS.slice(0, 1));
    db.close();
    makePrivateFile(backupFolder(home)); // a file where the folder should be
    const before = readFileSync(databaseFile(home));
    expect((await problemIn(() => openDatabase(home, NOW))).message).toContain('cannot write');
    expect(readFileSync(databaseFile(home)).subarray(60, 64)).toEqual(before.subarray(60, 64)); // user_version
  });
});
