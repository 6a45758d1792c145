import type { DataDump } from '#shared/ports/dump.ts';
import { Problem } from '#shared/values/problem.ts';
import type { Connections } from '../connections.ts';
import { problemOf } from '../storage-problem.ts';
import { restoreDump } from './restore-dump.ts';
import { saveDump } from './save-dump.ts';

/** Dumps of the database of a data folder (port `DataDump`). @param home the data folder, absolute. */
export const dataDump = (home: string, { durable, answer }: Connections): DataDump => ({
  async save(path, head) {
    try {
      return await saveDump(home, path, head);
    } catch (error) {
      throw error instanceof Problem ? error : problemOf(error, home);
    }
  },
  restore: (path, accept) => answer(() => restoreDump(durable, path, accept)),
});
