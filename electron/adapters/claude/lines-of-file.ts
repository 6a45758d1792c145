import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';

const NEWLINE = 0x0a;
/** A line of a transcript holds at most a pasted file; a longer one is left out. */
const LONGEST_LINE = 64 * 1024 * 1024;

export interface Lines {
  /** Whole lines of one piece of the file, with where each begins, in bytes. */
  readonly lines: readonly { readonly text: string; readonly at: number }[];
  /** Position behind the last of them. */
  readonly position: number;
  readonly tooLong: number;
}

/**
 * Reads a file from a position on, a piece at a time; memory holds a piece and the line that is cut by its end. A last
 * line that is still being written is left for the next time.
 * @param from position behind a line; when it is none (the file was written anew) everything is read.
 */
export async function* linesOfFile(path: string, from: number, pieceBytes: number): AsyncGenerator<Lines> {
  const file = await open(path, 'r');
  try {
    let position = (await isBehindLine(file, from)) ? from : 0;
    const buffer = Buffer.allocUnsafe(pieceBytes);
    let rest: Buffer[] = [];
    let restBytes = 0;
    let isTooLong = false;
    let at = position;
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, pieceBytes, at);
      if (bytesRead === 0) break;
      at += bytesRead;
      const piece = buffer.subarray(0, bytesRead);
      const lines: { text: string; at: number }[] = [];
      let tooLong = 0;
      let begin = 0;
      for (let end = piece.indexOf(NEWLINE); end >= 0; end = piece.indexOf(NEWLINE, begin)) {
        if (isTooLong) tooLong += 1;
        else if (restBytes > 0)
          lines.push({ text: textOf([...rest, piece.subarray(begin, end)]), at: position });
        else if (end > begin) lines.push({ text: piece.toString('utf8', begin, end), at: position });
        position = at - bytesRead + end + 1;
        begin = end + 1;
        [rest, restBytes, isTooLong] = [[], 0, false];
      }
      if (begin < bytesRead) {
        restBytes += bytesRead - begin;
        isTooLong ||= restBytes > LONGEST_LINE;
        rest = isTooLong ? [] : [...rest, Buffer.from(piece.subarray(begin))];
      }
      if (lines.length > 0 || tooLong > 0) yield { lines, position, tooLong };
    }
    const last = isTooLong ? '' : textOf(rest);
    // Whole although nothing ends it: an object that is closed cannot go on.
    if (isObject(last))
      yield { lines: [{ text: last, at: position }], position: position + restBytes, tooLong: 0 };
  } finally {
    await file.close();
  }
}

const textOf = (parts: readonly Buffer[]): string => Buffer.concat(parts).toString('utf8');

async function isBehindLine(file: FileHandle, position: number): Promise<boolean> {
  if (position === 0) return true;
  const before = Buffer.alloc(1);
  const { bytesRead } = await file.read(before, 0, 1, position - 1);
  return bytesRead === 1 && (before[0] === NEWLINE || before[0] === 0x7d);
}

function isObject(text: string): boolean {
  if (!text.trimEnd().endsWith('}')) return false;
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}
