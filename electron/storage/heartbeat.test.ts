import { statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { aSession, aSpan, at, id, store } from '#shared/ports/sample-rows.ts';
import { plusMs } from '#shared/values/instant.ts';
import { databaseFile } from './data-files.ts';
import { temporaryStorage } from './temporary-home.ts';

/** A page in the -wal file: 4096 bytes and 24 of header. */
const PAGE = 4096 + 24;

it('a heartbeat writes one page, whatever else is in the database, and so does the sign of life of a session', async () => {
  const { home, storage } = await temporaryStorage();
  const { evidence } = storage.stores;
  const walSize = () => statSync(`${databaseFile(home)}-wal`).size;
  for (let n = 10; n < 500; n += 1)
    await evidence.putPresence(aSpan(n, '2026-02-01T08:00:00Z', '2026-02-01T09:00:00Z'));
  const open = aSpan(1000, '2026-02-10T08:00:00Z', '2026-02-10T08:00:00Z', { open: true });
  await evidence.putPresence(open);
  await store(storage.stores, {
    noun: 'session',
    before: null,
    after: aSession(1, { status: 'active', endedAt: null }),
  });

  // Folded into the database, so that the file grows from here on and is not written over from its start.
  const folding = new Sqlite(databaseFile(home));
  folding.pragma('wal_checkpoint(TRUNCATE)');
  folding.close();
  await evidence.sessionAlive(id(1), open.start); // the file gets its header
  for (let beat = 1; beat <= 20; beat += 1) {
    const before = walSize();
    await evidence.putPresence({ ...open, end: plusMs(open.start, beat * 30_000) });
    expect(walSize() - before).toBe(PAGE);
    await evidence.sessionAlive(id(1), plusMs(open.start, beat * 30_000));
    expect(walSize() - before).toBe(2 * PAGE);
  }
  expect(await evidence.openPresence('ann')).toEqual({ ...open, end: at('2026-02-10T08:10:00Z') });
});
