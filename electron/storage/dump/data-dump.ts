import type { DataDump } from '#shared/ports/dump.ts';
import { Problem } from '#shared/values/problem.ts';
import type { Connections } from '../connections.ts';
import { problemOf } from '../storage-problem.ts';

/** Dumps of the database of a data folder (port `DataDump`); loaded when one is asked for, for that is seldom. @param home the data folder, absolute. */
export const dataDump = (home: string, { durable, answer }: Connections): DataDump => ({
  async save(path, head) {
    try {
      const { saveDump } = await import('./save-dump.ts');
      return await saveDump(home, path, head);
    } catch (error) {
      throw error instanceof Problem ? error : problemOf(error, home);
    }
  },
  async restore(path, accept) {
    const { restoreDump } = await import('./restore-dump.ts');
    return answer(() => restoreDump(durable, path, accept));
  },
});
