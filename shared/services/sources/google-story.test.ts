import { beforeEach, describe, expect, it } from 'vitest';
import { GoogleFailure } from '../../ports/google-calendars.ts';
import type { MemoryPerson } from '../../ports/memory-google.ts';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { memoryWorld } from '../../ports/memory-world.ts';
import { plusMinutes } from '../../values/instant.ts';
import type { Problem } from '../../values/problem.ts';
import { chooseCalendars, connectGoogle, disconnectGoogle, googleAccounts } from './google-calendar.ts';
import { secretOf } from './google-accounts.ts';
import { googleReader } from './google-reader.ts';
import { personOf } from '../person.ts';
import { readEvidence } from './read-sources.ts';
import { listSources, readAll } from './sources.ts';

const MAX = 'max@acme.com';
const OWN = `google:${MAX}/${MAX}`;
let world: MemoryWorld;
let max: MemoryPerson;

beforeEach(() => {
  world = memoryWorld('2026-02-10T18:00:00+01:00', 'Europe/Berlin', {
    'google.clientId': 'my-client.apps.googleusercontent.com',
  });
  max = world.google.person(MAX);
  max.own.put(meeting('a', '09:00', '10:00', 'TB-042 refinement'));
});

const meeting = (id: string, from: string, to: string, summary = id, rest: object = {}) => ({
  id,
  summary,
  start: { dateTime: `2026-02-10T${from}:00+01:00` },
  end: { dateTime: `2026-02-10T${to}:00+01:00` },
  ...rest,
});
const connected = async (address = MAX): Promise<void> => {
  await connectGoogle(world);
  await world.google.consent(address);
  await read();
};
const read = async (freshMs = 0) => {
  const person = personOf(world);
  return readEvidence(world, person, { since: person.now, patienceMs: 3000, freshMs }, [googleReader]);
};
const kept = async (source = OWN): Promise<string[]> => {
  const day = {
    start: plusMinutes(world.clock.now(), -24 * 60),
    end: plusMinutes(world.clock.now(), 24 * 60),
  };
  const events = await world.stores.calendar.between(day);
  return events.filter((event) => event.source === source).map(({ id, title }) => `${id} ${title}`);
};
const source = async (key: string) =>
  (await listSources(world, {}, [googleReader])).find((one) => one.key === key);
const problem = (doing: Promise<unknown>): Promise<Problem> =>
  doing.then(
    () => Promise.reject(new Error('it went well')),
    (error: Problem) => error,
  );

describe('connecting an account', () => {
  it('says how to get a client where there is none', async () => {
    await world.settings.set('google.clientId', '');
    expect(await problem(connectGoogle(world))).toMatchObject({
      code: 'usage',
      remedy: expect.stringMatching(/console\.cloud\.google\.com.*Desktop app.*google\.clientId/s),
    });
    expect(world.google.requests).toEqual([]);
  });

  it('gives the address of the consent page; until the person comes back nothing is there', async () => {
    const { address, expiresAt } = await connectGoogle(world);
    expect(address).toContain('my-client');
    expect(expiresAt).toBe('2026-02-10T17:05:00.000Z');
    expect(await googleAccounts(world)).toEqual([]);
    expect(await source('google')).toMatchObject({
      state: 'off',
      detail: expect.stringContaining('calendar connect'),
    });
  });

  it('keeps the permission as a secret, and reads the account’s own calendar', async () => {
    max.add('team@group.calendar.google.com', 'Team');
    await connected();
    expect([...world.secrets.kept]).toEqual([[secretOf(MAX), 'refresh-1']]);
    expect(await googleAccounts(world)).toEqual([
      {
        account: MAX,
        problem: null,
        calendars: [
          { key: OWN, name: MAX, chosen: true },
          { key: `google:${MAX}/team@group.calendar.google.com`, name: 'Team', chosen: false },
        ],
      },
    ]);
    expect(await kept()).toEqual(['a TB-042 refinement']);
    expect(await source(OWN)).toMatchObject({ state: 'ready', name: MAX, today: '1 meeting' });
    expect(await source(`google:${MAX}`)).toMatchObject({
      state: 'ready',
      detail: 'Connected; 1 of its 2 calendars is read.',
    });
    const states = JSON.stringify(await world.stores.sources.list());
    expect(states + JSON.stringify(world.settings.get())).not.toContain('refresh-');
  });

  it('keeps nothing when only a part was allowed', async () => {
    await connectGoogle(world);
    const scopes = ['https://www.googleapis.com/auth/calendar.calendarlist.readonly'];
    expect(await problem(world.google.consent(MAX, scopes))).toMatchObject({ code: 'refused' });
    expect([world.secrets.kept.size, await googleAccounts(world)]).toEqual([0, []]);
  });

  it('keeps nothing when Google fails meanwhile, and says why', async () => {
    await connectGoogle(world);
    world.google.trouble.push(new GoogleFailure('client', 'Google Calendar API has not been used', 403));
    expect(await problem(world.google.consent(MAX))).toMatchObject({
      code: 'unauthorised',
      message: expect.stringContaining('Google Calendar API has not been used'),
    });
    expect([world.secrets.kept.size, await googleAccounts(world)]).toEqual([0, []]);
  });

  it('takes several accounts, each with its calendars', async () => {
    const lea = world.google.person('lea@home.example');
    lea.own.put(meeting('b', '11:00', '12:00'));
    await connected();
    await connected('lea@home.example');
    expect((await googleAccounts(world)).map(({ account }) => account)).toEqual(['lea@home.example', MAX]);
    expect(await kept()).toEqual(['a TB-042 refinement']);
    expect(await kept('google:lea@home.example/lea@home.example')).toEqual(['b b']);
  });

  it('follows a permission that Google replaces', async () => {
    await connected();
    world.google.rotate = 'another';
    await read();
    expect(world.secrets.kept.get(secretOf(MAX))).toBe('another');
    max.tokens.delete('refresh-1');
    await read();
    expect(await source(OWN)).toMatchObject({ state: 'ready' });
  });
});

