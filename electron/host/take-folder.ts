import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';
import type { HostLock } from '../storage/host-lock.ts';
import { acquireHostLock } from '../storage/host-lock.ts';
import { describeHost, readHostRecord } from './host-record.ts';

/**
 * Takes the data folder for this process: one host at a time (design §3 "One writer").
 * @param waitMs a command may just be at work; it is waited for that long.
 * @throws Problem `conflict` naming who has it.
 */
export function takeFolder(home: string, waitMs: number): HostLock {
  const lock = acquireHostLock(home, waitMs);
  if (lock !== null) return lock;
  const record = readHostRecord(home);
  if (record === null) {
    throw new Problem(
      'conflict',
      said`Another Stint is using ${home} right now. Nothing was changed.`,
      said`Wait a moment and try again; \`stint doctor\` shows more.`,
    );
  }
  const remedy =
    record.kind === 'desktop'
      ? said`Use the running app, or quit it in the tray.`
      : record.url === null
        ? said`Use it, or stop it (process ${record.pid}).`
        : said`Use it at ${record.url}, or stop it (process ${record.pid}).`;
  throw new Problem('conflict', said`Stint is running on ${home} already: ${describeHost(record)}.`, remedy);
}
