import { Problem } from '../values/problem.ts';
import type { DataDump, DumpHead } from './dump.ts';

/** Dumps in memory: what each says of itself, without any rows. */
export interface MemoryDump extends DataDump {
  readonly kept: Map<string, DumpHead>;
}

export function memoryDump(): MemoryDump {
  const kept = new Map<string, DumpHead>();
  return {
    kept,
    async save(path, head) {
      kept.set(path, head);
      return { tables: {}, rows: 0 };
    },
    async restore(path, accept) {
      const head = kept.get(path);
      if (head === undefined)
        throw new Problem('not-found', `There is no ${path}.`, 'Check how it is spelled.');
      accept(head);
      return { tables: {}, rows: 0 };
    },
  };
}
