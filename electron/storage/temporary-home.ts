import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { MemoryClock } from '#shared/ports/memory-clock.ts';
import { memoryClock } from '#shared/ports/memory-clock.ts';
import type { IdSource } from '#shared/ports/world.ts';
import { createUuidSource } from '../adapters/uuid-source.ts';
import type { Storage } from './open-storage.ts';
import { openStorage } from './open-storage.ts';

/** For tests: a data folder of its own, gone when the test is over. */
export function temporaryHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'stint-home-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  return home;
}

/** For tests: opened storage with a clock to turn; closed when the test is over. */
export async function temporaryStorage(
  home: string = temporaryHome(),
  clock: MemoryClock = memoryClock('2026-02-10T08:15:00Z'),
): Promise<{ home: string; clock: MemoryClock; ids: IdSource; storage: Storage }> {
  const ids = createUuidSource();
  const storage = await openStorage(home, { clock, ids });
  onTestFinished(() => storage.close());
  return { home, clock, ids, storage };
}

/** For tests: what a call was refused with. Fails the test by itself when it went through. */
export async function problemIn(doing: () => unknown): Promise<Error & { code: string; remedy: string }> {
  try {
    await doing();
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'remedy' in error) {
      return error as Error & { code: string; remedy: string };
    }
    throw error;
  }
  throw new Error('it was not refused');
}
