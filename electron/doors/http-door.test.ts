import { mkdtempSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { request, STATUS_CODES } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instant } from '#shared/values/instant.ts';
import { type Problem } from '#shared/values/problem.ts';
import { openCore } from './core.ts';
import { readToken } from './http/read-token.ts';
import { ensureToken } from './http/token.ts';
import type { HttpDoor } from './http-door.ts';
import { openHttpDoor } from './http-door.ts';
import { NO_EDITORS } from './no-editors.fixture.ts';
import { standInRouter } from './stand-in-router.fixture.ts';

interface Told {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly json: Record<string, unknown>;
}

const home = mkdtempSync(join(tmpdir(), 'stint-door-'));
const windowFolder = join(home, 'window');
const logged: string[] = [];
const heard: unknown[] = [];
const hear = async (event: unknown): Promise<void> => void heard.push(event);
const dashboards = { open: async () => null, failed: () => undefined };
const mcp = async () => ({});
let signs = 0;
let now = instant(Date.UTC(2026, 1, 10, 9));
let monotonic = 0;
const clock = { now: () => now, monotonicMs: () => monotonic };
let door: HttpDoor;
let token: string;
let port: number;

beforeAll(async () => {
  mkdirSync(join(windowFolder, 'assets'), { recursive: true });
  writeFileSync(join(windowFolder, 'index.html'), '<!doctype html><title>Stint</title>');
  writeFileSync(join(windowFolder, 'assets', 'app.js'), 'export {}');
  writeFileSync(join(home, 'secret.js'), 'nothing to see');
  token = ensureToken(home);
  const log = { info: () => undefined, warn: () => undefined, error: (event: string) => logged.push(event) };
  const core = openCore(standInRouter(), { log, signOfLife: () => (signs += 1) });
  const desks = { hear, editors: NO_EDITORS, dashboards, mcp };
  door = await openHttpDoor({ core, token, clock, port: 0, windowFolder, ...desks });
  port = Number(new URL(door.url).port);
});
afterAll(async () => {
  await door.close();
  rmSync(home, { recursive: true });
});

/** A request as a program that may send any header would make it. */
function send(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string | Buffer,
): Promise<Told> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, agent: false, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        const isJson = text !== '' && response.headers['content-type']?.includes('json') === true;
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text,
          json: isJson ? (JSON.parse(text) as Told['json']) : {},
        });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
const bearer = (): Record<string, string> => ({ authorization: `Bearer ${token}` });
const json = { 'content-type': 'application/json' };

describe('hooks of an agent', () => {
  const event = { session_id: 'ses-1', hook_event_name: 'Stop', tomorrow: { x: 1 } };
  it('are heard with 204 and not a word, and are no sign of the person', async () => {
    const before = signs;
    const told = await send('POST', '/hooks/claude', { ...bearer(), ...json }, JSON.stringify(event));
    expect([told.status, told.text]).toEqual([204, '']);
    expect(heard).toEqual([event]);
    expect(signs).toBe(before);
  });
  it.each([
    ['without the token', false, '{}', 401],
    ['broken', true, '{"session_id":', 400],
    ['too long', true, Buffer.alloc(17 * 1024 * 1024, ' '), 413],
  ])('%s: refused', async (_name, known, body, status) => {
    heard.length = 0;
    const headers = known ? bearer() : {};
    const told = await send('POST', '/hooks/claude', { ...json, ...headers }, body).catch(() => null);
    // A body that is too long may be answered by hanging up while it is still sent.
    if (told !== null || status !== 413) expect(told?.status).toBe(status);
    expect(heard).toEqual([]);
  });
  it('what is no event is thrown away', async () => {
    heard.length = 0;
    for (const body of ['[]', '5', 'null', ''])
      expect((await send('POST', '/hooks/claude', { ...bearer(), ...json }, body)).status).toBe(204);
    expect(heard).toEqual([]);
    expect((await send('GET', '/hooks/claude', bearer())).status).toBe(404);
  });
});

