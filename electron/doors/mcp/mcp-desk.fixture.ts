import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Host } from '../../host/host.ts';
import { openHost } from '../../host/host.ts';
import { readToken } from '../http/read-token.ts';
import { openMcp } from './server.ts';

/** What the person does when they are asked; null: this client cannot ask. */
export type Answer = 'yes' | 'no' | 'closes' | null;

type Connect = (answers?: Answer, bearer?: string) => Promise<Client>;

interface Desk {
  readonly host: Host;
  /** Where the HTTP door speaks the protocol. */
  readonly url: URL;
  readonly token: string;
  /** What the person was asked in this test. */
  readonly asked: string[];
  readonly overHttp: Connect;
  /** The ways by which an agent comes. */
  readonly wires: readonly (readonly [name: string, connect: Connect])[];
}

/** A host that agents talk to: one for a whole file, clients that answer for the person, and all of it gone afterwards. */
export function mcpDesk(): Desk {
  let home: string;
  let host: Host;
  let url: URL;
  let token: string;
  const asked: string[] = [];

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'stint-mcp-'));
    host = await openHost({ home, kind: 'headless', sensor: null });
    const serving = await host.startServing({ port: 0 });
    url = new URL('/mcp', serving.url()!);
    token = readToken(home)!;
  });
  afterAll(async () => {
    await host.close();
    rmSync(home, { recursive: true, force: true });
  });
  beforeEach(() => {
    asked.length = 0;
  });

  function clientThat(answers: Answer): Client {
    const client = new Client(
      { name: 'a-test', version: '1.0.0' },
      { capabilities: answers === null ? {} : { elicitation: {} } },
    );
    if (answers !== null)
      client.setRequestHandler(ElicitRequestSchema, ({ params }) => {
        asked.push(params.message);
        if (answers === 'closes') return { action: 'cancel' };
        return answers === 'yes' ? { action: 'accept', content: { agreed: true } } : { action: 'decline' };
      });
    return client;
  }

  async function overHttp(answers: Answer = 'yes', bearer = token): Promise<Client> {
    const client = clientThat(answers);
    const requestInit = { headers: { authorization: `Bearer ${bearer}` } };
    await client.connect(new StreamableHTTPClientTransport(url, { requestInit }));
    return client;
  }

  /** As over stdio, but within this process. */
  async function inProcess(answers: Answer = 'yes'): Promise<Client> {
    const client = clientThat(answers);
    const [here, there] = InMemoryTransport.createLinkedPair();
    const mcp = openMcp({ folder: home, ask: (operation, input) => host.perform(operation, input, true) });
    await Promise.all([mcp.connect(there), client.connect(here)]);
    return client;
  }

  return {
    get host() {
      return host;
    },
    get url() {
      return url;
    },
    get token() {
      return token;
    },
    asked,
    overHttp,
    wires: [
      ['over HTTP', overHttp],
      ['in process', inProcess],
    ],
  };
}

/** The text of what a tool answered. */
export const textOf = (result: object): string =>
  ((Reflect.get(result, 'content') as { text?: string }[])[0]?.text ?? '').trim();
