// Google's library on our network, against a Google of our own.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  GoogleCalendars,
  GoogleClient,
  GoogleConsent,
  GoogleGrant,
} from '#shared/ports/google-calendars.ts';
import { Problem } from '#shared/values/problem.ts';
import { Stop } from '#shared/values/stop.ts';
import { createGoogleCalendars } from '../../../electron/adapters/google/google-calendars.ts';
import { createHttp } from '../../../electron/adapters/http.ts';
import { createSystemClock } from '../../../electron/adapters/system-clock.ts';
import { until } from '../wait.ts';
import { answerConsent, open } from './consent-browser.ts';
import type { FakeGoogle } from './fake-google.ts';
import { startGoogle } from './fake-google.ts';
import { apiError, html, json } from './google-answers.ts';

const MAX = 'max@acme.com';
const ASKING = { timeoutMs: 5000 };
let google: FakeGoogle;
let calendars: GoogleCalendars & { close(): Promise<void> };
let opened: string[];
let kept: GoogleConsent[];

const adapter = (more: { stays?: boolean; patienceMs?: number } = {}) =>
  createGoogleCalendars({
    http: createHttp(() => '1.2.3'),
    clock: createSystemClock(),
    browse: async (address) => void opened.push(address),
    stays: true,
    ...more,
  });
const keep = async (consent: GoogleConsent): Promise<void> => void kept.push(consent);

beforeEach(async () => {
  google = await startGoogle();
  google.person(MAX).own.put({
    id: 'a',
    summary: 'TB-042',
    attendees: [{ email: MAX, self: true, displayName: 'Max' }],
    description: 'private',
  });
  [opened, kept] = [[], []];
  calendars = adapter();
});
afterEach(async () => {
  await calendars.close();
  await google.close();
});

const client = (change: Partial<GoogleClient> = {}): GoogleClient => ({
  id: google.oauth.client.id,
  secret: google.oauth.client.secret,
  authUrl: google.settings['google.authUrl'],
  tokenUrl: google.settings['google.tokenUrl'],
  apiUrl: google.settings['google.apiUrl'],
  ...change,
});
/** Connects, and gives what is kept of it. */
async function grant(
  change: Partial<GoogleClient> = {},
): Promise<GoogleGrant & { readonly renewals: string[] }> {
  const { address } = await calendars.askConsent(client(), keep);
  await answerConsent(address, { as: MAX });
  const renewals: string[] = [];
  return {
    client: client(change),
    refreshToken: kept.at(-1)!.refreshToken,
    renewals,
    renewed: async (token) => void renewals.push(token),
  };
}
const isClosed = (address: string): Promise<boolean> =>
  fetch(address).then(
    () => false,
    () => true,
  );
const wayBack = (address: string): URL => new URL(new URL(address).searchParams.get('redirect_uri')!);