describe('reading', () => {
  beforeEach(() => connected());

  it('goes on from where it was: new, moved, deleted', async () => {
    max.own.put(meeting('b', '11:00', '12:00'));
    await read();
    max.own.put(meeting('b', '13:00', '14:00', 'later'));
    max.own.remove('a');
    world.google.requests.length = 0;
    expect(await read()).toEqual(['2026-02-10']);
    expect(await kept()).toEqual(['b later']);
    expect(world.google.requests).toContain(`events ${MAX} sync-2`);
    expect(await read()).toEqual([]);
  });

  it('tells the day an event left as well as the one it went to', async () => {
    const tomorrow = { dateTime: '2026-02-11T09:00:00+01:00' };
    max.own.put({
      id: 'a',
      summary: 'moved',
      start: tomorrow,
      end: { dateTime: '2026-02-11T10:00:00+01:00' },
    });
    expect(await read()).toEqual(['2026-02-10', '2026-02-11']);
  });

  it('after 410 takes away what is no more, and what the person said stays', async () => {
    max.own.put(meeting('b', '11:00', '12:00'));
    await read();
    await world.stores.calendar.setAttended(OWN, 'a', false);
    max.own.remove('b');
    max.own.forget();
    expect(await read()).toEqual(['2026-02-10']);
    expect(await kept()).toEqual(['a TB-042 refinement']);
    expect((await world.stores.calendar.named('a'))[0]?.attended).toBe(false);
  });

  it('takes away all instances of a series of which only its own id is told', async () => {
    const of = { recurringEventId: 'daily', iCalUID: 'daily@google.com' };
    max.own.put(meeting('daily_20260210T080000Z', '09:00', '09:15', 'daily', of));
    max.own.put(meeting('daily_20260210T150000Z', '16:00', '16:15', 'daily', of));
    await read();
    expect(await kept()).toHaveLength(3);
    max.own.remove('daily');
    await read();
    expect(await kept()).toEqual(['a TB-042 refinement']);
  });

  it('goes slower when it is asked to, as long as somebody waits', async () => {
    world.google.trouble.push(
      new GoogleFailure('limited', 'Rate Limit Exceeded', 403),
      new GoogleFailure('passing', 'Backend Error', 503),
    );
    max.own.put(meeting('b', '11:00', '12:00'));
    await readAll(world, { key: OWN }, [googleReader]);
    expect(await kept()).toEqual(['a TB-042 refinement', 'b b']);
    expect(await source(OWN)).toMatchObject({ state: 'ready' });

    world.google.requests.length = 0;
    world.google.trouble.push(new GoogleFailure('limited', 'Quota exceeded', 429, 3_600_000));
    await readAll(world, { key: OWN }, [googleReader]);
    expect(world.google.requests).toHaveLength(1);
    expect(await source(OWN)).toMatchObject({
      state: 'broken',
      detail: expect.stringContaining('asked less often. It said: Quota exceeded'),
    });
  });

  it('takes a hundred thousand events in its stride, and writes only what changed', async () => {
    for (let n = 0; n < 100_000; n += 1) max.own.put(meeting(`many-${n}`, '09:00', '10:00'));
    max.own.pageSize = 2500;
    await read();
    const written: number[] = [];
    const { put } = world.stores.calendar;
    Object.assign(world.stores.calendar, {
      put: (...given: Parameters<typeof put>) => (written.push(given[1].length), put(...given)),
    });
    max.own.put(meeting('many-7', '09:00', '10:30'));
    max.own.forget();
    expect(await read()).toEqual(['2026-02-10']);
    expect(written).toEqual([1]);
  }, 60_000);

  it('says when a calendar is not there any more; what was read stays', async () => {
    max.calendars.delete(MAX);
    await read();
    expect(await source(OWN)).toMatchObject({
      state: 'broken',
      detail: expect.stringContaining('no such calendar'),
    });
    expect(await kept()).toEqual(['a TB-042 refinement']);
  });
});

