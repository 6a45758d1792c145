// From the consent page to the meetings of a day: our services, Google's library, and a Google of our own.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MemoryWorld } from '#shared/ports/memory-world.ts';
import { memoryWorld } from '#shared/ports/memory-world.ts';
import type { World } from '#shared/ports/world.ts';
import {
  chooseCalendars,
  connectGoogle,
  disconnectGoogle,
  googleAccounts,
} from '#shared/services/sources/google-calendar.ts';
import { googleReader } from '#shared/services/sources/google-reader.ts';
import { personOf } from '#shared/services/person.ts';
import { readEvidence } from '#shared/services/sources/read-sources.ts';
import { listSources } from '#shared/services/sources/sources.ts';
import { dayInterval, parseLocalDay } from '#shared/values/local-day.ts';
import { createGoogleCalendars } from '../../../electron/adapters/google/google-calendars.ts';
import { createHttp } from '../../../electron/adapters/http.ts';
import { createSystemClock } from '../../../electron/adapters/system-clock.ts';
import { answerConsent } from './consent-browser.ts';
import type { FakeGoogle, FakePerson } from './fake-google.ts';
import { startGoogle } from './fake-google.ts';
import { apiError } from './google-answers.ts';
import { putSeries } from './google-calendar-api.ts';

const MAX = 'max@acme.com';
const OWN = `google:${MAX}/${MAX}`;
let google: FakeGoogle;
let max: FakePerson;
let memory: MemoryWorld;
let world: World;
let end: () => Promise<void>;

beforeEach(async () => {
  google = await startGoogle();
  max = google.person(MAX);
  memory = memoryWorld('2026-02-10T18:00:00+01:00', 'Europe/Berlin', google.settings);
  memory.secrets.kept.set('google.clientSecret', google.oauth.client.secret);
  begin();
});
afterEach(async () => {
  await end();
  await google.close();
});

/** The program is started (again): what is in memory of tokens is gone. */
function begin(): void {
  const needs = { http: createHttp(() => '1.2.3'), clock: createSystemClock(), browse: null, stays: true };
  const calendars = createGoogleCalendars(needs);
  end = () => calendars.close();
  world = { ...memory, google: calendars };
}

const at = (day: string, from: string, to: string) => ({
  start: { dateTime: `${day}T${from}:00+01:00`, timeZone: 'Europe/Berlin' },
  end: { dateTime: `${day}T${to}:00+01:00`, timeZone: 'Europe/Berlin' },
});
const connect = async (): Promise<void> => {
  const { address } = await connectGoogle(world);
  const shown = await answerConsent(address, { as: MAX });
  expect(shown.text).toContain('Your calendar is connected');
};
const read = (): Promise<string[]> => {
  const person = personOf(world);
  return readEvidence(world, person, { since: person.now, patienceMs: 30_000, freshMs: 0 }, [googleReader]);
};
const meetings = async (day = '2026-02-10'): Promise<string[]> => {
  const events = await world.stores.calendar.between(dayInterval(parseLocalDay(day)!, 'Europe/Berlin'));
  return events.map((event) => `${event.title} ${event.kind} ${event.response}`);
};
const state = async (key = OWN) =>
  (await listSources(world, {}, [googleReader])).find((one) => one.key === key);

