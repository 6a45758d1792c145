import type { IncomingMessage } from 'node:http';
import { readHostRecord } from '../../host/host-record.ts';
import { requestHost } from '../host-request.ts';

/** A status line is drawn again soon: an answer that takes longer is not waited for. */
const PATIENCE_MS = 400;
const MOST_BYTES = 64 * 1024;

/**
 * Asks the host of a data folder, if one runs, and waits only a moment. Never throws.
 * @returns null when nobody answers in time, or answers with an error.
 */
export async function askBriefly(home: string, operation: string, input: unknown): Promise<unknown> {
  const record = readHostRecord(home);
  if (record === null) return null;
  const body = JSON.stringify({ json: input });
  const answer = await new Promise<string | null>((resolve) => {
    const sent = requestHost(
      record,
      home,
      { operation, body },
      (response) => void textOf(response).then(resolve),
    );
    const giveUp = (): void => {
      resolve(null);
      sent.destroy();
    };
    sent.on('error', giveUp);
    setTimeout(giveUp, PATIENCE_MS).unref();
    sent.end(body);
  });
  try {
    const told: unknown = JSON.parse(answer ?? 'null');
    return typeof told === 'object' && told !== null ? (Reflect.get(told, 'json') ?? null) : null;
  } catch {
    return null;
  }
}

async function textOf(response: IncomingMessage): Promise<string | null> {
  if ((response.statusCode ?? 500) >= 400) return null;
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of response as AsyncIterable<Buffer>) {
      length += part.length;
      if (length > MOST_BYTES) return null;
      parts.push(part);
    }
  } catch {
    return null;
  }
  return Buffer.concat(parts).toString('utf8');
}
