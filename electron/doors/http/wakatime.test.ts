import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { editorDesk } from '../../host/editor-desk.ts';
import type { MemoryWorld } from '#shared/ports/memory-world.ts';
import { memoryWorld } from '#shared/ports/memory-world.ts';
import { showDay } from '#shared/services/show-day.ts';
import { listSources, pauseSource } from '#shared/services/sources/sources.ts';
import { dayInterval, parseLocalDay } from '#shared/values/local-day.ts';
import { openCore } from '../core.ts';
import type { HttpDoor } from '../http-door.ts';
import { openHttpDoor } from '../http-door.ts';
import { standInRouter } from '../stand-in-router.fixture.ts';

/** As `wakatime-cli` sends it (contract "WakaTime-compatible endpoint"): requests and answers are compared byte for byte. */

const KEY = '3f7c2a10-9d4e-4b6a-8c11-0123456789ab';
const AGENT = 'wakatime/v1.98.1 (linux-6.1.0-x86_64) go1.22.4 vscode/1.85.0 vscode-wakatime/24.2.0';
const NOON = Date.parse('2026-02-10T12:00:00+01:00') / 1000;

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

interface Told {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

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
const BULK = '/users/current/heartbeats.bulk';
const bulk = (body: unknown, headers: Record<string, string> = {}): Promise<Told> =>
  send('POST', BULK, body, headers);

const beat = (time: number, given: object = {}) => ({
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
const kept = () =>
  world.stores.tools.beats('max', dayInterval(parseLocalDay('2026-02-10')!, 'Europe/Berlin'));

describe('heartbeats', () => {
  it('are taken with 201 and one pair each, byte for byte', async () => {
    const told = await bulk([beat(NOON - 60), beat(NOON - 30.25, { is_write: true })]);
    expect(told.status).toBe(201);
    expect(told.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(told.text).toBe(
      '{"responses":[[{"data":null,"error":null},201],[{"data":null,"error":null},201]]}',
    );
    expect(await kept()).toEqual([
      expect.objectContaining({
        at: (NOON - 60) * 1000,
        entity: 'socket.ts',
        editor: 'vscode',
        isWrite: false,
      }),
      {
        user: 'max',
        at: (NOON - 30.25) * 1000,
        entity: 'socket.ts',
        type: 'file',
        category: 'coding',
        project: 'shop',
        branch: 'fix/TB-042-socket',
        language: 'TypeScript',
        editor: 'vscode',
        isWrite: true,
      },
    ]);
  });

  it('become the day: 25 a call, what is sent again counts once', async () => {
    const all = Array.from({ length: 61 }, (_, n) => beat(NOON - 3600 + n * 60));
    for (let at = 0; at < all.length; at += 25) {
      const call = all.slice(at, at + 25);
      // The first answer was lost, so the queue sends it again.
      for (const time of [1, 2]) {
        const told = await bulk(call);
        expect([time, told.status]).toEqual([time, 201]);
        expect((JSON.parse(told.text) as { responses: unknown[] }).responses).toHaveLength(call.length);
      }
    }
    expect(await kept()).toHaveLength(61);
    const day = await showDay(world, { date: 'today' });
    expect(day.entries).toMatchObject([{ ticket: 'TB-042', minutes: 60, source: 'ide' }]);
  });

  it('each has an answer of its own, in their order', async () => {
    const told = await bulk([
      beat(NOON),
      beat(NOON + 601),
      beat(NOON, { entity: null }),
      { entity: 'x' },
      'nonsense',
      null,
      beat(NOON - 5),
    ]);
    expect(told.text).toBe(
      '{"responses":[[{"data":null,"error":null},201],' +
        '[{"errors":{"time":["is in the future; check the clock"]}},400],' +
        '[{"errors":{"entity":["must be the name of a file, a domain or an application"]}},400],' +
        '[{"errors":{"time":["must be seconds since 1970"]}},400],' +
        '[{"errors":{"heartbeat":["must be an object"]}},400],' +
        '[{"errors":{"heartbeat":["must be an object"]}},400],' +
        '[{"data":null,"error":null},201]]}',
    );
    expect(await kept()).toHaveLength(2);
  });

  it('a single one, as browsers send it', async () => {
    const one = { time: NOON, entity: 'https://max@example.com:8443/secret?q=1', type: 'url', project: null };
    const told = await send('POST', '/users/current/heartbeats', one);
    expect([told.status, told.text]).toEqual([201, '{"data":null,"error":null}']);
    expect(await kept()).toMatchObject([{ entity: 'example.com', type: 'url', project: null }]);
    const bad = await send('POST', '/users/current/heartbeats', { time: 'soon', entity: 'x' });
    expect([bad.status, bad.text]).toEqual([400, '{"errors":{"time":["must be seconds since 1970"]}}']);
  });

  it('that say "as before" are about what the one before was about', async () => {
    await bulk([beat(NOON - 90)]);
    const last = { project: '<<LAST_PROJECT>>', branch: '<<LAST_BRANCH>>', language: '<<LAST_LANGUAGE>>' };
    await bulk([beat(NOON - 30, { entity: 'localhost', type: 'domain', ...last })]);
    expect((await kept()).at(-1)).toMatchObject({
      project: 'shop',
      branch: 'fix/TB-042-socket',
      language: 'TypeScript',
    });
  });

  it('of now are a sign of the person, those of an agent or of yesterday are not', async () => {
    await bulk([beat(NOON, { category: 'ai coding' })]);
    await bulk([beat(NOON - 86_400)]);
    expect(world.seen.signsOfLife).toBe(0);
    await bulk([beat(NOON), beat(NOON - 1)]);
    expect(world.seen.signsOfLife).toBe(1);
  });

  it('of an agent count where the person is known to be there, and nowhere else', async () => {
    const agent = [0, 60, 120].map((n) => beat(NOON - 600 + n, { category: 'ai coding' }));
    await bulk(agent);
    expect((await showDay(world, { date: 'today' })).entries).toEqual([]);
    const { start } = dayInterval(parseLocalDay('2026-02-10')!, 'Europe/Berlin');
    await world.stores.evidence.putPresence({
      id: world.ids.next(start),
      user: 'max',
      state: 'active',
      backend: 'test',
      zone: 'Europe/Berlin',
      start,
      end: world.clock.now(),
      open: false,
    });
    expect((await showDay(world, { date: 'today' })).entries).toMatchObject([{ minutes: 2, source: 'ide' }]);
  });

  it('are taken and thrown away while the source is paused, so that nobody sends them again', async () => {
    await pauseSource(world, { source: 'wakatime' });
    expect((await bulk([beat(NOON)])).text).toBe('{"responses":[[{"data":null,"error":null},201]]}');
    expect(await kept()).toEqual([]);
  });

  it('by the hundred thousand are kept', async () => {
    const all = Array.from({ length: 6000 }, (_, n) => ({
      time: NOON - 10_000 + n,
      entity: `f${n}`,
      branch: null,
    }));
    for (let call = 0; call < 17; call += 1) {
      const told = await bulk(all.map((one) => ({ ...one, time: one.time - call * 100_000 })));
      expect(told.status).toBe(201);
    }
    const from = { start: 0, end: world.clock.now() } as Parameters<typeof world.stores.tools.beats>[1];
    expect(await world.stores.tools.beats('max', from)).toHaveLength(102_000);
    expect(failures).toEqual([]);
  }, 60_000);
});

describe('who may tell', () => {
  const basic = (text: string): Record<string, string> => ({
    authorization: `Basic ${Buffer.from(text).toString('base64')}`,
  });
  it('the key, with and without the colon', async () => {
    expect((await bulk([], basic(KEY))).status).toBe(201);
    expect((await bulk([], basic(`${KEY}:`))).text).toBe('{"responses":[]}');
  });
  it.each([
    ['another key', basic('3f7c2a10-9d4e-4b6a-8c11-0123456789ac')],
    ['no key', { authorization: '' }],
    ['an empty key', basic('')],
    ['the token of the program', { authorization: 'Bearer the-token-of-the-folder' }],
    ['a page of another site', { origin: 'https://evil.example' }, 403],
    ['another name for this machine', { host: 'evil.example:80' }, 403],
  ])('not %s', async (_name, headers, status = 401) => {
    const told = await bulk([beat(NOON)], headers);
    expect(told.status).toBe(status);
    expect(await kept()).toEqual([]);
  });
  it('says so in the shape plugins know', async () => {
    const told = await bulk([], basic('wrong'));
    expect([told.text, told.headers['www-authenticate']]).toEqual([
      '{"error":"Unauthorized"}',
      'Basic realm="Stint"',
    ]);
  });
  it('nobody before there is a key; it is made when the source is shown, and is one the cli takes', async () => {
    await world.settings.set('editor.wakatimeKey', '');
    expect((await bulk([], basic(''))).status).toBe(401);
    const shown = (await listSources(world)).find(({ key }) => key === 'wakatime');
    const key = world.settings.get()['editor.wakatimeKey'];
    expect(key).toMatch(/^[a-f0-9]{8}-[a-f0-9]{4}-4[a-f0-9]{3}-[89ab][a-f0-9]{3}-[a-f0-9]{12}$/);
    expect(shown?.detail).toContain(`[api_urls]\n.* = ${door.url}/api/v1|${key}`);
    expect((await bulk([], basic(key))).status).toBe(201);
  });
  it('the key opens nothing else', async () => {
    const told = await send('GET', '/../status');
    expect(told.status).toBe(401);
  });
});

describe('what else plugins ask for', () => {
  it('today, in the bar at the bottom', async () => {
    await bulk(Array.from({ length: 78 }, (_, n) => beat(NOON - 77 * 60 + n * 60)));
    await showDay(world, { date: 'today' });
    const told = await send('GET', '/users/current/statusbar/today');
    expect([told.status, told.text]).toEqual([
      200,
      '{"cached_at":"2026-02-10T11:00:00.000Z","data":{"grand_total":{"text":"1 hr 17 mins","total_seconds":4620,"hours":1,"minutes":17,"digital":"1:17","decimal":"1.28"},' +
        '"categories":[],"projects":[],"languages":[],"editors":[],"operating_systems":[],"machines":[],"dependencies":[],' +
        '"range":{"date":"2026-02-10","start":"2026-02-09T23:00:00.000Z","end":"2026-02-10T23:00:00.000Z","text":"2026-02-10","timezone":"Europe/Berlin"}},"has_team_features":false}',
    ]);
  });
  it('errors of their own are counted, and not kept', async () => {
    const told = await send('POST', '/plugins/errors', { logs: '/home/max/secret', stacktrace: '…' });
    expect([told.status, told.text]).toEqual([201, '{"data":null}']);
    const state = await world.stores.sources.get('wakatime');
    expect(state?.mark).toBe('{"errors":1}');
    const shown = (await listSources(world)).find(({ key }) => key === 'wakatime');
    expect(shown?.detail).toContain('Plugins reported 1 error');
  });
  it.each([
    ['GET', BULK],
    ['POST', '/users/current/file_experts'],
    ['GET', ''],
    ['DELETE', '/users/current/heartbeats'],
  ])('%s %s is not there', async (method, path) => {
    expect((await send(method, path)).status).toBe(404);
  });
});

describe('what is no request', () => {
  it.each([
    ['half of one', '[{"time": 1', 400],
    ['no list', '{"time": 1}', 400],
    ['nothing', undefined, 400],
    ['more than a megabyte', `[${'"x",'.repeat(300_000)}"x"]`, 413],
  ])('%s', async (_name, body, status) => {
    // A body that is too long may be answered by hanging up while it is still sent.
    const told = await bulk(body).catch(() => null);
    if (told !== null || status !== 413) expect(told?.status).toBe(status);
    expect(await kept()).toEqual([]);
  });
  it('a store that fails is told as 500, so that all of it is sent again', async () => {
    const { addBeats } = world.stores.tools;
    const tools = { ...world.stores.tools, addBeats: () => Promise.reject(new Error('disk full')) };
    Object.assign(world.stores, { tools });
    expect((await bulk([beat(NOON)])).status).toBe(500);
    expect(failures).toHaveLength(1);
    Object.assign(world.stores, { tools: { ...tools, addBeats } });
    expect((await bulk([beat(NOON)])).status).toBe(201);
    expect(await kept()).toHaveLength(1);
  });
});
