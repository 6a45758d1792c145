import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { said } from '#shared/values/said.ts';

/** Who serves a data folder right now. Written by the host that holds the lock, removed when it stops. */
export interface HostRecord {
  readonly pid: number;
  readonly kind: 'desktop' | 'headless';
  readonly version: string;
  /** Where the CLI talks to it: a socket file, or a named pipe on Windows. */
  readonly socket: string;
  /** Of the HTTP door, or null while it is shut. Holds no secret. */
  readonly url: string | null;
}

const fileOf = (home: string): string => join(home, 'host.json');

/** The host's record, or null when there is none or it cannot be read. A crash leaves a stale one: ask the socket, not the file. */
export function readHostRecord(home: string): HostRecord | null {
  try {
    const value: unknown = JSON.parse(readFileSync(fileOf(home), 'utf8'));
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

/** Writes the record in one step, readable by its owner only. */
export function writeHostRecord(home: string, record: HostRecord): void {
  const draft = `${fileOf(home)}.${record.pid}`;
  writeFileSync(draft, `${JSON.stringify(record)}\n`, { mode: 0o600 });
  renameSync(draft, fileOf(home));
}

/** Removes the record, if it is (still) that of the process. */
export function removeHostRecord(home: string, pid: number): void {
  if (readHostRecord(home)?.pid === pid) rmSync(fileOf(home), { force: true });
}

/** In words, for messages: `the desktop app (process 4711)`. */
export function describeHost(record: Pick<HostRecord, 'pid' | 'kind'>): string {
  return said`${record.kind === 'desktop' ? said`the desktop app` : said`\`stint serve\``} (process ${record.pid})`;
}

function isRecord(value: unknown): value is HostRecord {
  if (typeof value !== 'object' || value === null) return false;
  const has = (key: string, type: string): boolean => typeof Reflect.get(value, key) === type;
  const kind: unknown = Reflect.get(value, 'kind');
  return (
    has('pid', 'number') &&
    has('version', 'string') &&
    has('socket', 'string') &&
    (kind === 'desktop' || kind === 'headless')
  );
}
