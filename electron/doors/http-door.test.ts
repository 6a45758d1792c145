import { statSync } from 'node:fs';
import { STATUS_CODES } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Problem } from '#shared/values/problem.ts';
import { openCore } from './core.ts';
import { readToken } from './http/read-token.ts';
import { ensureToken } from './http/token.ts';
import { openHttpDoor } from './http-door.ts';
import { httpDoorDesk, json } from './http-door-desk.fixture.ts';
import { standInRouter } from './stand-in-router.fixture.ts';

const desk = httpDoorDesk();
const { send, bearer } = desk;

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
    expect(desk.logged).toContain('call.session.show');
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
    const before = desk.signs;
    await send('GET', '/api/status', bearer());
    expect(desk.signs).toBe(before);
    await send('POST', '/api/sessions/start', bearer());
    expect(desk.signs).toBe(before + 1);
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

describe('the token and the port', () => {
  it('keeps the token for its owner only', () => {
    expect(readToken(desk.home)).toBe(desk.token);
    expect(ensureToken(desk.home)).toBe(desk.token);
    if (process.platform !== 'win32') expect(statSync(join(desk.home, 'token')).mode & 0o777).toBe(0o600);
  });

  it('says that a port is taken', async () => {
    const core = openCore(standInRouter(), {
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      signOfLife: () => undefined,
    });
    const second = openHttpDoor({ core, token: desk.token, port: desk.port, ...desk.around });
    await expect(second).rejects.toThrow(expect.objectContaining({ code: 'conflict' }) as Problem);
  });
});