describe('consent', () => {
  it('is asked for narrowly, with state and PKCE, and comes back to this machine', async () => {
    const { address, expiresAt } = await calendars.askConsent(client(), keep);
    const query = new URL(address).searchParams;
    expect(opened).toEqual([address]);
    expect(query.get('scope')).toBe(
      'https://www.googleapis.com/auth/calendar.events.readonly https://www.googleapis.com/auth/calendar.calendarlist.readonly',
    );
    expect([query.get('code_challenge_method'), query.get('access_type'), query.get('prompt')]).toEqual([
      'S256',
      'offline',
      'consent',
    ]);
    expect(query.get('redirect_uri')).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(address).not.toContain(google.oauth.client.secret);
    expect(expiresAt - Date.now()).toBeGreaterThan(4 * 60_000);

    const shown = await answerConsent(address, { as: MAX });
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('Your calendar is connected');
    expect(kept).toEqual([
      { refreshToken: expect.stringMatching(/^1\/\/refresh/), scopes: query.get('scope')!.split(' ') },
    ]);
    expect(google.oauth.refresh.has(kept[0]!.refreshToken)).toBe(true);
    await until('the way back to be shut', () => isClosed(shown.address));
  });

  it('is shown in the language of the browser, runs nothing and is not kept', async () => {
    const { address } = await calendars.askConsent(client(), keep);
    const shown = await answerConsent(address, { as: MAX, language: 'de-DE,de;q=0.9,en;q=0.8' });
    expect(shown.text).toContain('Dein Kalender ist verbunden');
    expect(shown.text).toContain('<html lang="de">');
    expect(shown.text).not.toMatch(/<script|https?:\/\//);
  });

  it('with another state is refused, and the person is still waited for', async () => {
    const { address } = await calendars.askConsent(client(), keep);
    for (const change of [{ state: 'guessed-by-another-program-here' }, { state: '' }]) {
      const shown = await answerConsent(address, { as: MAX, change });
      expect([shown.status, kept]).toEqual([400, []]);
      expect(shown.text).toContain('not what Stint is waiting for');
    }
    expect(google.arrived.some(({ path }) => path === '/token')).toBe(false);
    expect((await answerConsent(address, { as: MAX })).status).toBe(200);
    expect(kept).toHaveLength(1);
  });

  it('answers nobody else: other paths, other names of this machine, other methods', async () => {
    const { address } = await calendars.askConsent(client(), keep);
    const back = wayBack(address);
    const state = new URL(address).searchParams.get('state')!;
    expect((await fetch(new URL('/favicon.ico', back))).status).toBe(404);
    expect((await fetch(`${back.href}?state=${state}&code=x`, { method: 'POST' })).status).toBe(404);
    back.hostname = 'localhost';
    const asLocalhost = await fetch(`${back.href}?state=${state}&code=x`).then(
      ({ status }) => status,
      () => 404,
    );
    expect([asLocalhost, kept]).toEqual([404, []]);
  });

  it('may be declined: nothing is kept', async () => {
    const { address } = await calendars.askConsent(client(), keep);
    expect((await answerConsent(address, {})).text).toContain('You did not allow it');
    expect(kept).toEqual([]);
    expect((await calendars.askConsent(client(), keep)).address).not.toBe(address);
  });

  it('that cannot be kept says why, on a page nobody can write code into', async () => {
    const { address } = await calendars.askConsent(client(), async () => {
      throw new Problem('refused', 'It is <b>not</b> yours.', 'Choose "another".');
    });
    const shown = await answerConsent(address, { as: MAX });
    expect(shown.status).toBe(502);
    expect(shown.text).toContain('It is &#60;b&#62;not&#60;/b&#62; yours. Choose &#34;another&#34;.');
  });

  it('with a code that is none is told as it is', async () => {
    const { address } = await calendars.askConsent(client(), keep);
    const state = new URL(address).searchParams.get('state')!;
    const shown = await open(`${wayBack(address).href}?state=${state}&code=4/never-given`);
    expect(shown.text).toContain('Google did not give the permission');
    expect(kept).toEqual([]);
  });

  it('with a wrong secret of the client says what to check', async () => {
    const { address } = await calendars.askConsent(client({ secret: 'wrong' }), keep);
    expect((await answerConsent(address, { as: MAX })).text).toContain('google.clientId');
  });

  it('shows the same when the page is loaded again before it is shown', async () => {
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const { address } = await calendars.askConsent(client(), async (consent) => {
      await held;
      await keep(consent);
    });
    const first = answerConsent(address, { as: MAX });
    await until('the code to be changed', () => google.arrived.some(({ path }) => path === '/token'));
    const state = new URL(address).searchParams.get('state')!;
    const second = open(`${wayBack(address).href}/?state=${state}&code=whatever`.replace('//?', '/?'));
    goOn();
    expect((await first).text).toContain('connected');
    // The way back may be shut by then; a second exchange never happens.
    await second.then(
      ({ text }) => expect(text).toContain('connected'),
      () => undefined,
    );
    expect(kept).toHaveLength(1);
  });

  it('waits only so long', async () => {
    calendars = adapter({ patienceMs: 60 });
    const { address } = await calendars.askConsent(client(), keep);
    const back = wayBack(address).href;
    await until('the way back to be shut', () => isClosed(back));
    expect((await calendars.askConsent(client(), keep)).address).not.toBe(address);
  });

  it('is asked for once at a time: the same page is opened again, another client takes its place', async () => {
    const [one, two] = await Promise.all([
      calendars.askConsent(client(), keep),
      calendars.askConsent(client(), keep),
    ]);
    expect(two).toEqual(one);
    expect(opened).toEqual([one.address, one.address]);
    const other = await calendars.askConsent(client({ id: 'other' }), keep);
    expect(other.address).not.toBe(one.address);
    expect(await isClosed(wayBack(one.address).href)).toBe(true);
  });

  it('goes on without a browser that opens by itself, and ends with the program', async () => {
    calendars = createGoogleCalendars({
      http: createHttp(() => '1.2.3'),
      clock: createSystemClock(),
      browse: () => Promise.reject(new Error('no browser')),
      stays: true,
    });
    const { address } = await calendars.askConsent(client(), keep);
    await calendars.close();
    expect(await isClosed(wayBack(address).href)).toBe(true);
  });

  it('is not asked for by a single command, which would not be there any more', async () => {
    calendars = adapter({ stays: false });
    await expect(calendars.askConsent(client(), keep)).rejects.toMatchObject({
      code: 'refused',
      remedy: expect.stringContaining('stint serve'),
    });
  });
});

describe('reading', () => {
  it('asks for no more than it needs, and tells Google nothing of this machine', async () => {
    const has = await grant();
    const list = await calendars.calendars(has, null, ASKING);
    const events = await calendars.events(has, MAX, { sync: null, page: null }, ASKING);
    expect(list).toEqual({ items: [{ id: MAX, summary: MAX, primary: true }] });
    expect(events).toEqual({
      items: [{ id: 'a', summary: 'TB-042', attendees: [{ email: MAX, self: true }] }],
      nextSyncToken: 'sync-1',
    });
    const api = google.arrived.filter(({ path }) => path.startsWith('/calendar/'));
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
    expect(google.arrived.filter(({ path }) => path === '/token')).toHaveLength(1);
  });

  it('goes on with sync and page tokens', async () => {
    const has = await grant();
    const { own } = google.person(MAX);
    own.pageSize = 1;
    for (const id of ['a', 'b']) own.put({ id, summary: id });
    const first = await calendars.events(has, MAX, { sync: null, page: null }, ASKING);
    expect(first).toEqual({ items: [{ id: 'a', summary: 'a' }], nextPageToken: 'page-1' });
    const second = await calendars.events(has, MAX, { sync: null, page: 'page-1' }, ASKING);
    expect(second).toEqual({ items: [{ id: 'b', summary: 'b' }], nextSyncToken: 'sync-2' });
    own.remove('a');
    const third = await calendars.events(has, MAX, { sync: 'sync-2', page: null }, ASKING);
    expect(third).toEqual({ items: [{ id: 'a', status: 'cancelled' }], nextSyncToken: 'sync-3' });
    expect(google.arrived.at(-1)?.query.get('syncToken')).toBe('sync-2');
  });

  it('renews an access token once, however many wait for it, and once when it is refused before its time', async () => {
    const has = await grant();
    const tokens = (): number => google.arrived.filter(({ path }) => path === '/token').length;
    await calendars.close();
    calendars = adapter(); // the program was started again
    const all = Array.from({ length: 5 }, () => calendars.calendars(has, null, ASKING));
    expect(await Promise.all(all)).toHaveLength(5);
    expect(tokens()).toBe(2);
    google.expireAccess();
    await calendars.calendars(has, null, ASKING);
    expect(tokens()).toBe(3);
    // A server that refuses what it has just handed out is not asked for ever.
    google.instead.push(
      apiError(401, 'authError', 'Invalid Credentials'),
      apiError(401, 'authError', 'Invalid Credentials'),
    );
    await expect(calendars.calendars(has, null, ASKING)).rejects.toMatchObject({
      kind: 'reconnect',
      status: 401,
    });
    expect(tokens()).toBe(4);
  });

  it('keeps the refresh token when a renewal brings none, and tells of another one', async () => {
    const has = await grant();
    google.expireAccess();
    await calendars.calendars(has, null, ASKING);
    expect(has.renewals).toEqual([]);
    google.expireAccess();
    google.oauth.rotateNext = true;
    await calendars.calendars(has, null, ASKING);
    expect(has.renewals).toEqual([[...google.oauth.refresh.keys()].at(-1)]);
  });

  it('tells a permission that is over from all else, after one try', async () => {
    const has = await grant();
    google.expireAccess();
    google.oauth.refresh.clear();
    const before = google.arrived.length;
    await expect(calendars.calendars(has, null, ASKING)).rejects.toMatchObject({
      kind: 'reconnect',
      message: 'Token has been expired or revoked.',
    });
    expect(google.arrived.slice(before).map(({ path }) => path)).toEqual([
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
    const has = await grant();
    const before = google.arrived.length;
    google.instead.push(answer);
    await expect(calendars.calendars(has, null, ASKING)).rejects.toMatchObject({ kind, retryAfterMs });
    // How often it is tried again is decided elsewhere.
    expect(google.arrived.length - before).toBe(1);
  });

  it('hands on what is no answer of Google for others to judge', async () => {
    const has = await grant();
    google.instead.push(html(200, 'Welcome to the hotel'));
    expect(await calendars.calendars(has, null, ASKING)).toContain('hotel');
  });

  it('says when nobody is there, in time, and when it is called off; no failure holds a token', async () => {
    const has = await grant();
    const nobody = { ...has, client: client({ apiUrl: 'http://127.0.0.1:1' }) };
    const failure = await calendars.calendars(nobody, null, ASKING).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'GoogleFailure', kind: 'unreached' });
    const stop = new Stop();
    stop.now();
    await expect(calendars.calendars(has, null, { ...ASKING, stop })).rejects.toMatchObject({
      kind: 'unreached',
    });
    const all =
      JSON.stringify(failure, Object.getOwnPropertyNames(failure)) + String((failure as Error).cause);
    for (const token of [...google.oauth.access.keys(), has.refreshToken]) expect(all).not.toContain(token);
  });

  it('refuses a client whose secret is wrong', async () => {
    const has = await grant({ secret: 'wrong' });
    google.expireAccess();
    await expect(calendars.calendars(has, null, ASKING)).rejects.toMatchObject({ kind: 'client' });
  });

  it('gives a permission back without writing it into an address', async () => {
    const has = await grant();
    await calendars.revoke(has.client, has.refreshToken, ASKING);
    expect(google.oauth.refresh.size).toBe(0);
    const asked = google.arrived.at(-1)!;
    expect([asked.target, asked.body]).toEqual(['/revoke', `token=${encodeURIComponent(has.refreshToken)}`]);
    await expect(calendars.revoke(has.client, has.refreshToken, ASKING)).rejects.toMatchObject({
      kind: 'refused',
    });
  });
});
