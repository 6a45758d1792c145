import { describe, expect, it } from 'vitest';
import { Stop } from '#shared/values/stop.ts';
import { googleDesk, MAX } from './google-adapter.fixture.ts';
import { apiError, html, json } from './google-answers.ts';

const ASKING = { timeoutMs: 5000 };
const desk = googleDesk();

describe('reading', () => {
  it('asks for no more than it needs, and tells Google nothing of this machine', async () => {
    const has = await desk.grant();
    const list = await desk.calendars.calendars(has, null, ASKING);
    const events = await desk.calendars.events(has, MAX, { sync: null, page: null }, ASKING);
    expect(list).toEqual({ items: [{ id: MAX, summary: MAX, primary: true }] });
    expect(events).toEqual({
      items: [{ id: 'a', summary: 'TB-042', attendees: [{ email: MAX, self: true }] }],
      nextSyncToken: 'sync-1',
    });
    const api = desk.google.arrived.filter(({ path }) => path.startsWith('/calendar/'));
    expect(api).toHaveLength(2);
    for (const { headers, query } of api) {
      expect(headers['user-agent']).toBe('Stint/1.2.3');
      expect(Object.keys(headers).filter((name) => name.startsWith('x-goog'))).toEqual([]);
      expect([query.has('timeMin'), query.has('timeMax'), query.has('orderBy')]).toEqual([
        false,
        false,
        false,
      ]);
    }
    // The access token that came with the consent is used; nothing else was asked for.
    expect(desk.google.arrived.filter(({ path }) => path === '/token')).toHaveLength(1);
  });

  it('goes on with sync and page tokens', async () => {
    const has = await desk.grant();
    const { own } = desk.google.person(MAX);
    own.pageSize = 1;
    for (const id of ['a', 'b']) own.put({ id, summary: id });
    const first = await desk.calendars.events(has, MAX, { sync: null, page: null }, ASKING);
    expect(first).toEqual({ items: [{ id: 'a', summary: 'a' }], nextPageToken: 'page-1' });
    const second = await desk.calendars.events(has, MAX, { sync: null, page: 'page-1' }, ASKING);
    expect(second).toEqual({ items: [{ id: 'b', summary: 'b' }], nextSyncToken: 'sync-2' });
    own.remove('a');
    const third = await desk.calendars.events(has, MAX, { sync: 'sync-2', page: null }, ASKING);
    expect(third).toEqual({ items: [{ id: 'a', status: 'cancelled' }], nextSyncToken: 'sync-3' });
    expect(desk.google.arrived.at(-1)?.query.get('syncToken')).toBe('sync-2');
  });

  it('renews an access token once, however many wait for it, and once when it is refused before its time', async () => {
    const has = await desk.grant();
    const tokens = (): number => desk.google.arrived.filter(({ path }) => path === '/token').length;
    await desk.calendars.close();
    desk.calendars = desk.adapter(); // the program was started again
    const all = Array.from({ length: 5 }, () => desk.calendars.calendars(has, null, ASKING));
    expect(await Promise.all(all)).toHaveLength(5);
    expect(tokens()).toBe(2);
    desk.google.expireAccess();
    await desk.calendars.calendars(has, null, ASKING);
    expect(tokens()).toBe(3);
    // A server that refuses what it has just handed out is not asked for ever.
    desk.google.instead.push(
      apiError(401, 'authError', 'Invalid Credentials'),
      apiError(401, 'authError', 'Invalid Credentials'),
    );
    await expect(desk.calendars.calendars(has, null, ASKING)).rejects.toMatchObject({
      kind: 'reconnect',
      status: 401,
    });
    expect(tokens()).toBe(4);
  });

  it('keeps the refresh token when a renewal brings none, and tells of another one', async () => {
    const has = await desk.grant();
    desk.google.expireAccess();
    await desk.calendars.calendars(has, null, ASKING);
    expect(has.renewals).toEqual([]);
    desk.google.expireAccess();
    desk.google.oauth.rotateNext = true;
    await desk.calendars.calendars(has, null, ASKING);
    expect(has.renewals).toEqual([[...desk.google.oauth.refresh.keys()].at(-1)]);
  });

  it('tells a permission that is over from all else, after one try', async () => {
    const has = await desk.grant();
    desk.google.expireAccess();
    desk.google.oauth.refresh.clear();
    const before = desk.google.arrived.length;
    await expect(desk.calendars.calendars(has, null, ASKING)).rejects.toMatchObject({
      kind: 'reconnect',
      message: 'Token has been expired or revoked.',
    });
    expect(desk.google.arrived.slice(before).map(({ path }) => path)).toEqual([
      '/calendar/v3/users/me/calendarList',
      '/token',
    ]);
  });

  it.each([
    ['limited', apiError(403, 'rateLimitExceeded', 'Rate Limit Exceeded'), null],
    [
      'limited',
      apiError(403, 'userRateLimitExceeded', 'User Rate Limit Exceeded', { 'retry-after': '7' }),
      7000,
    ],
    [
      'limited',
      json(429, { error: { code: 429, message: 'Quota exceeded', status: 'RESOURCE_EXHAUSTED' } }),
      null,
    ],
    ['passing', apiError(500, 'backendError', 'Backend Error'), null],
    ['passing', html(503, 'Service Unavailable'), null],
    ['reconnect', apiError(403, 'insufficientPermissions', 'Insufficient Permission'), null],
    [
      'client',
      apiError(403, 'accessNotConfigured', 'Google Calendar API has not been used in project 1 before'),
      null,
    ],
    ['refused', apiError(403, 'forbidden', 'Forbidden'), null],
    ['missing', apiError(404, 'notFound', 'Not Found'), null],
    [
      'gone',
      apiError(410, 'fullSyncRequired', 'Sync token is no longer valid, a full sync is required.'),
      null,
    ],
    ['refused', apiError(400, 'invalid', 'Bad Request'), null],
    ['unreached', { status: 302, headers: { location: 'https://hotel.example/login' }, body: '' }, null],
  ] as const)('says %s for what Google answers (%#)', async (kind, answer, retryAfterMs) => {
    const has = await desk.grant();
    const before = desk.google.arrived.length;
    desk.google.instead.push(answer);
    await expect(desk.calendars.calendars(has, null, ASKING)).rejects.toMatchObject({ kind, retryAfterMs });
    // How often it is tried again is decided elsewhere.
    expect(desk.google.arrived.length - before).toBe(1);
  });

  it('hands on what is no answer of Google for others to judge', async () => {
    const has = await desk.grant();
    desk.google.instead.push(html(200, 'Welcome to the hotel'));
    expect(await desk.calendars.calendars(has, null, ASKING)).toContain('hotel');
  });

  it('says when nobody is there, in time, and when it is called off; no failure holds a token', async () => {
    const has = await desk.grant();
    const nobody = { ...has, client: desk.client({ apiUrl: 'http://127.0.0.1:1' }) };
    const failure = await desk.calendars.calendars(nobody, null, ASKING).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'GoogleFailure', kind: 'unreached' });
    const stop = new Stop();
    stop.now();
    await expect(desk.calendars.calendars(has, null, { ...ASKING, stop })).rejects.toMatchObject({
      kind: 'unreached',
    });
    const all =
      JSON.stringify(failure, Object.getOwnPropertyNames(failure)) + String((failure as Error).cause);
    for (const token of [...desk.google.oauth.access.keys(), has.refreshToken])
      expect(all).not.toContain(token);
  });

  it('refuses a client whose secret is wrong', async () => {
    const has = await desk.grant({ secret: 'wrong' });
    desk.google.expireAccess();
    await expect(desk.calendars.calendars(has, null, ASKING)).rejects.toMatchObject({ kind: 'client' });
  });

  it('gives a permission back without writing it into an address', async () => {
    const has = await desk.grant();
    await desk.calendars.revoke(has.client, has.refreshToken, ASKING);
    expect(desk.google.oauth.refresh.size).toBe(0);
    const asked = desk.google.arrived.at(-1)!;
    expect([asked.target, asked.body]).toEqual(['/revoke', `token=${encodeURIComponent(has.refreshToken)}`]);
    await expect(desk.calendars.revoke(has.client, has.refreshToken, ASKING)).rejects.toMatchObject({
      kind: 'refused',
    });
  });
});