describe('a permission that is over', () => {
  beforeEach(async () => {
    await connected();
    max.tokens.clear();
    await read();
  });

  it('is shown as “Reconnect”, and never asked with again', async () => {
    for (const key of [OWN, `google:${MAX}`]) {
      expect(await source(key)).toMatchObject({
        state: 'broken',
        detail: expect.stringMatching(/Reconnect/),
      });
    }
    expect((await googleAccounts(world))[0]?.problem).toMatch(/Reconnect/);
    world.google.requests.length = 0;
    await read();
    await read();
    expect(world.google.requests).toEqual([]);
    expect(await kept()).toEqual(['a TB-042 refinement']);
  });

  it('is mended by connecting again: calendars that were chosen are read on', async () => {
    max.own.put(meeting('b', '11:00', '12:00'));
    await connected();
    expect(await kept()).toEqual(['a TB-042 refinement', 'b b']);
    expect((await googleAccounts(world))[0]?.problem).toBeNull();
    expect(await source(OWN)).toMatchObject({ state: 'ready' });
    expect(world.settings.get()['google.calendars']).toEqual([`${MAX}/${MAX}`]);
  });

  it('is tried again with another client, whose it may be', async () => {
    max.tokens.add('refresh-1');
    await world.settings.set('google.clientId', 'the-one-before');
    await read();
    expect(await source(OWN)).toMatchObject({ state: 'ready' });
    expect((await googleAccounts(world))[0]?.problem).toBeNull();
  });
});

describe('choosing calendars', () => {
  const TEAM = `google:${MAX}/team@group.calendar.google.com`;
  beforeEach(async () => {
    max.add('team@group.calendar.google.com', 'Team').put(meeting('t', '15:00', '16:00'));
    await connected();
  });

  it('reads these and no others', async () => {
    expect(await chooseCalendars(world, { calendars: `${TEAM} ${OWN}` })).toEqual({ chosen: [TEAM, OWN] });
    await read();
    expect(await kept(TEAM)).toEqual(['t t']);
    expect(await source(TEAM)).toMatchObject({ name: `Team (${MAX})`, today: '1 meeting' });
    expect(await chooseCalendars(world, { calendars: '' })).toEqual({ chosen: [] });
    world.google.requests.length = 0;
    await read();
    expect(world.google.requests).toEqual(['calendars']);
  });

  it('takes keys without their kind too, and refuses those nobody has', async () => {
    await chooseCalendars(world, { calendars: TEAM.replace('google:', '') });
    expect(world.settings.get()['google.calendars']).toEqual([TEAM.replace('google:', '')]);
    expect(await problem(chooseCalendars(world, { calendars: `${OWN} ${MAX}/nobody` }))).toMatchObject({
      code: 'not-found',
      remedy: expect.stringContaining(TEAM),
    });
    expect(world.settings.get()['google.calendars']).toEqual([TEAM.replace('google:', '')]);
  });

  it('shows one that was chosen and is gone, so that it can be taken out', async () => {
    await chooseCalendars(world, { calendars: `${TEAM} ${OWN}` });
    max.calendars.delete('team@group.calendar.google.com');
    await read();
    expect((await googleAccounts(world))[0]?.calendars).toContainEqual({
      key: TEAM,
      name: 'team@group.calendar.google.com',
      chosen: true,
    });
  });
});

describe('forgetting an account', () => {
  beforeEach(() => connected());

  it('gives the permission back and reads nothing any more; what was told stays', async () => {
    expect(await disconnectGoogle(world, { account: 'MAX@acme.com' })).toEqual({
      account: MAX,
      revoked: true,
    });
    expect(max.tokens.size).toBe(0);
    expect(world.secrets.kept.size).toBe(0);
    expect(await googleAccounts(world)).toEqual([]);
    world.google.requests.length = 0;
    await read();
    expect(world.google.requests).toEqual([]);
    expect(await kept()).toEqual(['a TB-042 refinement']);
    expect(await source('google')).toMatchObject({ state: 'off' });
  });

  it('works without a network, and says that Google was not told', async () => {
    world.google.trouble.push(new GoogleFailure('unreached', 'no network'));
    expect(await disconnectGoogle(world, { account: MAX })).toEqual({ account: MAX, revoked: false });
    expect(world.secrets.kept.size).toBe(0);
  });

  it('refuses what it cannot forget', async () => {
    expect(await problem(disconnectGoogle(world, { account: 'lea@home.example' }))).toMatchObject({
      code: 'not-found',
    });
    world.secrets.environment.set(secretOf(MAX), 'from-outside');
    expect(await problem(disconnectGoogle(world, { account: MAX }))).toMatchObject({ code: 'refused' });
    expect(await googleAccounts(world)).toHaveLength(1);
  });
});
