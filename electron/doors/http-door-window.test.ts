import { describe, expect, it } from 'vitest';
import { instant } from '#shared/values/instant.ts';
import type { Told } from './http-door-desk.fixture.ts';
import { httpDoorDesk, json } from './http-door-desk.fixture.ts';

const desk = httpDoorDesk();
const { send } = desk;

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
    const link = new URL(desk.door.oneTimeUrl());
    const first = await send('GET', link.pathname + link.search);
    expect([first.status, first.headers.location]).toEqual([303, '/']);
    expect(first.headers['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Strict/);
    expect((await send('GET', '/api/status', { cookie: cookieOf(first) })).status).toBe(200);
    const again = await send('GET', link.pathname + link.search);
    expect([again.status, again.headers['set-cookie']]).toEqual([303, undefined]);
  });

  it('opens a session by POST, with the one-time key or the token', async () => {
    const key = new URL(desk.door.oneTimeUrl()).searchParams.get('token') ?? '';
    for (const one of [key, desk.token]) {
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
    const told = await send('POST', '/session', json, JSON.stringify({ token: desk.token }));
    const start = desk.now;
    desk.now = instant(start + 31 * 86_400_000);
    expect((await send('GET', '/api/status', { cookie: cookieOf(told) })).status).toBe(401);
    desk.now = start;
  });
});
