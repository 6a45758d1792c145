import { fstatSync, writeSync } from 'node:fs';
import { EXIT_CODES, Problem } from '#shared/values/problem.ts';

/** Where a program writes: its standard output or error. */
export interface StandardStream {
  /**
   * Ends the process where the reader has left: that is no failure of ours (`stint week | head`).
   * @throws Problem `failed` where nothing can be written, as onto a disk that is full.
   */
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  /** Null: it is no terminal. */
  readonly columns: number | null;
}

/** Errors that mean: the reader of a pipe is gone. Windows has two words for it. */
const LEFT = new Set(['EPIPE', 'EOF']);

/**
 * Files, pipes and sockets are written to at once; Node's own stream loads the network first, which takes as long as the
 * words of most commands. It is left what it is needed for: terminals, and a pipe that takes no more just now.
 */
export function standardStream(fd: 1 | 2): StandardStream {
  const isPlain = isFileOrPipe(fd);
  let opened: NodeJS.WriteStream | null = null;
  const stream = (): NodeJS.WriteStream => {
    if (opened !== null) return opened;
    opened = fd === 1 ? process.stdout : process.stderr;
    return opened.on('error', (error) => {
      const { message } = problemUnlessLeft(error);
      if (fd === 1) process.stderr.write(`stint: ${message}\n`);
      process.exit(EXIT_CODES.failed);
    });
  };
  return {
    write: (text) => {
      // What was begun there goes on there, so that words keep their order.
      const rest = isPlain && opened === null ? writeNow(fd, Buffer.from(text)) : text;
      if (rest.length > 0) stream().write(rest);
    },
    get isTerminal() {
      return !isPlain && stream().isTTY;
    },
    get columns() {
      return !isPlain && stream().isTTY ? stream().columns : null;
    },
  };
}

function isFileOrPipe(fd: number): boolean {
  try {
    const stat = fstatSync(fd);
    return stat.isFile() || stat.isFIFO() || stat.isSocket();
  } catch {
    return false; // a program on Windows that was started without a console has none: Node knows what to do
  }
}

/** @returns what a pipe that does not wait has no room for. */
function writeNow(fd: number, bytes: Buffer): Buffer {
  let rest = bytes;
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(fd, rest));
  } catch (error) {
    if (codeOf(error) !== 'EAGAIN') throw problemUnlessLeft(error);
  }
  return rest;
}

function problemUnlessLeft(error: unknown): Problem {
  const code = codeOf(error);
  if (LEFT.has(code)) process.exit(process.exitCode ?? 0);
  return new Problem(
    'failed',
    `The answer could not be written where it was sent (${code}).`,
    'What was asked is done. Make room there, or send it elsewhere.',
    error,
  );
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'error';
