import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { ToldLines } from '#shared/ports/claude-files.ts';
import { spoolFiles, spoolFolder } from './spool.ts';

/** So much is taken at once; what is left is there the next time. */
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * What hooks left since the mark: whole lines only, the oldest day first.
 * @param mark how far each file was read: a clock that was set back writes to one of an earlier day again.
 */
export function readSpool(home: string, mark: string | null): ToldLines {
  const known = readMark(mark);
  const positions: Record<string, number> = {};
  const lines: string[] = [];
  let left = MOST_BYTES;
  for (const file of spoolFiles(home)) {
    const from = known[file] ?? 0;
    const bytes = bytesFrom(join(spoolFolder(home), file), from, left);
    const end = bytes.lastIndexOf(0x0a) + 1;
    lines.push(...bytes.toString('utf8', 0, end).split('\n').filter(Boolean));
    left -= bytes.length;
    positions[file] = from + end;
  }
  return { lines, mark: JSON.stringify(positions) };
}

function bytesFrom(file: string, from: number, most: number): Buffer {
  let handle;
  try {
    handle = openSync(file, 'r');
  } catch {
    return Buffer.alloc(0);
  }
  try {
    const bytes = Buffer.alloc(Math.max(0, Math.min(fstatSync(handle).size - from, most)));
    return bytes.subarray(0, bytes.length === 0 ? 0 : readSync(handle, bytes, 0, bytes.length, from));
  } finally {
    closeSync(handle);
  }
}

function readMark(mark: string | null): Readonly<Record<string, number>> {
  try {
    const value: unknown = JSON.parse(mark ?? '{}');
    const named = Object.entries(typeof value === 'object' && value !== null ? value : {});
    return Object.fromEntries(named.filter((one): one is [string, number] => typeof one[1] === 'number'));
  } catch {
    // Of another version: from the first line; reading twice changes nothing.
    return {};
  }
}