describe('a calendar', () => {
  it('is read from the first page to the last, a series, kinds and answers with it', async () => {
    putSeries(max.own, {
      id: 'standup',
      summary: 'Standup',
      first: '2026-02-06T08:15:00Z',
      minutes: 15,
      days: 400,
    });
    const guests = (said: string) => ({
      attendees: [{ email: MAX, self: true, responseStatus: said }],
      organizer: { email: 'boss@acme.com' },
    });
    max.own.put({
      id: 'b',
      summary: 'Planning',
      ...at('2026-02-10', '10:00', '11:00'),
      ...guests('tentative'),
    });
    max.own.put({ id: 'c', summary: 'Party', ...at('2026-02-10', '16:00', '17:00'), ...guests('declined') });
    max.own.put({
      id: 'd',
      summary: 'Deep work',
      ...at('2026-02-10', '13:00', '15:00'),
      eventType: 'focusTime',
    });
    max.own.put({ id: 'e', ...at('2026-02-10', '15:00', '15:30'), visibility: 'private' });
    max.own.put({
      id: 'f',
      summary: 'Home',
      start: { date: '2026-02-10' },
      end: { date: '2026-02-11' },
      eventType: 'workingLocation',
      transparency: 'transparent',
    });
    max.own.pageSize = 90;
    await connect();
    await read();
    expect(await meetings()).toEqual([
      'Home workingLocation accepted',
      'Standup default accepted',
      'Planning default tentative',
      'Deep work focusTime accepted',
      ' default accepted',
      'Party default declined',
    ]);
    const [standup] = await world.stores.calendar.named('standup_20260210T081500Z');
    expect(standup?.series).toBe('standup@google.com');
    expect(await state()).toMatchObject({ state: 'ready', today: '5 meetings' });
    const pages = google.arrived.filter(
      ({ path, query }) => path.endsWith('/events') && !query.has('syncToken'),
    );
    expect(pages).toHaveLength(5);
  });

  it('is followed by its sync token; one occurrence cancelled, one moved, then the whole series gone', async () => {
    putSeries(max.own, {
      id: 'standup',
      summary: 'Standup',
      first: '2026-02-09T08:15:00Z',
      minutes: 15,
      days: 3,
    });
    await connect();
    await read();
    max.own.remove('standup_20260210T081500Z', { recurringEventId: 'standup', originalStartTime: {} });
    max.own.put({
      id: 'standup_20260211T081500Z',
      recurringEventId: 'standup',
      iCalUID: 'standup@google.com',
      summary: 'Standup',
      ...at('2026-02-12', '09:15', '09:30'),
    });
    expect(await read()).toEqual(['2026-02-10', '2026-02-11', '2026-02-12']);
    expect([await meetings(), await meetings('2026-02-11'), await meetings('2026-02-12')]).toEqual([
      [],
      [],
      ['Standup default accepted'],
    ]);
    max.own.remove('standup');
    expect(await read()).toEqual(['2026-02-09', '2026-02-12']);
    const last = google.arrived.findLast(({ path }) => path.endsWith('/events'));
    expect(last?.query.get('syncToken')).toBe('sync-5');
  });

  it('is read anew after 410, in a pause of a busy Google, and in a new run of the program', async () => {
    max.own.put({ id: 'a', summary: 'A', ...at('2026-02-10', '09:00', '10:00') });
    await connect();
    await read();
    max.own.forget();
    google.instead.push(
      apiError(403, 'rateLimitExceeded', 'Rate Limit Exceeded'),
      apiError(500, 'backendError', 'Backend Error'),
    );
    await end();
    begin();
    max.own.put({ id: 'b', summary: 'B', ...at('2026-02-10', '11:00', '12:00') });
    expect(await read()).toEqual(['2026-02-10']);
    expect(await meetings()).toEqual(['A default accepted', 'B default accepted']);
    expect(await state()).toMatchObject({ state: 'ready' });
  });

  it('is chosen among several, over several pages of the list', async () => {
    google.listSize = 2;
    for (const name of ['Team', 'Holidays', 'Rooms']) max.add(`${name}@group.calendar.google.com`, name);
    await connect();
    const [account] = await googleAccounts(world);
    expect(account?.calendars.map(({ name, chosen }) => `${name} ${chosen}`)).toEqual([
      `${MAX} true`,
      'Holidays false',
      'Rooms false',
      'Team false',
    ]);
    await chooseCalendars(world, { calendars: account!.calendars.at(-1)!.key });
    await read();
    const last = google.arrived.findLast(({ path }) => path.endsWith('/events'));
    expect(last?.path).toBe('/calendar/v3/calendars/Team%40group.calendar.google.com/events');
  });
});

describe('a permission', () => {
  it('with one tick taken out is not kept', async () => {
    const { address } = await connectGoogle(world);
    const scope = 'https://www.googleapis.com/auth/calendar.events.readonly';
    const shown = await answerConsent(address, { as: MAX, change: { scope } });
    expect(shown.text).toContain('leave both ticks in');
    expect([memory.secrets.kept.size, await googleAccounts(world)]).toEqual([1, []]);
  });

  it('that was taken back means “Reconnect”, without another try', async () => {
    await connect();
    await read();
    google.oauth.refresh.clear();
    google.expireAccess();
    await read();
    expect(await state()).toMatchObject({ state: 'broken', detail: expect.stringContaining('Reconnect') });
    const before = google.arrived.length;
    await read();
    await end();
    begin();
    await read();
    expect(google.arrived.length).toBe(before);
    await connect();
    await read();
    expect(await state()).toMatchObject({ state: 'ready' });
  });

  it('is given back when the account is forgotten', async () => {
    await connect();
    expect(await disconnectGoogle(world, { account: MAX })).toEqual({ account: MAX, revoked: true });
    expect(google.oauth.refresh.size).toBe(0);
    expect([...memory.secrets.kept.keys()]).toEqual(['google.clientSecret']);
  });
});