describe('who may come in', () => {
  it('lets in who holds the token', async () => {
    const told = await send('GET', '/api/status', bearer());
    expect([told.status, told.json]).toEqual([
      200,
      { running: null, today: 90, presence: { state: 'unknown', backend: 'cli' } },
    ]);
  });

  it.each([
    ['no token', {}],
    ['another token', { authorization: `Bearer ${'x'.repeat(43)}` }],
    ['half a token', { authorization: 'Bearer abc' }],
    ['another scheme', { authorization: 'Basic abc' }],
    ['a made-up session', { cookie: `stint_session=zzzzzzz.${'a'.repeat(43)}` }],
  ])('refuses %s', async (_name, headers) => {
    const told = await send('GET', '/api/status', headers);
    expect([told.status, told.json['code']]).toEqual([401, 'unauthorised']);
    expect(told.headers['www-authenticate']).toMatch(/^Bearer/);
    expect(told.json['remedy']).not.toBe('');
  });

  it.each(['evil.example', 'evil.example:7847', '127.0.0.1', '127.0.0.1:1', '[::1]:80'])(
    'refuses the Host %j',
    async (host) => {
      const told = await send('GET', '/api/status', { ...bearer(), host });
      expect([told.status, told.json['code']]).toEqual([403, 'unauthorised']);
    },
  );

  it.each(['https://evil.example', 'null', 'http://127.0.0.1:1', 'http://localhost'])(
    'refuses the Origin %s',
    async (origin) => {
      expect((await send('POST', '/api/sessions/start', { ...bearer(), ...json, origin }, '{}')).status).toBe(
        403,
      );
    },
  );

  it('takes its own Origin, by either name', async () => {
    for (const name of ['127.0.0.1', 'localhost']) {
      const at = `${name}:${port}`;
      expect(
        (await send('GET', '/api/status', { ...bearer(), host: at, origin: `http://${at}` })).status,
      ).toBe(200);
    }
  });

  it('refuses a page of another site, also without an Origin', async () => {
    expect(
      (
        await send('GET', '/api/status', {
          ...bearer(),
          'sec-fetch-site': 'cross-site',
          'sec-fetch-mode': 'no-cors',
        })
      ).status,
    ).toBe(403);
    expect(
      (
        await send('GET', '/api/status', {
          ...bearer(),
          'sec-fetch-site': 'same-site',
          'sec-fetch-mode': 'navigate',
        })
      ).status,
    ).toBe(403);
  });

  it('says nothing to a preflight that would let other sites in', async () => {
    const told = await send('OPTIONS', '/api/status', {
      origin: 'https://evil.example',
      'access-control-request-method': 'POST',
    });
    expect(Object.keys(told.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(told.status).toBe(403);
  });
});

describe('what is sent', () => {
  it('refuses a body over 1 MB, declared or not', async () => {
    const big = Buffer.alloc(1024 * 1024 + 1, 32);
    const declared = await send('POST', '/api/sessions/start', {
      ...bearer(),
      ...json,
      'content-length': String(5_000_000),
    });
    expect([declared.status, declared.json['code']]).toEqual([413, 'usage']);
    const chunked = await send(
      'POST',
      '/api/sessions/start',
      { ...bearer(), ...json, 'transfer-encoding': 'chunked' },
      big,
    ).catch(
      // The door may hang up while the rest is still being sent.
      (error: NodeJS.ErrnoException) => ({
        status: ['ECONNRESET', 'EPIPE'].includes(error.code ?? '') ? 413 : 0,
      }),
    );
    expect(chunked.status).toBe(413);
  });

  it.each([
    ['half an object', '{"what":'],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0x22])],
  ])('refuses %s', async (_name, body) => {
    const told = await send('POST', '/api/sessions/start', { ...bearer(), ...json }, body);
    expect([told.status, told.json['code']]).toEqual([400, 'usage']);
    expect(told.json['detail']).toContain('not valid JSON');
  });

  it('refuses what is not marked as JSON: a form on another page could have sent it', async () => {
    const told = await send(
      'POST',
      '/api/sessions/start',
      { ...bearer(), 'content-type': 'text/plain' },
      '{}',
    );
    expect([told.status, told.json['code']]).toEqual([415, 'usage']);
  });

  it('names the field a schema refused', async () => {
    const told = await send('GET', '/api/sessions?limit=0', bearer());
    expect([told.status, told.json['code']]).toEqual([400, 'usage']);
    expect(told.json['detail']).toContain('"limit"');
  });

  it('takes no body for no input', async () => {
    expect((await send('POST', '/api/sessions/start', bearer())).json['title']).toBe('no words');
  });
});

