import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { memoryClock } from '#shared/ports/memory-clock.ts';
import { adding, anEntry, at, day, id, next, step } from '#shared/ports/sample-rows.ts';
import { createUuidSource } from '../adapters/uuid-source.ts';
import { openDatabase } from './open-database.ts';
import { storesOn } from './open-storage.ts';
import { problemIn, temporaryHome, temporaryStorage } from './temporary-home.ts';

const url = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href);

/** Another process that commits entries one after the other and names each one when it is confirmed. */
function writer(home: string, name: string, count: number) {
  const code = `
    import { writeSync } from 'node:fs';
    const { openStorage } = await import(${url('./open-storage.ts')});
    const { createSystemClock } = await import(${url('../adapters/system-clock.ts')});
    const { createUuidSource } = await import(${url('../adapters/uuid-source.ts')});
    const { adding, anEntry, aSpan, step } = await import(${url('../../shared/ports/sample-rows.ts')});
    const clock = createSystemClock(), ids = createUuidSource();
    const { stores, close } = await openStorage(${JSON.stringify(home)}, { clock, ids });
    const span = { ...aSpan(1, '2026-02-10T08:00:00Z', '2026-02-10T08:00:00Z', { open: true }), id: ids.next(clock.now()), user: ${JSON.stringify(name)} };
    for (let n = 0; n < ${count}; n += 1) {
      const entry = { ...anEntry(n), id: ids.next(clock.now()), key: '${name}:' + ids.next(clock.now()) };
      await stores.ledger.commit(step([adding(entry)], { actor: ${JSON.stringify(name)} }));
      await stores.evidence.putPresence({ ...span, end: span.start + n });
      writeSync(1, entry.id + ' ' + n + '\\n');
    }
    close();`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const confirmed: string[] = [];
  const lines = createInterface(child.stdout);
  lines.on('line', (line) => confirmed.push(line.split(' ')[0]!));
  return { child, confirmed, lines, ended: once(child, 'close') };
}

describe('the ledger', () => {
  it('loses nothing that was confirmed when the program is killed at any moment', async () => {
    const home = temporaryHome();
    const kept: string[] = [];
    for (const after of [1, 7, 23, 60]) {
      const { child, confirmed, lines, ended } = writer(home, 'ann', 100_000);
      while (confirmed.length < after) await once(lines, 'line');
      child.kill('SIGKILL');
      await ended;
      kept.push(...confirmed);

      const { storage } = await temporaryStorage(home);
      const found = await storage.stores.entries.between('ann', day('2026-02-10'), day('2026-02-10'));
      const ids = new Set<string>(found.map((entry) => entry.id));
      expect(kept.filter((wanted) => !ids.has(wanted))).toEqual([]);
      // The one that was being written may be there as well: whole, with its record, or not at all.
      const verdict = await storage.stores.ledger.verify();
      expect(verdict).toMatchObject({ intact: true, records: found.length });
      const beat = await storage.stores.evidence.openPresence('ann');
      expect(beat!.end - beat!.start).toBeGreaterThanOrEqual(confirmed.length - 1);
      storage.close();
    }
  }, 60_000);

  it('takes the steps of two writers one after the other', async () => {
    const home = temporaryHome();
    (await temporaryStorage(home)).storage.close();
    const writers = [writer(home, 'ann', 60), writer(home, 'bob', 60)];
    await Promise.all(writers.map(({ ended }) => ended));
    expect(writers.map(({ confirmed }) => confirmed.length)).toEqual([60, 60]);
    const { storage } = await temporaryStorage(home);
    expect(await storage.stores.ledger.verify()).toMatchObject({ intact: true, records: 120 });
    expect(await storage.stores.entries.between('ann', day('2026-02-10'), day('2026-02-10'))).toHaveLength(
      120,
    );
  }, 60_000);

  it('lets one of two writers win who read the same row', async () => {
    const home = temporaryHome();
    const mine = await temporaryStorage(home);
    const theirs = await temporaryStorage(home);
    const entry = anEntry(1);
    await mine.storage.stores.ledger.commit(step([adding(entry)]));
    expect(await theirs.storage.stores.entries.get(id(1))).toEqual(entry);
    const edit = (description: string) =>
      step([{ noun: 'entry', before: entry, after: next(entry, { description }) }], {
        operation: 'entry.edit',
      });
    await theirs.storage.stores.ledger.commit(edit('theirs'));
    const problem = await problemIn(() => mine.storage.stores.ledger.commit(edit('mine')));
    expect(problem.code).toBe('conflict');
    expect(problem.message).toContain('2026-02-10');
    expect((await mine.storage.stores.entries.get(id(1)))?.description).toBe('theirs');
    expect(await mine.storage.stores.ledger.verify()).toMatchObject({ intact: true, records: 2 });
  });

  it('says so when the disk is full, keeps what was there, and goes on when there is room again', async () => {
    const home = temporaryHome();
    const database = openDatabase(home, at('2026-02-10T08:00:00Z'));
    const stores = storesOn(database, home, {
      clock: memoryClock('2026-02-10T08:00:00Z'),
      ids: createUuidSource(),
    });
    await stores.ledger.commit(step([adding(anEntry(1))]));
    const pages = Number(database.durable.pragma('page_count', { simple: true }));
    database.durable.pragma(`max_page_count = ${pages}`);
    const big = anEntry(2, { description: 'x'.repeat(100_000) });
    const problem = await problemIn(() => stores.ledger.commit(step([adding(big)])));
    expect(problem.message).toContain('is full');
    expect(problem.message).toContain('everything before it is safe');
    expect(await stores.entries.get(id(2))).toBeNull();
    expect(await stores.ledger.verify()).toMatchObject({ intact: true, records: 1 });
    database.durable.pragma('max_page_count = 1000000');
    await stores.ledger.commit(step([adding(big)]));
    expect(await stores.entries.get(id(2))).toEqual(big);
    database.close();
  });

  it('writes the installation that a row comes from', async () => {
    const home = temporaryHome();
    const database = openDatabase(home, at('2026-02-10T08:00:00Z'));
    const stores = storesOn(database, home, {
      clock: memoryClock('2026-02-10T08:00:00Z'),
      ids: createUuidSource(),
    });
    await stores.ledger.commit(step([adding(anEntry(1))]));
    const origin = database.durable.prepare('SELECT id FROM installation').pluck().get();
    expect(database.durable.prepare('SELECT origin FROM entries').pluck().all()).toEqual([origin]);
    expect(database.durable.prepare('SELECT origin FROM log').pluck().all()).toEqual([origin]);
    database.close();
  });
});
