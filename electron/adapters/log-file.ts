import { appendFileSync, chmodSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, Log } from '#shared/ports/world.ts';
import { formatInstant } from '#shared/values/instant.ts';
import { Problem } from '#shared/values/problem.ts';

const BIGGEST_BYTES = 1_000_000;
const OLDER_FILES = 2;
const LONGEST_TEXT = 300;

type Fields = Readonly<Record<string, string | number | boolean | null>>;

/** Where the log of a data folder lies. */
export const logFileOf = (home: string): string => join(home, 'logs', 'stint.log');

/**
 * The program's log: a JSON object a line in `logs/stint.log`, open to its owner only, three files of 1 MB at most.
 * Never throws: a full disk must not stop the program that wants to say so. Of an error only its name, code and stack
 * frames are kept, since messages may quote titles and what people typed (design §2 "Privacy").
 */
export function createLogFile(home: string, clock: Pick<Clock, 'now'>): Log {
  const file = logFileOf(home);
  let bytes: number | null = null;

  const write = (level: 'info' | 'warn' | 'error', event: string, fields: object): void => {
    try {
      const line = `${JSON.stringify({ at: formatInstant(clock.now()), level, event, ...fields })}\n`;
      bytes ??= begin(file);
      if (bytes + Buffer.byteLength(line) > BIGGEST_BYTES && bytes > 0) {
        rotate(file);
        bytes = 0;
      }
      appendFileSync(file, line, { mode: 0o600 });
      bytes += Buffer.byteLength(line);
    } catch {
      bytes = null; // look at the folder again the next time
    }
  };
  return {
    info: (event, fields = {}) => write('info', event, short(fields)),
    warn: (event, fields = {}) => write('warn', event, short(fields)),
    error: (event, error) => write('error', event, { error: outline(error) }),
  };
}

/** Makes the folder; the size of the file that is there. */
function begin(file: string): number {
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
  const known = statSync(file, { throwIfNoEntry: false });
  if (known && process.platform !== 'win32' && (known.mode & 0o077) !== 0) chmodSync(file, 0o600);
  return known?.size ?? 0;
}

function rotate(file: string): void {
  for (let n = OLDER_FILES; n >= 1; n -= 1) {
    const from = n === 1 ? file : `${file}.${n - 1}`;
    if (statSync(from, { throwIfNoEntry: false })) renameSync(from, `${file}.${n}`);
  }
}

const short = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      typeof value === 'string' && value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value,
    ]),
  );

interface Outline {
  name: string;
  code: string | null;
  stack: string[];
  cause?: Outline;
}

/** What of an error may be written down. */
function outline(error: unknown, depth = 0): Outline {
  if (!(error instanceof Error)) return { name: typeof error, code: null, stack: [] };
  const code = error instanceof Problem || 'code' in error ? String(error.code) : null;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const seen: Outline = { name: error.name, code, stack: frames.slice(0, 12).map((line) => line.trim()) };
  if (error.cause === undefined || depth >= 3) return seen;
  return { ...seen, cause: outline(error.cause, depth + 1) };
}
