import type { Readable } from 'node:stream';

/** Prompts and results of tools come along; more than this is read to its end but not kept. */
const MOST_BYTES = 8 * 1024 * 1024;
/** Who started us and never ends the input must not keep us. */
const PATIENCE_MS = 1_500;

/** Where the fields stand that say which event it is. */
const HEAD_BYTES = 8 * 1024;

/** What JSON the input holds; null when it holds none. An event that is too long, or breaks off, is known by its head. */
export async function readAll(input: Readable): Promise<unknown> {
  let parts: Buffer[] = [];
  let length = 0;
  return new Promise<unknown>((resolve) => {
    const text = (): string => Buffer.concat(parts).toString('utf8');
    const end = (): void => {
      clearTimeout(timer);
      resolve(parsed(text()) ?? headOf(text()));
    };
    const timer = setTimeout(end, PATIENCE_MS);
    input.on('data', (part: Buffer) => {
      length += part.length;
      parts.push(part);
      if (length > MOST_BYTES) {
        parts = [Buffer.concat(parts).subarray(0, HEAD_BYTES)];
        return;
      }
      // Whole before the input ends: whoever does not end it is not waited for.
      const value = /\}\s*$/.test(part.toString('latin1', Math.max(0, part.length - 4)))
        ? parsed(text())
        : null;
      if (value === null) return;
      clearTimeout(timer);
      resolve(value);
    });
    input.once('end', end).once('error', end).once('close', end);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** The fields that say which event it was stand before what makes it long. */
function headOf(text: string): unknown {
  const head = text.slice(0, HEAD_BYTES);
  const fields = ['session_id', 'transcript_path', 'cwd', 'hook_event_name', 'tool_name', 'agent_id'];
  const found = fields.flatMap((name) => {
    const value = new RegExp(`"${name}"\\s*:\\s*("(?:[^"\\\\]|\\\\.)*")`).exec(head)?.[1];
    return value === undefined ? [] : [[name, parsed(value)] as const];
  });
  return found.length === 0 ? null : Object.fromEntries(found);
}
