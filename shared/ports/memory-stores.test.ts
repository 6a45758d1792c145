import { describe, expect, it } from 'vitest';
import { memoryClock } from './memory-clock.ts';
import { memoryIds } from './memory-ids.ts';
import { memoryStores } from './memory-stores.ts';
import { STORES_SUITE } from './stores-suite.ts';

describe('stores in memory', () => {
  for (const { name, run } of STORES_SUITE) {
    it(name, () => run(memoryStores(memoryClock('2026-02-10T09:00:00Z'), memoryIds()), expect));
  }
});
