import type { IncomingMessage } from 'node:http';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';
import { HttpRefusal } from './http-refusal.ts';

/** More than any operation needs; what is longer is a mistake or an attack. */
const MOST_BYTES = 1024 * 1024;

/** A body that is too long; what is still on its way is not read. */
export class BodyTooLong extends HttpRefusal {
  constructor(mostBytes = MOST_BYTES) {
    const size = `${mostBytes / 1024 / 1024} MB`;
    super(
      413,
      'usage',
      said`The request is longer than ${size}. Nothing was changed.`,
      said`Send less in one request.`,
      { connection: 'close' },
    );
  }
}

/**
 * Reads a JSON body, at most 1 MB unless told. An empty one is `undefined`.
 * Only JSON is taken: a web page can send forms and plain text to any address without asking, JSON it cannot.
 * @throws Problem `usage` when it is too long, not JSON by its header, or not JSON at all.
 */
export async function readJsonBody(request: IncomingMessage, mostBytes = MOST_BYTES): Promise<unknown> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) throw new BodyTooLong(mostBytes);
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > mostBytes) throw new BodyTooLong(mostBytes);
    parts.push(part);
  }
  if (length === 0) return undefined;
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    throw new HttpRefusal(
      415,
      'usage',
      said`The body is not marked as JSON.`,
      said`Send it with the header Content-Type: application/json.`,
    );
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts)));
  } catch (cause) {
    throw new Problem(
      'usage',
      said`The body is not valid JSON. Nothing was changed.`,
      said`Check quotes, commas and brackets.`,
      cause,
    );
  }
}
