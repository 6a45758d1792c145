import { createInterface } from 'node:readline';
import type { ReadStream } from 'node:tty';
import type { Readable, Writable } from 'node:stream';
import { Writable as Sink } from 'node:stream';
import { Problem } from '#shared/values/problem.ts';

/** Nobody's token is longer; what is fed in by mistake is not read to its end. */
const LONGEST = 64 * 1024;
/** A pipe that stays silent for so long is one its owner may have forgotten. */
const SILENT_MS = 1500;

type Input = Readable & Partial<Pick<ReadStream, 'isTTY'>>;

/**
 * Asks for a secret: at a terminal without showing what is typed, else the first line that is piped in.
 * @returns null when nothing was given.
 * @throws Problem `usage` when the person broke off, or what came is no token.
 */
export async function askSecret(prompt: string, input: Input, told: Writable): Promise<string | null> {
  const text = input.isTTY === true ? await typed(prompt, input, told) : await piped(prompt, input, told);
  return text.trim() === '' ? null : text.trim();
}

function typed(prompt: string, input: Input, told: Writable): Promise<string> {
  return new Promise((resolve, reject) => {
    // Readline edits the line as people are used to, and writes its echo to nowhere.
    const nowhere = new Sink({ write: (_part, _encoding, done) => done() });
    const lines = createInterface({ input, output: nowhere, terminal: true, historySize: 0 });
    // Asked only when the echo is off already.
    told.write(`${prompt} (not shown; Return alone keeps the one there is): `);
    let answer = '';
    lines.once('line', (line) => {
      answer = line;
      lines.close();
    });
    lines.once('SIGINT', () => {
      reject(new Problem('usage', 'Broken off; no token was read.', 'Nothing was changed.'));
      lines.close();
    });
    lines.once('close', () => {
      told.write('\n');
      resolve(answer);
    });
  });
}

async function piped(prompt: string, input: Input, told: Writable): Promise<string> {
  const hint = setTimeout(
    () => told.write(`${prompt}: waiting for the input to end its first line…\n`),
    SILENT_MS,
  );
  try {
    let text = '';
    input.setEncoding('utf8');
    for await (const part of input as AsyncIterable<string>) {
      text += part;
      if (/[\r\n]/.test(text.trimStart())) break;
      if (text.length > LONGEST)
        throw new Problem('usage', 'What was piped in is no token.', 'Nothing was changed.');
    }
    return text.trim().split(/[\r\n]/)[0] ?? '';
  } finally {
    clearTimeout(hint);
  }
}
