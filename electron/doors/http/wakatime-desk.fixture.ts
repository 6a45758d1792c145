import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { editorDesk } from '../../host/editor-desk.ts';
import type { MemoryWorld } from '#shared/ports/memory-world.ts';
import { memoryWorld } from '#shared/ports/memory-world.ts';
import { dayInterval, parseLocalDay } from '#shared/values/local-day.ts';
import { openCore } from '../core.ts';
import type { HttpDoor } from '../http-door.ts';
import { openHttpDoor } from '../http-door.ts';
import { standInRouter } from '../stand-in-router.fixture.ts';

// As `wakatime-cli` sends it (contract "WakaTime-compatible endpoint"): requests and answers are compared byte for byte.

/** The key of the source. */
export const KEY = '3f7c2a10-9d4e-4b6a-8c11-0123456789ab';
const AGENT = 'wakatime/v1.98.1 (linux-6.1.0-x86_64) go1.22.4 vscode/1.85.0 vscode-wakatime/24.2.0';
/** When it is now, in seconds. */
export const NOON = Date.parse('2026-02-10T12:00:00+01:00') / 1000;
/** Where heartbeats go. */
export const BULK = '/users/current/heartbeats.bulk';

interface Told {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

interface Desk {
  readonly world: MemoryWorld;
  readonly door: HttpDoor;
  /** What was logged as a bug. */
  readonly failures: unknown[];
  readonly send: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Told>;
  readonly bulk: (body: unknown, headers?: Record<string, string>) => Promise<Told>;
  /** The heartbeats of today that are in the store. */
  readonly kept: () => ReturnType<MemoryWorld['stores']['tools']['beats']>;
}

/** The door that editors tell: a world and a door of its own for each test, and all of it gone afterwards. */
export function wakatimeDesk(): Desk {
  let world: MemoryWorld;
  let door: HttpDoor;
  let home: string;
  const failures: unknown[] = [];

  beforeEach(async () => {
    home = mkdtempSync(join(tmpdir(), 'stint-waka-'));
    world = memoryWorld('2026-02-10T12:00:00+01:00', 'Europe/Berlin', { 'editor.wakatimeKey': KEY });
    failures.length = 0;
    const log = { ...world.log, error: (_event: string, error: unknown) => void failures.push(error) };
    door = await openHttpDoor({
      core: openCore(standInRouter(), { log, signOfLife: () => undefined }),
      token: 'the-token-of-the-folder',
      clock: world.clock,
      port: 0,
      windowFolder: home,
      hear: async () => undefined,
      editors: { ...editorDesk(world), failed: (error) => void failures.push(error) },
      dashboards: { open: async () => null, failed: (error) => void failures.push(error) },
      mcp: async () => ({}),
    });
    world.door.url = door.url;
  });
  afterEach(async () => {
    await door.close();
    rmSync(home, { recursive: true });
  });

  function send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Told> {
    const basic = `Basic ${Buffer.from(KEY).toString('base64')}`;
    const sent: Record<string, string> = {
      authorization: basic,
      'content-type': 'application/json',
      accept: 'application/json',
      'user-agent': AGENT,
      'x-machine-name': 'laptop',
      timezone: 'Europe/Berlin',
      ...headers,
    };
    return new Promise((resolve, reject) => {
      const asked = request(
        `${door.url}/api/v1${path}`,
        { method, headers: sent, agent: false },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              text: Buffer.concat(parts).toString('utf8'),
              headers: response.headers,
            }),
          );
        },
      );
      asked.on('error', reject);
      asked.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
    });
  }
  const bulk = (body: unknown, headers: Record<string, string> = {}): Promise<Told> =>
    send('POST', BULK, body, headers);
  const kept = () =>
    world.stores.tools.beats('max', dayInterval(parseLocalDay('2026-02-10')!, 'Europe/Berlin'));
  return {
    get world() {
      return world;
    },
    get door() {
      return door;
    },
    failures,
    send,
    bulk,
    kept,
  };
}

/** A heartbeat of an editor. */
export const beat = (time: number, given: object = {}) => ({
  time,
  entity: '/home/max/shop/src/socket.ts',
  type: 'file',
  category: 'coding',
  project: 'shop',
  branch: 'fix/TB-042-socket',
  language: 'TypeScript',
  lines: 120,
  lineno: 7,
  cursorpos: 3,
  dependencies: ['node:net'],
  is_write: false,
  user_agent: AGENT,
  ai_session: null,
  ...given,
});
