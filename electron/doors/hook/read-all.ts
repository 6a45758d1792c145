import type { Readable } from 'node:stream';

/** Prompts and results of tools come along; more than this is read to its end but not kept. */
const MOST_BYTES = 8 * 1024 * 1024;
/** Who started us and never ends the input must not keep us. */
const PATIENCE_MS = 1_500;

/** What JSON the input holds; null when it holds none. An event that is too long, or breaks off, is known by its head. */
export async function readAll(input: Readable): Promise<unknown> {
  const parts: Buffer[] = [];
  let length = 0;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, PATIENCE_MS);
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    input.on('data', (part: Buffer) => {
      length += part.length;
      if (length <= MOST_BYTES) parts.push(part);
      else if (parts.length > 1) parts.length = 1;
    });
    input.once('end', end).once('error', end).once('close', end);
  });
  const text = Buffer.concat(parts).toString('utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return headOf(text);
  }
}

/** The fields that say which event it was stand before what makes it long. */
function headOf(text: string): unknown {
  const head = text.slice(0, 4096);
  const fields = ['session_id', 'transcript_path', 'cwd', 'hook_event_name', 'tool_name', 'agent_id'];
  const found = fields.flatMap((name) => {
    const value = new RegExp(`"${name}"\\s*:\\s*("(?:[^"\\\\]|\\\\.)*")`).exec(head)?.[1];
    return value === undefined ? [] : [[name, textOf(value)] as const];
  });
  return found.length === 0 ? null : Object.fromEntries(found);
}

function textOf(quoted: string): string | null {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return null;
  }
}
