import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { os } from '@orpc/server';
import type { RouterClient } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MessageChannel } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { z } from 'zod';
import { onlyWellFormed } from './port-guard.ts';

const router = {
  double: os.input(z.object({ n: z.number() })).handler(({ input }) => input.n * 2),
  count: os.handler(async function* () {
    yield 1;
    yield 2;
  }),
};

let page: MessagePort;
let main: MessagePort;
let warned: string[];

beforeEach(() => {
  const channel = new MessageChannel();
  [page, main] = [channel.port1, channel.port2];
  warned = [];
  const port = {
    // Electron's port hands over an event, Node's the data itself.
    on: (event: string, callback: (event?: { data: unknown }) => void) =>
      void main.on(event as 'message', (data: unknown) => callback({ data })),
    postMessage: (data: unknown) => main.postMessage(data),
  };
  new RPCHandler(router).upgrade(onlyWellFormed(port, { warn: (event) => warned.push(event) }));
});
afterEach(() => page.close());

const answerTo = (data: unknown): Promise<unknown> =>
  new Promise((resolve) => {
    page.once('message', (answer: string) => resolve(JSON.parse(answer)));
    page.postMessage(data);
  });

describe('the window’s port', () => {
  it('lets calls and streams of the real client through', async () => {
    const client: RouterClient<typeof router> = createORPCClient(new RPCLink({ port: page }));
    expect(await client.double({ n: 21 })).toBe(42);
    const seen: number[] = [];
    for await (const n of await client.count()) seen.push(n);
    expect(seen).toEqual([1, 2]);
    const cut = await client.count();
    await cut.return?.(); // the client says that it has heard enough
    expect(await client.double({ n: 1 })).toBe(2);
    expect(warned).toEqual([]);
  });

  it.each([
    ['no text', { i: '1' }],
    ['nothing', null],
    ['no JSON', 'hello'],
    ['no call', '{"i":"7"}'],
    ['another server', '{"i":"7","p":{"u":"http://example.com/x"}}'],
    ['a header', '{"i":"7","p":{"u":"/double","h":{"content-type":"multipart/form-data"}}}'],
    ['a stream nobody asked for', '{"i":"7","t":3,"p":{"e":"message"}}'],
    ['too much', `{"i":"7","p":{"u":"/double","b":"${'x'.repeat(1_000_001)}"}}`],
  ])('answers a broken message with an error and stays open: %s', async (_name, data) => {
    const answer = await answerTo(data);
    expect(answer).toMatchObject({
      t: 2,
      p: { s: 400, b: { json: { code: 'USAGE', data: { remedy: expect.any(String) } } } },
    });
    expect(warned).toEqual(['ipc.malformed']);
    expect(await answerTo('{"i":"8","p":{"u":"/double","b":{"json":{"n":4}}}}')).toMatchObject({
      i: '8',
      p: { b: { json: 8 } },
    });
  });

  it('answers a well-formed call of nothing with 404', async () => {
    expect(await answerTo('{"i":"9","p":{"u":"/nothing"}}')).toMatchObject({ i: '9', p: { s: 404 } });
  });
});
