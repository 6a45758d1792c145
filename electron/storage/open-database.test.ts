import { execFile } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { adding, anEntry, at, id, step } from '#shared/ports/sample-rows.ts';
import { databaseFile, suspicionFile } from './data-files.ts';
import { openDatabase } from './open-database.ts';
import { LATEST_VERSION } from './migrations/catalogue.ts';
import { restoreBackup } from './restore-backup.ts';
import { problemIn, temporaryHome, temporaryStorage } from './temporary-home.ts';

const NOW = at('2026-02-11T07:00:00Z');
const asideIn = (home: string): string[] =>
  readdirSync(home).filter((name) => name.startsWith('stint.db.damaged-'));

/** A data folder with 300 entries and one backup that has the first of them only, closed cleanly. */
async function usedHome(): Promise<string> {
  const { home, storage } = await temporaryStorage();
  await storage.stores.ledger.commit(step([adding(anEntry(1))]));
  await storage.upkeep.backup();
  const more = Array.from({ length: 299 }, (_, n) => adding(anEntry(n + 2)));
  await storage.stores.ledger.commit(step(more));
  storage.close();
  return home;
}

/** Overwrites a piece of a file in place. */
function scribble(file: string, from: number, bytes: number): void {
  const content = readFileSync(file);
  content.fill(0xa5, from, from + bytes);
  writeFileSync(file, content);
}

/** Numbers of the pages that hold rows of a table, the first page of the file being 1. */
function pagesOf(home: string, table: string): number[] {
  const db = new Sqlite(databaseFile(home), { readonly: true });
  const pages = db
    .prepare<[string], number>("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'")
    .pluck()
    .all(table);
  db.close();
  return pages;
}

