import { describe, expect, it } from 'vitest';
import type { Told } from './http-door-desk.fixture.ts';
import { httpDoorDesk, json } from './http-door-desk.fixture.ts';

const desk = httpDoorDesk();
const { send, bearer } = desk;

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
      const at = `${name}:${desk.port}`;
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
    desk.monotonic += 60_000;
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
    desk.monotonic += 1000;
    expect((await send('GET', '/api/status', bearer())).headers['ratelimit']).toBe('"known";r=299;t=4');
    desk.monotonic += 60_000;
  });

  it('with a wrong token is stopped much sooner, and keeps nobody out who has a good one', async () => {
    desk.monotonic += 60_000;
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
    desk.monotonic += 60_000;
  });
});
