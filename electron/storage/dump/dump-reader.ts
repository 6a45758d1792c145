import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';

/** Bytes that are read at once. */
const CHUNK = 1 << 20;
/** No row comes near it: a file of something else is not taken into memory. */
const LONGEST_LINE = 256 * CHUNK;

/** The lines of a dump, one after the other, with their numbers and the sum of all before. */
export interface DumpLines {
  /** The next line without its end. @throws Problem when there is none. */
  next(): string;
  /** Is there nothing more? */
  isAtEnd(): boolean;
  /** SHA-256 of all lines before the one read last. */
  sumBefore(): string;
  /** The file says something it cannot, in the line read last. */
  damaged(what: string, cause?: unknown): Problem;
  close(): void;
}

/** @throws Problem `not-found`, `usage`, `failed`. */
export function readDumpLines(path: string): DumpLines {
  const file = openDump(path);
  const sum = createHash('sha256');
  const buffer = Buffer.alloc(CHUNK);
  let rest: Buffer[] = [];
  let lines: Buffer[] = [];
  let [at, number] = [0, 0];
  let last: Buffer | null = null;

  /** Reads on until there is a whole line; false: the file is at its end. */
  const fill = (): boolean => {
    while (at >= lines.length) {
      const read = readSync(file, buffer);
      if (read === 0) {
        if (rest.length === 0) return false;
        [lines, rest, at] = [[Buffer.concat(rest)], [], 0];
        return true;
      }
      const chunk = Buffer.from(buffer.subarray(0, read));
      const end = chunk.lastIndexOf(0x0a);
      if (end < 0) {
        rest.push(chunk);
        if (rest.length * CHUNK > LONGEST_LINE) throw damaged(said`the line does not end`);
        continue;
      }
      const whole = Buffer.concat([...rest, chunk.subarray(0, end)]);
      rest = end + 1 < chunk.length ? [chunk.subarray(end + 1)] : [];
      [lines, at] = [split(whole), 0];
    }
    return true;
  };
  const damaged = (what: string, cause?: unknown): Problem =>
    new Problem(
      'usage',
      said`${path} is damaged in line ${number}: ${what}.`,
      said`Nothing was written. Take another copy of the file.`,
      cause,
    );
  return {
    next() {
      if (last !== null) sum.update(last).update('\n');
      number += 1;
      if (!fill()) throw damaged(said`the file ends there, too early`);
      last = lines[at]!;
      at += 1;
      try {
        return new TextDecoder('utf-8', { fatal: true }).decode(last);
      } catch (error) {
        throw damaged(said`that is no text`, error);
      }
    },
    isAtEnd: () => !fill(),
    sumBefore: () => sum.copy().digest('hex'),
    damaged,
    close: () => closeSync(file),
  };
}

function split(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let from = 0;
  for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, from)) {
    lines.push(bytes.subarray(from, end));
    from = end + 1;
  }
  lines.push(bytes.subarray(from));
  return lines;
}

function openDump(path: string): number {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'error';
    throw code === 'ENOENT' || code === 'ENOTDIR'
      ? new Problem('not-found', said`There is no ${path}.`, said`Check how it is spelled.`, error)
      : new Problem('failed', said`${path} cannot be read (${code}).`, said`Check its permissions.`, error);
  }
  if (fstatSync(file).isFile()) return file;
  closeSync(file);
  throw new Problem('usage', said`${path} is no file.`, said`Name a file, or the folder it lies in.`);
}