describe('a new data folder', () => {
  it('gets a database that only its owner can read', () => {
    const home = join(temporaryHome(), 'deep', 'er');
    const database = openDatabase(home, NOW);
    expect(database.durable.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(database.durable.pragma('synchronous', { simple: true })).toBe(2);
    expect(database.light.pragma('synchronous', { simple: true })).toBe(1);
    expect(database.durable.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(database.durable.pragma('user_version', { simple: true })).toBe(LATEST_VERSION);
    if (process.platform !== 'win32') {
      expect(statSync(home).mode & 0o777).toBe(0o700);
      for (const name of readdirSync(home)) expect(statSync(join(home, name)).mode & 0o777).toBe(0o600);
    }
    database.close();
    database.close();
    expect(readdirSync(home)).toEqual(['stint.db']);
  });

  it('has only STRICT tables', () => {
    const database = openDatabase(temporaryHome(), NOW);
    const tables = database.durable
      .prepare(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND strict = 0",
      )
      .all();
    expect(tables).toEqual([]);
    database.close();
  });

  it('opens the second connection when it is asked for, and not behind whoever closed the database', () => {
    const home = temporaryHome();
    const closed = openDatabase(home, NOW);
    closed.close();
    expect(() => closed.light).toThrow('not open');
    expect(existsSync(`${databaseFile(home)}-wal`)).toBe(false);

    const database = openDatabase(home, NOW);
    const { light } = database;
    expect(database.light).toBe(light);
    database.close();
    expect(light.open).toBe(false);
    expect(existsSync(`${databaseFile(home)}-wal`)).toBe(false);
  });

  it('takes an empty file for a new database while there was never another', () => {
    const home = temporaryHome();
    writeFileSync(databaseFile(home), '');
    const database = openDatabase(home, NOW);
    expect(database.durable.pragma('user_version', { simple: true })).toBe(LATEST_VERSION);
    database.close();
  });
});

describe('a damaged database', () => {
  const forms: Record<string, (file: string) => void> = {
    'with another header': (file) => scribble(file, 0, 64),
    'with all of its first page gone': (file) => scribble(file, 0, 4096),
    'that is a text file': (file) => writeFileSync(file, 'Dear diary, this is no database.\n'.repeat(200)),
    'cut in half': (file) => truncateSync(file, Math.floor(statSync(file).size / 8192) * 4096),
    'cut within a page': (file) => truncateSync(file, 5000),
    'cut to nothing': (file) => truncateSync(file, 0),
    'with a page of rubbish, after an unclean stop': (file) => {
      scribble(file, 4096 * 6, 4096 * 20);
      writeFileSync(suspicionFile(join(file, '..')), '');
    },
  };
  for (const [form, damage] of Object.entries(forms)) {
    it(`${form} is set aside as it was, and the newest backup is offered and works`, async () => {
      const home = await usedHome();
      damage(databaseFile(home));
      const before = readFileSync(databaseFile(home));

      const problem = await problemIn(() => openDatabase(home, NOW));

      const [aside] = asideIn(home);
      expect(aside).toBe('stint.db.damaged-2026-02-11T07-00-00.000Z');
      expect(readFileSync(join(home, aside!)).equals(before)).toBe(true);
      expect(existsSync(databaseFile(home))).toBe(false);
      expect(problem.code).toBe('failed');
      expect(problem.message).toContain(aside);
      expect(problem.message).toContain('The newest good backup is from 2026-02-10 08:15 UTC.');
      const command = /stint backup restore (\S+) --home "(.+)"$/.exec(problem.remedy);
      expect(command?.[2]).toBe(home);

      // Starting again is not a way to begin with an empty timesheet by accident.
      expect((await problemIn(() => openDatabase(home, NOW))).message).toContain('is not there');
      expect(existsSync(databaseFile(home))).toBe(false);

      restoreBackup(home, command![1]!, NOW);
      const { storage } = await temporaryStorage(home);
      expect(await storage.stores.entries.get(id(1))).toEqual(anEntry(1));
      expect(await storage.stores.ledger.verify()).toMatchObject({ intact: true, records: 1 });
    });
  }

  it('keeps the steps that were only in the -wal file', async () => {
    const home = await usedHome();
    const crashed = openDatabase(home, NOW);
    crashed.durable.exec("UPDATE installation SET id = 'the last step'");
    const wal = readFileSync(`${databaseFile(home)}-wal`);
    const main = readFileSync(databaseFile(home));
    crashed.close();
    main.fill(0xa5, 4096 * 6, 4096 * 40);
    writeFileSync(databaseFile(home), main);
    writeFileSync(`${databaseFile(home)}-wal`, wal);

    await problemIn(() => openDatabase(home, NOW));

    expect(asideIn(home)).toHaveLength(2);
    expect(
      readFileSync(
        join(
          home,
          asideIn(home).find((name) => name.endsWith('-wal'))!,
        ),
      ).equals(wal),
    ).toBe(true);
    expect(existsSync(`${databaseFile(home)}-wal`)).toBe(false);
  });

  it('found out while it runs is told, and set aside at the next start', async () => {
    const home = await usedHome();
    // Only where rows of entries lie: opening reads the schema and the statistics, and would notice.
    for (const page of pagesOf(home, 'entries')) scribble(databaseFile(home), (page - 1) * 4096, 4096);
    const { storage } = await temporaryStorage(home);
    const problem = await problemIn(async () => {
      for (let n = 1; n <= 300; n += 1) await storage.stores.entries.get(id(n));
    });
    expect(problem.message).toContain('damaged');
    storage.close();
    expect((await problemIn(() => openDatabase(home, NOW))).message).toContain('set aside');
  });

  it('without any backup says how to begin anew, and does not do it by itself', async () => {
    const home = temporaryHome();
    writeFileSync(databaseFile(home), 'x'.repeat(9000));
    const problem = await problemIn(() => openDatabase(home, NOW));
    expect(problem.message).toContain('There is no backup that can be read.');
    expect(problem.remedy).toContain('move everything called stint.db… out of');
    expect(asideIn(home)).toHaveLength(1);
  });
});

describe('a database that is not opened', () => {
  it('is one that disappeared', async () => {
    const home = await usedHome();
    unlinkSync(databaseFile(home));
    const problem = await problemIn(() => openDatabase(home, NOW));
    expect(problem.message).toContain('there has been one');
    expect(problem.remedy).toContain('stint backup restore');
  });

  it('is one of a newer Stint, and stays as it is', async () => {
    const home = await usedHome();
    const db = new Sqlite(databaseFile(home));
    db.pragma(`user_version = ${LATEST_VERSION + 1}`);
    db.close();
    const before = readFileSync(databaseFile(home));
    const problem = await problemIn(() => openDatabase(home, NOW));
    expect(problem.message).toContain('newer Stint');
    expect(problem.remedy).toContain('Update Stint');
    expect(readFileSync(databaseFile(home)).equals(before)).toBe(true);
  });

  it('is one of another program, and stays as it is', async () => {
    const home = temporaryHome();
    const db = new Sqlite(databaseFile(home));
    db.exec('CREATE TABLE recipes (name TEXT)');
    db.close();
    const problem = await problemIn(() => openDatabase(home, NOW));
    expect(problem.message).toContain('another program');
    expect(readdirSync(home)).toEqual(['stint.db']);
  });

  it('is one that another program holds', async () => {
    const home = await usedHome();
    const holder = new Sqlite(databaseFile(home));
    holder.pragma('locking_mode = EXCLUSIVE');
    holder.exec('BEGIN EXCLUSIVE; UPDATE log_head SET records = records; COMMIT');
    expect((await problemIn(() => openDatabase(home, NOW))).code).toBe('conflict');
    holder.close();
  });

  it('is one whose place is taken by a folder or whose home is a file', async () => {
    const home = temporaryHome();
    mkdirSync(databaseFile(home));
    expect((await problemIn(() => openDatabase(home, NOW))).message).toContain(
      'cannot write in its data folder',
    );
    writeFileSync(join(home, 'file'), '');
    const below = join(home, 'file', 'home');
    expect((await problemIn(() => openDatabase(below, NOW))).remedy).toContain('--home');
  });

  it.skipIf(process.platform === 'win32')('is one in a folder that may only be read', async () => {
    const home = await usedHome();
    chmodSync(databaseFile(home), 0o444);
    chmodSync(home, 0o555);
    // Root may write everywhere, so the process that tries becomes somebody else first.
    const code = `
      const { openDatabase } = await import(${JSON.stringify(new URL('./open-database.ts', import.meta.url).href)});
      const Sqlite = (await import('better-sqlite3')).default;
      new Sqlite(':memory:').close();
      if (process.getuid() === 0) process.setuid(65534);
      try { openDatabase(${JSON.stringify(home)}, 0); console.log('opened'); } catch (error) { console.log(error.message); }`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], {
      cwd: join(import.meta.dirname, '../..'),
    });
    chmodSync(home, 0o700);
    expect(stdout).toContain('cannot write in its data folder');
    expect(asideIn(home)).toEqual([]);
  });
});