describe('what is answered', () => {
  it('carries a refusal with its status and remedy', async () => {
    const told = await send('POST', '/api/sessions/stop', bearer());
    expect(told.status).toBe(422);
    expect(told.headers['content-type']).toBe('application/problem+json');
    expect(told.json).toEqual({
      type: 'urn:stint:problem:refused',
      title: 'A rule of the timesheet forbids it',
      status: 422,
      detail: 'No session is running.',
      code: 'refused',
      remedy: 'Start one.',
    });
  });

  it.each([
    ['without the token', 401, 'GET', '/status', { authorization: '' }, undefined],
    ['for another host', 403, 'GET', '/status', { host: 'evil.example' }, undefined],
    ['where nothing is', 404, 'GET', '/nothing', {}, undefined],
    ['by another method', 405, 'DELETE', '/status', {}, undefined],
    ['with too long a body', 413, 'POST', '/sessions/start', { 'content-length': '5000000' }, undefined],
    ['with a form', 415, 'POST', '/sessions/start', { 'content-type': 'text/plain' }, 'what=1'],
  ])(
    'says %s what HTTP has a status for, as a problem',
    async (_when, status, method, path, headers, body) => {
      const told = await send(method, `/api${path}`, { ...bearer(), ...json, ...headers }, body);
      expect([told.status, told.headers['content-type']]).toEqual([status, 'application/problem+json']);
      expect(told.json).toMatchObject({
        status,
        detail: expect.stringMatching(/\.$/) as string,
        remedy: expect.stringMatching(/./) as string,
      });
      const isOurKind = status === 401 || status === 404;
      expect(told.json['type']).toMatch(isOurKind ? /^urn:stint:problem:/ : /^about:blank$/);
      if (!isOurKind) expect(told.json['title']).toBe(STATUS_CODES[status]);
    },
  );

  it('says by which methods an address is asked', async () => {
    expect((await send('DELETE', '/api/status', bearer())).headers.allow).toBe('GET, HEAD');
    expect((await send('PUT', '/api/sessions/start', bearer())).headers.allow).toBe('POST, GET, HEAD');
    expect((await send('POST', '/api/openapi.json', bearer())).headers.allow).toBe('GET, HEAD');
    const head = await send('HEAD', '/api/status', bearer());
    expect([head.status, head.headers['content-type'], head.text]).toEqual([200, 'application/json', '']);
  });

  it('keeps the details of a bug for the log', async () => {
    const told = await send('GET', '/api/sessions/12345678', bearer());
    expect([told.status, told.json['code']]).toEqual([500, 'failed']);
    expect(told.text).not.toContain('secret');
    expect(logged).toContain('call.session.show');
  });

  it('knows no other address', async () => {
    const told = await send('GET', '/api/nothing', bearer());
    expect([told.status, told.json['code']]).toEqual([404, 'not-found']);
    expect((await send('DELETE', '/index.html', bearer())).status).toBe(404);
  });

  it('refuses to change anything by GET', async () => {
    expect((await send('GET', '/rpc/session/start?data=%7B%22json%22%3A%7B%7D%7D', bearer())).status).toBe(
      405,
    );
  });

  it('speaks RPC to the window, with declared errors', async () => {
    const told = await send('POST', '/rpc/session/stop', { ...bearer(), ...json }, '{"json":{}}');
    expect([told.status, told.json['json']]).toEqual([
      422,
      expect.objectContaining({ defined: true, code: 'REFUSED', data: { remedy: 'Start one.' } }),
    ]);
  });

  it('takes a write as a sign of life, a read not', async () => {
    const before = signs;
    await send('GET', '/api/status', bearer());
    expect(signs).toBe(before);
    await send('POST', '/api/sessions/start', bearer());
    expect(signs).toBe(before + 1);
  });

  it('describes itself as OpenAPI 3.1', async () => {
    const told = await send('GET', '/api/openapi.json', bearer());
    expect(told.json['openapi']).toMatch(/^3\.1/);
    expect(Object.keys(told.json['paths'] as object)).toContain('/sessions/start');
  });

  it('carries the security headers everywhere', async () => {
    for (const path of ['/', '/api/status', '/nothing.js']) {
      const { headers } = await send('GET', path);
      expect(headers['content-security-policy']).toContain("script-src 'self'");
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-frame-options']).toBe('DENY');
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });
});

describe('who asks too often', () => {
  const ask = async (times: number, path: string, headers: Record<string, string>): Promise<Told[]> => {
    const all: Told[] = [];
    for (let done = 0; done < times; done += 50)
      all.push(...(await Promise.all(Array.from({ length: 50 }, () => send('GET', path, headers)))));
    return all;
  };
  const statuses = (all: readonly Told[]): Record<number, number> => {
    const counts: Record<number, number> = {};
    for (const { status } of all) counts[status] = (counts[status] ?? 0) + 1;
    return counts;
  };

  it('is told when to come again, and the window and other doors go on', async () => {
    monotonic += 60_000;
    const all = await ask(1250, '/api/status', bearer());
    expect(statuses(all)).toEqual({ 200: 1200, 429: 50 });
    expect(all[0]?.headers['ratelimit-policy']).toBe('"known";q=1200;w=4');
    const refused = await send('GET', '/api/status', bearer());
    expect([refused.status, refused.headers['retry-after'], refused.headers['ratelimit']]).toEqual([
      429,
      '1',
      '"known";r=0;t=4',
    ]);
    expect(refused.json).toMatchObject({ type: 'about:blank', title: 'Too Many Requests', code: 'refused' });
    const rpc = await send('POST', '/rpc/session/status', { ...bearer(), ...json }, '{"json":{}}');
    expect(rpc.status).toBe(200);
    monotonic += 1000;
    expect((await send('GET', '/api/status', bearer())).headers['ratelimit']).toBe('"known";r=299;t=4');
    monotonic += 60_000;
  });

  it('with a wrong token is stopped much sooner, and keeps nobody out who has a good one', async () => {
    monotonic += 60_000;
    const wrong = { authorization: `Bearer ${'x'.repeat(43)}` };
    expect(statuses(await ask(350, '/api/status', wrong))).toEqual({ 401: 300, 429: 50 });
    expect((await send('POST', '/session', json, '{"token":"no"}')).status).toBe(429);
    expect(
      (await send('POST', '/rpc/session/status', { ...wrong, ...json }, '{"json":{}}')).json,
    ).toMatchObject({
      error: { code: 'refused' },
    });
    expect((await send('GET', '/api/status', bearer())).status).toBe(200);
    // A window of an earlier host has no token at all: it goes on to learn that it is not known.
    expect((await send('POST', '/rpc/session/status', json, '{"json":{}}')).status).toBe(401);
    monotonic += 60_000;
  });
});

describe('the window in the browser', () => {
  const cookieOf = (told: Told): string => (told.headers['set-cookie']?.[0] ?? '').split(';', 1)[0] ?? '';

  it('serves the page, its assets and its own addresses', async () => {
    expect((await send('GET', '/')).text).toContain('Stint');
    expect((await send('GET', '/week')).text).toContain('Stint');
    const asset = await send('GET', '/assets/app.js');
    expect([asset.status, asset.headers['content-type'], asset.headers['cache-control']]).toEqual([
      200,
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
    ]);
  });

  it.each([
    '/../secret.js',
    '/%2e%2e/secret.js',
    '/assets/..%2f..%2fsecret.js',
    '/%00.js',
    '/..%5csecret.js',
    '/%',
  ])('serves nothing outside: %s', async (path) => {
    const told = await send('GET', path);
    expect(told.text).not.toContain('nothing to see');
    expect(told.status).toBe(404);
  });

  it('turns the one-time link into a cookie, once', async () => {
    const link = new URL(door.oneTimeUrl());
    const first = await send('GET', link.pathname + link.search);
    expect([first.status, first.headers.location]).toEqual([303, '/']);
    expect(first.headers['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Strict/);
    expect((await send('GET', '/api/status', { cookie: cookieOf(first) })).status).toBe(200);
    const again = await send('GET', link.pathname + link.search);
    expect([again.status, again.headers['set-cookie']]).toEqual([303, undefined]);
  });

  it('opens a session by POST, with the one-time key or the token', async () => {
    const key = new URL(door.oneTimeUrl()).searchParams.get('token') ?? '';
    for (const one of [key, token]) {
      const told = await send('POST', '/session', json, JSON.stringify({ token: one }));
      expect(told.status).toBe(204);
      expect(
        (await send('POST', '/rpc/session/status', { cookie: cookieOf(told), ...json }, '{"json":{}}'))
          .status,
      ).toBe(200);
    }
    for (const body of [JSON.stringify({ token: key }), '{"token":7}', '[]', 'null']) {
      expect((await send('POST', '/session', json, body)).status).toBe(401);
    }
  });

  it('forgets a browser after 30 days', async () => {
    const told = await send('POST', '/session', json, JSON.stringify({ token }));
    const start = now;
    now = instant(start + 31 * 86_400_000);
    expect((await send('GET', '/api/status', { cookie: cookieOf(told) })).status).toBe(401);
    now = start;
  });
});

describe('the token and the port', () => {
  it('keeps the token for its owner only', () => {
    expect(readToken(home)).toBe(token);
    expect(ensureToken(home)).toBe(token);
    if (process.platform !== 'win32') expect(statSync(join(home, 'token')).mode & 0o777).toBe(0o600);
  });

  it('says that a port is taken', async () => {
    const core = openCore(standInRouter(), {
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      signOfLife: () => undefined,
    });
    const second = openHttpDoor({
      core,
      token,
      clock,
      port,
      windowFolder,
      hear,
      editors: NO_EDITORS,
      dashboards,
      mcp,
    });
    await expect(second).rejects.toThrow(expect.objectContaining({ code: 'conflict' }) as Problem);
  });
});
