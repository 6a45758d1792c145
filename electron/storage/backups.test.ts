import { existsSync, readdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { adding, anEntry, at, id, step } from '#shared/ports/sample-rows.ts';
import { instant } from '#shared/values/instant.ts';
import { listBackups, newestGoodBackup } from './backups.ts';
import { backupFolder, databaseFile } from './data-files.ts';
import { whatIsWrong } from './examine.ts';
import { acquireHostLock } from './host-lock.ts';
import { restoreBackup } from './restore-backup.ts';
import { problemIn, temporaryHome, temporaryStorage } from './temporary-home.ts';

const DAY = 86_400_000;

describe('backups', () => {
  it('hold what the database held, can be read on their own, and are private', async () => {
    const { home, storage } = await temporaryStorage();
    await storage.stores.ledger.commit(step([adding(anEntry(1))]));
    const backup = await storage.upkeep.backup();
    await storage.stores.ledger.commit(step([adding(anEntry(2))]));
    expect(basename(backup.file)).toBe('stint-2026-02-10T08-15-00.000Z-manual.db');
    expect(backup.bytes).toBe(statSync(backup.file).size);
    if (process.platform !== 'win32') expect(statSync(backup.file).mode & 0o777).toBe(0o600);
    const copy = new Sqlite(backup.file, { readonly: true });
    expect(copy.prepare('SELECT id FROM entries').pluck().all()).toEqual([id(1)]);
    copy.close();
    expect(readdirSync(backupFolder(home))).toEqual([basename(backup.file)]);
    expect(await storage.upkeep.backups()).toEqual([backup]);
  });

  it('are made once a day, and the seven newest days are kept', async () => {
    const { storage, clock } = await temporaryStorage();
    for (let n = 0; n < 10; n += 1) {
      expect(await storage.upkeep.backupIfDue(clock.now())).not.toBeNull();
      expect(await storage.upkeep.backupIfDue(instant(clock.now() + 3_600_000))).toBeNull();
      clock.advance(DAY);
    }
    const days = (await storage.upkeep.backups()).map((backup) =>
      new Date(backup.at).toISOString().slice(0, 10),
    );
    expect(days).toEqual([19, 18, 17, 16, 15, 14, 13].map((day) => `2026-02-${day}`));
  });

  it('made by hand do not push out the daily ones, nor files that are none of ours', async () => {
    const { home, storage, clock } = await temporaryStorage();
    await storage.upkeep.backupIfDue(clock.now());
    writeFileSync(join(backupFolder(home), 'notes.txt'), 'mine');
    for (let n = 0; n < 9; n += 1) {
      clock.advance(60_000);
      await storage.upkeep.backup();
    }
    const kinds = listBackups(home).map((backup) => backup.kind);
    expect(kinds).toEqual([...Array.from({ length: 7 }, () => 'manual'), 'daily']);
    expect(existsSync(join(backupFolder(home), 'notes.txt'))).toBe(true);
  });

  it('that fail leave the older ones and no half of a file', async () => {
    const { home, storage, clock } = await temporaryStorage();
    const good = await storage.upkeep.backup();
    // The name the next one needs is taken by a folder.
    clock.advance(60_000);
    const { mkdirSync } = await import('node:fs');
    const name = join(backupFolder(home), 'stint-2026-02-10T08-16-00.000Z-manual.db');
    mkdirSync(join(name, 'x'), { recursive: true });
    await problemIn(() => storage.upkeep.backup());
    expect(readdirSync(backupFolder(home)).sort()).toEqual([basename(good.file), basename(name)]);
    expect(whatIsWrong(good.file)).toBeNull();
  });

  it('are passed over when they are damaged', async () => {
    const { home, storage, clock } = await temporaryStorage();
    const older = await storage.upkeep.backup();
    clock.advance(DAY);
    const newer = await storage.upkeep.backup();
    expect(newestGoodBackup(home)?.file).toBe(newer.file);
    writeFileSync(newer.file, readFileSync(newer.file).fill(1, 2000, 30_000));
    expect(newestGoodBackup(home)?.file).toBe(older.file);
    unlinkSync(older.file);
    expect(newestGoodBackup(home)).toBeNull();
    expect((await storage.upkeep.checks()).find((check) => check.name === 'backups')).toMatchObject({
      ok: false,
    });
  });
});

describe('restoring a backup', () => {
  async function withBackup() {
    const used = await temporaryStorage();
    await used.storage.stores.ledger.commit(step([adding(anEntry(1))]));
    const backup = await used.storage.upkeep.backup();
    await used.storage.stores.ledger.commit(step([adding(anEntry(2))]));
    return { ...used, backup };
  }
  const now = at('2026-02-12T10:00:00Z');

  it('puts it in place and keeps what was there', async () => {
    const { home, storage, backup } = await withBackup();
    storage.close();
    const restored = restoreBackup(home, basename(backup.file), now);
    expect(restored).toEqual({
      from: backup.file,
      replaced: join(home, 'stint.db.replaced-2026-02-12T10-00-00.000Z'),
    });
    const replaced = new Sqlite(restored.replaced!, { readonly: true });
    expect(replaced.prepare('SELECT count(*) FROM entries').pluck().get()).toBe(2);
    replaced.close();
    const again = await temporaryStorage(home);
    expect(await again.storage.stores.entries.get(id(1))).toEqual(anEntry(1));
    expect(await again.storage.stores.entries.get(id(2))).toBeNull();
    expect(await again.storage.stores.ledger.verify()).toMatchObject({ intact: true, records: 1 });
  });

  it('never replays a left -wal file onto it', async () => {
    const { home, storage, backup } = await withBackup();
    const wal = readFileSync(`${databaseFile(home)}-wal`);
    storage.close();
    unlinkSync(databaseFile(home));
    writeFileSync(`${databaseFile(home)}-wal`, wal);
    restoreBackup(home, backup.file, now);
    expect(existsSync(`${databaseFile(home)}-wal`)).toBe(false);
    const again = await temporaryStorage(home);
    expect(await again.storage.stores.entries.get(id(2))).toBeNull();
  });

  it('is refused while Stint runs, for a file that is not there, and for one that is not whole', async () => {
    const { home, storage, backup } = await withBackup();
    storage.close();
    const before = readFileSync(databaseFile(home));
    const lock = acquireHostLock(home, 0);
    expect((await problemIn(() => restoreBackup(home, backup.file, now))).code).toBe('conflict');
    lock?.release();
    expect((await problemIn(() => restoreBackup(home, 'stint-x.db', now))).code).toBe('not-found');
    const text = join(temporaryHome(), 'text.db');
    writeFileSync(text, 'no database at all');
    expect((await problemIn(() => restoreBackup(home, text, now))).message).toContain('Nothing was changed.');
    expect(readFileSync(databaseFile(home)).equals(before)).toBe(true);
  });
});
