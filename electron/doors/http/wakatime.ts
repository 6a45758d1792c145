import type { IncomingMessage, ServerResponse } from 'node:http';
import { Problem } from '#shared/values/problem.ts';
import { answerJson } from '../answer.ts';
import { BodyTooLong, readJsonBody } from '../request-body.ts';
import { sameSecret } from './token.ts';

/** Everything below it speaks WakaTime's protocol; `api_url` of editors' plugins is this address. */
export const WAKATIME_PATH = '/api/v1';

/** What stands behind the door for editors' plugins. */
export interface EditorDesk {
  /** The key plugins must send; '' while there is none, and nobody comes in. */
  key(): string;
  /** An answer for each heartbeat, in their order: a body and a status. */
  hear(
    items: readonly unknown[],
    userAgent: string | undefined,
  ): Promise<readonly (readonly [unknown, number])[]>;
  statusBar(): Promise<unknown>;
  countError(): Promise<void>;
  /** Something went wrong that the plugin cannot mend. */
  failed(error: unknown): void;
}

/**
 * Answers editors' plugins by the letter of WakaTime's protocol: heartbeats are taken with 201 and one pair for each, any
 * other status would be taken for an error. What fails here answers 500 and is sent again later.
 */
export async function answerEditor(
  desk: EditorDesk,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await answer(desk, request, response);
  } catch (error) {
    if (response.headersSent) response.destroy();
    else if (error instanceof BodyTooLong) {
      response.setHeader('connection', 'close');
      say(response, 413, error.message);
    } else if (error instanceof Problem && error.code === 'usage') say(response, 400, error.message);
    else {
      desk.failed(error);
      say(response, 500, 'Stint could not take it. Send it again later.');
    }
  }
}

async function answer(desk: EditorDesk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // No plugin is a page: one that sends this comes from a browser, and a page knows no key.
  if (request.headers.origin !== undefined) return say(response, 401, 'Unauthorized');
  if (!hasKey(request, desk.key())) {
    response.setHeader('www-authenticate', 'Basic realm="Stint"');
    return say(response, 401, 'Unauthorized');
  }
  const path = new URL(request.url ?? '/', 'http://stint').pathname.slice(WAKATIME_PATH.length);
  const userAgent = request.headers['user-agent'];
  switch (`${request.method} ${path.replace(/\/+$/, '')}`) {
    case 'POST /users/current/heartbeats.bulk': {
      const items = await readJsonBody(request);
      if (!Array.isArray(items)) return say(response, 400, 'The body must be an array of heartbeats.');
      return answerJson(response, 201, { responses: await desk.hear(items as unknown[], userAgent) });
    }
    case 'POST /users/current/heartbeats': {
      const item = await readJsonBody(request);
      const [body, status] = (await desk.hear([item], userAgent))[0] ?? [{ data: null, error: null }, 201];
      return answerJson(response, status, body);
    }
    case 'GET /users/current/statusbar/today':
      return answerJson(response, 200, await desk.statusBar());
    case 'POST /plugins/errors':
      // Read to its end, so that the connection can be used again, and forgotten.
      await readJsonBody(request);
      await desk.countError();
      return answerJson(response, 201, { data: null });
    default:
      return say(response, 404, 'Not found');
  }
}

/** `Basic base64(key)`, with and without the colon before a password that there is not. */
function hasKey(request: IncomingMessage, key: string): boolean {
  const sent = /^Basic\s+([A-Za-z0-9+/=_-]{1,200})\s*$/i.exec(request.headers.authorization ?? '')?.[1];
  if (key === '' || sent === undefined) return false;
  return sameSecret(Buffer.from(sent, 'base64').toString('utf8').replace(/:$/, ''), key);
}

const say = (response: ServerResponse, status: number, error: string): void =>
  answerJson(response, status, { error });
