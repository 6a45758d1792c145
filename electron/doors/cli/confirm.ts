import { createInterface } from 'node:readline/promises';
import type { ReadStream } from 'node:tty';
import type { Readable, Writable } from 'node:stream';

/**
 * Asks a question that yes or no answers, in English or German; what is neither is no.
 * @param yes the letter it names; any of both languages will do.
 * @returns null when the input is no terminal: a script is never asked.
 */
export async function confirm(
  question: string,
  input: Readable & Partial<Pick<ReadStream, 'isTTY'>>,
  told: Writable,
  yes: 'y' | 'j' = 'y',
): Promise<boolean | null> {
  if (input.isTTY !== true) return null;
  const lines = createInterface({ input, output: told, terminal: true, historySize: 0 });
  try {
    const left = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
    const answer = await Promise.race([lines.question(`${question} [${yes}/N] `).catch(() => ''), left]);
    return /^\s*(y|yes|j|ja)\s*$/i.test(answer);
  } finally {
    lines.close();
  }
}
