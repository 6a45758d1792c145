import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryClock } from '#shared/ports/memory-clock.ts';
import { memoryIds } from '#shared/ports/memory-ids.ts';
import { STORES_SUITE } from '#shared/ports/stores-suite.ts';
import type { Storage } from './open-storage.ts';
import { openStorage } from './open-storage.ts';

let home: string;
let storage: Storage;

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'stint-stores-'));
  storage = await openStorage(home, { clock: memoryClock('2026-02-10T09:00:00Z'), ids: memoryIds() });
});
afterEach(() => {
  storage.close();
  rmSync(home, { recursive: true });
});

describe('stores in SQLite', () => {
  for (const { name, run } of STORES_SUITE) it(name, () => run(storage.stores, expect));
});
