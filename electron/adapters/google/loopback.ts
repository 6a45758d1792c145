import { timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';
import type { ConsentEnd } from './consent-page.ts';
import { showConsentEnd } from './consent-page.ts';

/** Where a browser comes back to. */
export interface Loopback {
  /** `http://127.0.0.1:PORT`, as it must be told to Google (RFC 8252 §7.3). */
  readonly redirectUri: string;
  /** Stops listening; by itself once the person has seen what became of it. */
  close(): Promise<void>;
}

export interface LoopbackNeeds {
  /** What the answer must carry. */
  readonly state: string;
  /** The person came back, with a code, or without one: they did not allow it. Called once. */
  arrived(code: string | null): Promise<ConsentEnd>;
}

/**
 * Listens on this machine only, on a free port, for the one answer it was opened for. Other questions get no answer, and
 * an answer with another state is refused without an end to the waiting: anybody here could have sent it.
 * @throws Problem `failed` when no port is free.
 */
export async function openLoopback({ state, arrived }: LoopbackNeeds): Promise<Loopback> {
  let end: Promise<ConsentEnd> | null = null;
  let host = '';

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { searchParams: query, pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const isAsked = request.method === 'GET' && pathname === '/' && request.headers.host === host;
    if (!isAsked) return void response.writeHead(404, { connection: 'close' }).end();
    const code = query.get('code');
    if (!isSame(query.get('state'), state) || (code === null && query.get('error') === null)) {
      return showConsentEnd(request, response, { is: 'strange' });
    }
    // Who loads the page again sees the same once more; a code is used once.
    end ??= arrived(code);
    const shown = await end;
    response.once('close', shut);
    showConsentEnd(request, response, shown);
  };
  const shut = (): void => {
    server.close();
    // Browsers open connections in advance that they then never use.
    server.closeAllConnections();
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new Problem(
      'failed',
      said`No port of this machine could be opened for the browser to come back to. Nothing was changed.`,
      said`Try again; if it stays so, a firewall on this machine may forbid it.`,
      cause,
    );
  }
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    redirectUri: `http://${host}`,
    async close() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      shut();
      await closed;
    },
  };
}

function isSame(given: string | null, wanted: string): boolean {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
