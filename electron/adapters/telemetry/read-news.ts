import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { lstat, open } from 'node:fs/promises';
import type { FileMark, FileNews } from '#shared/ports/telemetry-files.ts';
import { said } from '#shared/values/said.ts';

/** A day of a tool that writes a line every second is a tenth of it. In bytes. */
const LARGEST_FILE = 64 * 1024 * 1024;
const LONGEST_LINE = 64 * 1024;
const TAIL = 64;
const LINE_END = 0x0a;

export type News =
  | { readonly file: Omit<FileNews, 'name'>; readonly bytes: number; readonly more: boolean }
  | { readonly refused: string };

/**
 * Reads what was appended to a file since the mark; a file that was written anew (a merge, a restored backup) is read
 * from its start. Null when nothing changed or it is gone.
 * @param most at most so many bytes; never less than what a line may have.
 */
export async function readNews(path: string, mark: FileMark | null, most: number): Promise<News | null> {
  const found = await lstat(path).catch(() => null);
  if (found === null) return null;
  if (!found.isFile()) return { refused: said`${path} is a link or no file; it is not read.` };
  if (found.size > LARGEST_FILE)
    return { refused: said`${path} is larger than ${LARGEST_FILE / 1024 / 1024} MB; it is not read.` };
  if (mark !== null && mark.size === found.size && mark.changedMs === found.mtimeMs) return null;
  let file: FileHandle;
  try {
    // Somebody may have put a link or a pipe there meanwhile.
    file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'error';
    return code === 'ENOENT' ? null : { refused: said`${path} cannot be read (${code}).` };
  }
  try {
    const { size, mtimeMs } = await file.stat();
    const goesOn =
      mark !== null && mark.position <= size && (await tailAt(file, mark.position)) === mark.tail;
    const from = goesOn ? mark.position : 0;
    const bytes = await bytesOf(file, from, Math.min(size - from, Math.max(most, 2 * LONGEST_LINE)));
    const isWhole = from + bytes.length >= size;
    // Where a whole piece is one line that does not end, it is left out; it goes on behind it.
    const cut = bytes.lastIndexOf(LINE_END) + 1;
    const end = cut === 0 && !isWhole ? bytes.length : cut;
    const position = from + end;
    const all = bytes
      .toString('utf8', 0, end)
      .split('\n')
      .map((line) => line.trim());
    const lines = all.filter((line) => line !== '' && line.length <= LONGEST_LINE);
    const rest = bytes.subarray(end);
    return {
      file: {
        anew: from === 0,
        lines,
        tooLong: all.filter((line) => line.length > LONGEST_LINE).length,
        rest: isWhole && rest.length <= LONGEST_LINE ? rest.toString('utf8') : '',
        // One that was not read to its end looks changed the next time.
        mark: { position, tail: await tailAt(file, position), size: isWhole ? size : -1, changedMs: mtimeMs },
      },
      bytes: bytes.length,
      more: !isWhole,
    };
  } finally {
    await file.close();
  }
}

async function bytesOf(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(Math.max(0, length));
  let read = 0;
  while (read < bytes.length) {
    const { bytesRead } = await file.read(bytes, read, bytes.length - read, from + read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return bytes.subarray(0, read);
}

/** What stands before a position, so that it is known again. */
async function tailAt(file: FileHandle, position: number): Promise<string> {
  const from = Math.max(0, position - TAIL);
  return (await bytesOf(file, from, position - from)).toString('base64');
}
