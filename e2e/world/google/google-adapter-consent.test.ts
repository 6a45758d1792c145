import { describe, expect, it } from 'vitest';
import { Problem } from '#shared/values/problem.ts';
import { createGoogleCalendars } from '../../../electron/adapters/google/google-calendars.ts';
import { createHttp } from '../../../electron/adapters/http.ts';
import { createSystemClock } from '../../../electron/adapters/system-clock.ts';
import { until } from '../wait.ts';
import { answerConsent, open } from './consent-browser.ts';
import { googleDesk, MAX } from './google-adapter.fixture.ts';

const desk = googleDesk();

const isClosed = (address: string): Promise<boolean> =>
  fetch(address).then(
    () => false,
    () => true,
  );
const wayBack = (address: string): URL => new URL(new URL(address).searchParams.get('redirect_uri')!);

describe('consent', () => {
  it('is asked for narrowly, with state and PKCE, and comes back to this machine', async () => {
    const { address, expiresAt } = await desk.calendars.askConsent(desk.client(), desk.keep);
    const query = new URL(address).searchParams;
    expect(desk.opened).toEqual([address]);
    expect(query.get('scope')).toBe(
      'https://www.googleapis.com/auth/calendar.events.readonly https://www.googleapis.com/auth/calendar.calendarlist.readonly',
    );
    expect([query.get('code_challenge_method'), query.get('access_type'), query.get('prompt')]).toEqual([
      'S256',
      'offline',
      'consent',
    ]);
    expect(query.get('redirect_uri')).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(address).not.toContain(desk.google.oauth.client.secret);
    expect(expiresAt - Date.now()).toBeGreaterThan(4 * 60_000);

    const shown = await answerConsent(address, { as: MAX });
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('Your calendar is connected');
    expect(desk.kept).toEqual([
      { refreshToken: expect.stringMatching(/^1\/\/refresh/), scopes: query.get('scope')!.split(' ') },
    ]);
    expect(desk.google.oauth.refresh.has(desk.kept[0]!.refreshToken)).toBe(true);
    await until('the way back to be shut', () => isClosed(shown.address));
  });

  it('is shown in the language of the browser, runs nothing and is not kept', async () => {
    const { address } = await desk.calendars.askConsent(desk.client(), desk.keep);
    const shown = await answerConsent(address, { as: MAX, language: 'de-DE,de;q=0.9,en;q=0.8' });
    expect(shown.text).toContain('Dein Kalender ist verbunden');
    expect(shown.text).toContain('<html lang="de">');
    expect(shown.text).not.toMatch(/<script|https?:\/\//);
  });

  it('with another state is refused, and the person is still waited for', async () => {
    const { address } = await desk.calendars.askConsent(desk.client(), desk.keep);
    for (const change of [{ state: 'guessed-by-another-program-here' }, { state: '' }]) {
      const shown = await answerConsent(address, { as: MAX, change });
      expect([shown.status, desk.kept]).toEqual([400, []]);
      expect(shown.text).toContain('not what Stint is waiting for');
    }
    expect(desk.google.arrived.some(({ path }) => path === '/token')).toBe(false);
    expect((await answerConsent(address, { as: MAX })).status).toBe(200);
    expect(desk.kept).toHaveLength(1);
  });

  it('answers nobody else: other paths, other names of this machine, other methods', async () => {
    const { address } = await desk.calendars.askConsent(desk.client(), desk.keep);
    const back = wayBack(address);
    const state = new URL(address).searchParams.get('state')!;
    expect((await fetch(new URL('/favicon.ico', back))).status).toBe(404);
    expect((await fetch(`${back.href}?state=${state}&code=x`, { method: 'POST' })).status).toBe(404);
    back.hostname = 'localhost';
    const asLocalhost = await fetch(`${back.href}?state=${state}&code=x`).then(
      ({ status }) => status,
      () => 404,
    );
    expect([asLocalhost, desk.kept]).toEqual([404, []]);
  });

  it('may be declined: nothing is kept', async () => {
    const { address } = await desk.calendars.askConsent(desk.client(), desk.keep);
    expect((await answerConsent(address, {})).text).toContain('You did not allow it');
    expect(desk.kept).toEqual([]);
    expect((await desk.calendars.askConsent(desk.client(), desk.keep)).address).not.toBe(address);
  });

  it('that cannot be kept says why, on a page nobody can write code into', async () => {
    const { address } = await desk.calendars.askConsent(desk.client(), async () => {
      throw new Problem('refused', 'It is <b>not</b> yours.', 'Choose "another".');
    });
    const shown = await answerConsent(address, { as: MAX });
    expect(shown.status).toBe(502);
    expect(shown.text).toContain('It is &#60;b&#62;not&#60;/b&#62; yours. Choose &#34;another&#34;.');
  });

  it('with a code that is none is told as it is', async () => {
    const { address } = await desk.calendars.askConsent(desk.client(), desk.keep);
    const state = new URL(address).searchParams.get('state')!;
    const shown = await open(`${wayBack(address).href}?state=${state}&code=4/never-given`);
    expect(shown.text).toContain('Google did not give the permission');
    expect(desk.kept).toEqual([]);
  });

  it('with a wrong secret of the client says what to check', async () => {
    const { address } = await desk.calendars.askConsent(desk.client({ secret: 'wrong' }), desk.keep);
    expect((await answerConsent(address, { as: MAX })).text).toContain('google.clientId');
  });

  it('shows the same when the page is loaded again before it is shown', async () => {
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const { address } = await desk.calendars.askConsent(desk.client(), async (consent) => {
      await held;
      await desk.keep(consent);
    });
    const first = answerConsent(address, { as: MAX });
    await until('the code to be changed', () => desk.google.arrived.some(({ path }) => path === '/token'));
    const state = new URL(address).searchParams.get('state')!;
    const second = open(`${wayBack(address).href}/?state=${state}&code=whatever`.replace('//?', '/?'));
    goOn();
    expect((await first).text).toContain('connected');
    // The way back may be shut by then; a second exchange never happens.
    await second.then(
      ({ text }) => expect(text).toContain('connected'),
      () => undefined,
    );
    expect(desk.kept).toHaveLength(1);
  });

  it('waits only so long', async () => {
    desk.calendars = desk.adapter({ patienceMs: 60 });
    const { address } = await desk.calendars.askConsent(desk.client(), desk.keep);
    const back = wayBack(address).href;
    await until('the way back to be shut', () => isClosed(back));
    expect((await desk.calendars.askConsent(desk.client(), desk.keep)).address).not.toBe(address);
  });

  it('is asked for once at a time: the same page is opened again, another client takes its place', async () => {
    const [one, two] = await Promise.all([
      desk.calendars.askConsent(desk.client(), desk.keep),
      desk.calendars.askConsent(desk.client(), desk.keep),
    ]);
    expect(two).toEqual(one);
    expect(desk.opened).toEqual([one.address, one.address]);
    const other = await desk.calendars.askConsent(desk.client({ id: 'other' }), desk.keep);
    expect(other.address).not.toBe(one.address);
    expect(await isClosed(wayBack(one.address).href)).toBe(true);
  });

  it('goes on without a browser that opens by itself, and ends with the program', async () => {
    desk.calendars = createGoogleCalendars({
      http: createHttp(() => '1.2.3'),
      clock: createSystemClock(),
      browse: () => Promise.reject(new Error('no browser')),
      stays: true,
    });
    const { address } = await desk.calendars.askConsent(desk.client(), desk.keep);
    await desk.calendars.close();
    expect(await isClosed(wayBack(address).href)).toBe(true);
  });

  it('is not asked for by a single command, which would not be there any more', async () => {
    desk.calendars = desk.adapter({ stays: false });
    await expect(desk.calendars.askConsent(desk.client(), desk.keep)).rejects.toMatchObject({
      code: 'refused',
      remedy: expect.stringContaining('stint serve'),
    });
  });
});
