import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { adding, anEntry, at, step } from '#shared/ports/sample-rows.ts';
import { databaseFile } from './data-files.ts';
import { canonicalJson, hashOf } from './log-chain.ts';
import { temporaryHome, temporaryStorage } from './temporary-home.ts';

/** A log of six records, tampered with by somebody who can switch the triggers off. */
async function verdictAfter(tamper: (db: Sqlite.Database) => void) {
  const { home, storage } = await temporaryStorage();
  for (let n = 1; n <= 6; n += 1) await storage.stores.ledger.commit(step([adding(anEntry(n))]));
  storage.close();
  const db = new Sqlite(databaseFile(home));
  db.exec(
    'DROP TRIGGER log_is_never_edited; DROP TRIGGER log_is_never_cut; DROP TRIGGER log_is_never_replaced',
  );
  tamper(db);
  db.close();
  const again = await temporaryStorage(home);
  return again.storage.stores.ledger.verify();
}

describe('verifying the log', () => {
  it('finds a whole log whole', async () => {
    expect(await verdictAfter(() => undefined)).toMatchObject({ intact: true, records: 6, brokenAt: null });
  });

  const column = (name: string, value: string) => (db: Sqlite.Database) =>
    db.exec(`UPDATE log SET ${name} = ${value} WHERE seq = 4`);
  const forms: [string, number, (db: Sqlite.Database) => void][] = [
    ['other words', 4, column('why', "'nothing to see'")],
    ['another time', 4, column('at', 'at + 1')],
    ['another person', 4, column('actor', "'bob'")],
    ['another origin', 4, column('origin', "'elsewhere'")],
    ['other minutes', 4, column('changes', `replace(changes, '"minutes":60', '"minutes":600')`)],
    ['an undo that never was', 4, column('undoes', "'x'")],
    ['a barrier that never was', 4, column('standing', "'barrier'")],
    ['a hash of its own', 4, column('hash', "'00'")],
    ['a record gone from the middle', 3, (db) => db.exec('DELETE FROM log WHERE seq = 3')],
    ['the first record gone', 1, (db) => db.exec('DELETE FROM log WHERE seq = 1')],
    ['the end cut off', 5, (db) => db.exec('DELETE FROM log WHERE seq > 4')],
    ['everything gone', 1, (db) => db.exec('DELETE FROM log')],
    [
      'a gap closed by moving up',
      3,
      (db) => db.exec('DELETE FROM log WHERE seq = 3; UPDATE log SET seq = seq - 1 WHERE seq > 3'),
    ],
    [
      'two records that changed places',
      2,
      (db) =>
        db.exec(
          'UPDATE log SET seq = 99 WHERE seq = 2; UPDATE log SET seq = 2 WHERE seq = 5; UPDATE log SET seq = 5 WHERE seq = 99',
        ),
    ],
    [
      'a record put in at the end',
      7,
      (db) =>
        db.exec(
          `INSERT INTO log SELECT 7, 'new', at, origin, actor, operation, why, changes, undoes, redoes, standing, hash, 'h' FROM log WHERE seq = 6`,
        ),
    ],
    [
      'an end replaced with a valid hash',
      6,
      (db) => {
        const last = db.prepare<[], Parameters<typeof hashOf>[0]>('SELECT * FROM log WHERE seq = 6').get()!;
        const forged = { ...last, why: 'forged' };
        db.prepare("UPDATE log SET why = 'forged', hash = ? WHERE seq = 6").run(hashOf(forged));
      },
    ],
    ['its head gone', 1, (db) => db.exec('DELETE FROM log_head')],
  ];
  for (const [form, brokenAt, tamper] of forms) {
    it(`finds ${form}`, async () => {
      const verdict = await verdictAfter(tamper);
      expect(verdict).toMatchObject({ intact: false, brokenAt });
      expect(verdict.detail).not.toBe('');
    });
  }

  it('walks long logs in pieces, and steps written meanwhile do not disturb it', async () => {
    const { storage } = await temporaryStorage();
    for (let n = 0; n < 1101; n += 1) await storage.stores.ledger.commit(step([]));
    const walk = storage.stores.ledger.verify();
    await storage.stores.ledger.commit(step([]));
    expect(await walk).toMatchObject({ intact: true, records: 1101 });
    expect(await storage.stores.ledger.verify()).toMatchObject({ intact: true, records: 1102 });
  });

  it('holds in a backup too', async () => {
    const { storage } = await temporaryStorage();
    await storage.stores.ledger.commit(step([adding(anEntry(1))]));
    const { file } = await storage.upkeep.backup();
    const home = temporaryHome();
    copyFileSync(file, join(home, 'stint.db'));
    const copy = await temporaryStorage(home);
    expect(await copy.storage.stores.ledger.verify()).toMatchObject({ intact: true, records: 1 });
  });
});

describe('canonical JSON', () => {
  it('is one text for one value, whatever order its keys were made in', () => {
    const a = { b: [1, { d: null, c: 'ü' }], a: at('2026-02-10T00:00:00Z'), gone: undefined };
    const b = { a: at('2026-02-10T00:00:00Z'), b: [1, { c: 'ü', d: null }] };
    expect(canonicalJson(a)).toBe('{"a":1770681600000,"b":[1,{"c":"ü","d":null}]}');
    expect(canonicalJson(a)).toBe(canonicalJson(b));
    expect(canonicalJson([2, 1])).not.toBe(canonicalJson([1, 2]));
  });
});
