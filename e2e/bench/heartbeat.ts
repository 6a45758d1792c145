import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createSystemClock } from '#electron/adapters/system-clock.ts';
import { createUuidSource } from '#electron/adapters/uuid-source.ts';
import { databaseFile } from '#electron/storage/data-files.ts';
import { openStorage } from '#electron/storage/open-storage.ts';
import { instant } from '#shared/values/instant.ts';
import { asLimit, median, ms, type Measure } from './measure.ts';

const PAGE = 4096;
/** Heads of the write-ahead log and of each page in it, in bytes (SQLite's file format). */
const LOG_HEAD = 32;
const FRAME_HEAD = 24;
const DAYS_OF_HISTORY = 365;
const SPANS_A_DAY = 12;

/** A heartbeat as the running app writes it, on a database with a year of presence behind it: time, and pages written. */
export async function measureHeartbeat(rounds: number): Promise<Measure[]> {
  const home = mkdtempSync(join(tmpdir(), 'stint-bench-heartbeat-'));
  const clock = createSystemClock();
  const ids = createUuidSource();
  const storage = await openStorage(home, { clock, ids });
  try {
    const { evidence } = storage.stores;
    const base = { user: 'bench', state: 'active' as const, backend: 'electron', zone: 'Europe/Berlin' };
    const start = clock.now();
    for (let at = 0; at < DAYS_OF_HISTORY * SPANS_A_DAY; at += 1) {
      const from = instant(start - (at + 1) * 7_200_000);
      await evidence.putPresence({
        ...base,
        id: ids.next(from),
        start: from,
        end: instant(from + 3_600_000),
        open: false,
      });
    }
    const span = { ...base, id: ids.next(start), start, open: true };
    await evidence.putPresence({ ...span, end: start });

    const times: number[] = [];
    const beat = async (count: number): Promise<void> =>
      evidence.putPresence({ ...span, end: instant(start + count * 30_000) });
    for (let count = 1; count <= rounds; count += 1) {
      const began = performance.now();
      await beat(count);
      times.push(performance.now() - began);
    }
    const pages = await pagesWritten(home, () => beat(rounds + 1));
    return [
      asLimit('a heartbeat written', median(times), 1, ms),
      asLimit('… pages it writes', pages, 1, (count) => `${count} page${count === 1 ? '' : 's'}`),
    ];
  } finally {
    storage.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** How many pages a piece of work adds to the write-ahead log, which is emptied before. */
async function pagesWritten(home: string, work: () => Promise<void>): Promise<number> {
  const other = new Database(databaseFile(home));
  try {
    other.pragma('wal_checkpoint(TRUNCATE)');
    await work();
    const { size } = statSync(`${databaseFile(home)}-wal`);
    return Math.round((size - LOG_HEAD) / (PAGE + FRAME_HEAD));
  } finally {
    other.close();
  }
}
