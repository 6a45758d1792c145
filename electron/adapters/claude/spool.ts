import { closeSync, fstatSync, mkdirSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '#shared/values/instant.ts';
import { formatInstant } from '#shared/values/instant.ts';

/**
 * Where hooks leave what they were told, for a host that may run or not: a file a day, a line an event. Lines are
 * appended in one write each, so many hooks at once do not mix them up.
 */
export const spoolFolder = (home: string): string => join(home, 'hooks');

const NAME = /^claude-(\d{4}-\d{2}-\d{2})\.jsonl$/;
/** A day of fifty busy agents is a tenth of it; a runaway hook fills no disk. */
const MOST_BYTES = 32 * 1024 * 1024;
/** Whoever never starts Stint keeps no more than this. */
const KEPT_DAYS = 60;
const LONGEST_LINE = 4096;

/** The spool's files, oldest first. */
export function spoolFiles(home: string): string[] {
  try {
    return readdirSync(spoolFolder(home))
      .filter((name) => NAME.test(name))
      .toSorted();
  } catch {
    return [];
  }
}

/**
 * Appends a line for an event at `at`.
 * @returns how long ago the file was last written to, in ms, or null: nothing was written (too much already).
 * @throws the system's error.
 */
export function appendToSpool(home: string, line: string, at: Instant): number | null {
  const bytes = Buffer.from(`${line}\n`);
  if (bytes.length > LONGEST_LINE) return null;
  const handle = openForAppending(home, `claude-${formatInstant(at).slice(0, 10)}.jsonl`);
  try {
    const { size, mtimeMs } = fstatSync(handle);
    if (size + bytes.length > MOST_BYTES) return null;
    writeSync(handle, bytes);
    if (size > 0) return Math.max(0, at - mtimeMs);
    // The first of a day tidies up.
    dropOld(home, at);
    return Infinity;
  } finally {
    closeSync(handle);
  }
}

function openForAppending(home: string, name: string): number {
  const file = join(spoolFolder(home), name);
  try {
    return openSync(file, 'a', 0o600);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    mkdirSync(spoolFolder(home), { recursive: true, mode: 0o700 });
    return openSync(file, 'a', 0o600);
  }
}

function dropOld(home: string, now: Instant): void {
  const oldest = formatInstant((now - KEPT_DAYS * 86_400_000) as Instant).slice(0, 10);
  for (const name of spoolFiles(home)) {
    if ((NAME.exec(name)?.[1] ?? oldest) < oldest) rmSync(join(spoolFolder(home), name), { force: true });
  }
}
