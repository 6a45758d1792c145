import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Host } from '../../host/host.ts';
import { openHost } from '../../host/host.ts';

let home: string;
let client: Client;
const said: string[] = [];

/** `stint mcp` as an agent starts it: a process of its own, and no host runs. */
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'stint-mcp-stdio-'));
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [join(import.meta.dirname, '..', '..', 'cli.ts'), 'mcp', '--home', home],
    stderr: 'pipe',
  });
  transport.stderr?.on('data', (part: Buffer) => said.push(part.toString('utf8')));
  client = new Client({ name: 'a-test', version: '1.0.0' });
  await client.connect(transport);
});
afterAll(async () => {
  await client.close();
  rmSync(home, { recursive: true, force: true });
});

const call = async (name: string, input: Record<string, unknown> = {}): Promise<unknown> =>
  Reflect.get(await client.callTool({ name, arguments: input }), 'structuredContent');

it('opens the store for a question while no host runs, also for several at once', async () => {
  expect(client.getServerVersion()).toMatchObject({ name: 'stint', title: 'Stint' });
  const logged = await Promise.all(
    ['30m on TB-1 for a note', '45m on TB-2 for a call'].map((text) => call('log_time', { text })),
  );
  expect(logged).toMatchObject([{ ticket: 'TB-1' }, { ticket: 'TB-2' }]);
  expect(await call('today')).toMatchObject({ totals: { minutes: 75 } });
});

it('asks the host as soon as one runs, and the store again when it is gone', async () => {
  let host: Host | null = await openHost({ home, kind: 'headless', sensor: null });
  try {
    await host.startServing({ port: 0 });
    await call('log_time', { text: '15m on TB-3 for a question' });
    expect(await host.perform(['day', 'show'], { date: 'today' })).toMatchObject({ totals: { minutes: 90 } });
    // What an agent does by itself is no sign that the person is there.
    expect(await host.perform(['session', 'status'], {})).toMatchObject({ presence: { state: 'unknown' } });
  } finally {
    await host.close();
    host = null;
  }
  expect(await call('today')).toMatchObject({ totals: { minutes: 90 } });
});

it('says nothing beside the protocol', () => {
  expect(said.join('')).toBe('');
});
