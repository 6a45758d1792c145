// A stand-in for a service behind a real address on this machine, with the troubles of a real network in front.
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { FakeAnswer, FakeProvider, FakeRequest } from './fake-provider.ts';
import type { Fate, Fault, Schedule } from './faults.ts';
import { cutInHalf, Fates, fateOf } from './faults.ts';

/** How long nobody listens after a request that met `refused`; requests of that time are refused for real. */
const OUTAGE_MS = 250;
const LATE_MS = 400;

/** When a story looks in: before the service was given a request, or after it answered and before anybody heard. */
export type Moment = 'before' | 'after';

export interface ServedFake {
  /** What `providers.P.baseUrl` must be. */
  readonly url: string;
  /** What arrived, oldest first. */
  readonly arrived: readonly {
    readonly request: FakeRequest;
    readonly fault: Fault | null;
    readonly at: number;
  }[];
  /** From the next request on: what happens to one after the other. */
  meet(schedule: Schedule): void;
  /**
   * Stops at the first request that fits; resolves when one stands there. Nothing comes of it, nor of any that comes
   * later, until `goOn`; later ones whose asker is gone by then never arrived.
   */
  stopAt(moment: Moment, fits: (request: FakeRequest) => boolean): Promise<void>;
  /** Lets the requests go on that `stopAt` holds. */
  goOn(): void;
  /** Pulls the plug: connections break, new ones are refused. */
  offline(): Promise<void>;
  /** Listens again, on the same address. */
  online(): Promise<void>;
  close(): Promise<void>;
}

export interface ServeWishes {
  /** How long every answer takes besides. */
  readonly latencyMs?: number;
  readonly port?: number;
}

/** Serves a fake on the loopback. Requests are given to it one at a time, in the order they came. */
export async function serveFake(fake: FakeProvider, wishes: ServeWishes = {}): Promise<ServedFake> {
  const fates = new Fates();
  const arrived: { request: FakeRequest; fault: Fault | null; at: number }[] = [];
  let stop: { moment: Moment; fits: (request: FakeRequest) => boolean; reached: () => void } | null = null;
  let held = hold();
  let holds = false;

  const pass = async (moment: Moment, request: FakeRequest): Promise<void> => {
    if (stop?.moment !== moment || !stop.fits(request)) return;
    const { reached } = stop;
    stop = null;
    held = hold();
    holds = true;
    reached();
    await held.over;
  };
  const answer = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await readRequest(incoming);
    if (holds) {
      await held.over;
      if (incoming.socket.destroyed) return;
    }
    const fault = fates.take();
    arrived.push({ request, fault, at: Date.now() });
    const fate = fateOf(fault);
    await pass('before', request);
    const own = fate.late ? null : deliver(fake, request, fate);
    if (fate.late) void wait(LATE_MS, null, { ref: false }).then(() => deliver(fake, request, fate));
    await pass('after', request);
    if (wishes.latencyMs) await wait(wishes.latencyMs);
    reply(response, fate, own);
    if (fate.refused) {
      await offline();
      await wait(OUTAGE_MS);
      await online();
    }
  };

  const server = createServer((incoming, response) => {
    answer(incoming, response).catch(() => response.destroy());
  });
  // Connections outlive a quiet moment of the client: it is not the stand-in that cuts them.
  server.keepAliveTimeout = 60_000;
  let port = wishes.port ?? 0;
  const online = async (): Promise<void> => {
    if (server.listening) return;
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  };
  const offline = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  await online();
  return {
    url: `http://127.0.0.1:${port}`,
    arrived,
    meet: (schedule) => fates.become(schedule),
    stopAt: (moment, fits) =>
      new Promise((resolve) => {
        stop = { moment, fits, reached: resolve };
      }),
    goOn() {
      holds = false;
      held.end();
    },
    offline,
    online,
    async close() {
      holds = false;
      held.end();
      await offline();
    },
  };
}

function hold(): { readonly over: Promise<void>; readonly end: () => void } {
  let end = (): void => undefined;
  const over = new Promise<void>((resolve) => (end = resolve));
  return { over, end: () => end() };
}

async function readRequest(incoming: IncomingMessage): Promise<FakeRequest> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return {
    method: incoming.method ?? 'GET',
    target: incoming.url ?? '/',
    headers,
    body: Buffer.concat(parts).toString('utf8'),
  };
}

function deliver(fake: FakeProvider, request: FakeRequest, { deliveries }: Fate): FakeAnswer | null {
  if (deliveries === 0) return null;
  const own = fake.handle(request);
  if (deliveries === 2) fake.handle(request);
  return own;
}

function reply(response: ServerResponse, fate: Fate, own: FakeAnswer | null): void {
  const { kind } = fate.reply;
  if (kind === 'silence') return;
  const said = kind === 'instead' ? fate.reply.answer : own;
  if (kind === 'reset' || said === null) {
    response.socket?.resetAndDestroy();
    return;
  }
  const body = Buffer.from(kind === 'cut' ? cutInHalf(said).body : said.body, 'utf8');
  // A 204 has no body, and says nothing of its length.
  response.writeHead(said.status, {
    ...said.headers,
    ...(said.status === 204 ? {} : { 'content-length': String(body.length) }),
  });
  if (kind !== 'truncated') {
    response.end(body);
    return;
  }
  response.write(body.subarray(0, body.length >> 1), () => response.socket?.destroy());
}
