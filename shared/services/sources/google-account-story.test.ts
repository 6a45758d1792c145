import { beforeEach, describe, expect, it } from 'vitest';
import { GoogleFailure } from '../../ports/google-calendars.ts';
import type { MemoryPerson } from '../../ports/memory-google.ts';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { connectGoogle, disconnectGoogle, googleAccounts } from './google-calendar.ts';
import { secretOf } from './google-accounts.ts';
import { GoogleDesk, MAX, meeting, OWN, problem } from './google-desk.fixture.ts';

let desk: GoogleDesk;
let world: MemoryWorld;
let max: MemoryPerson;
beforeEach(() => {
  desk = new GoogleDesk();
  ({ world, max } = desk);
});

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
    expect(await desk.source('google')).toMatchObject({
      state: 'off',
      detail: expect.stringContaining('calendar connect'),
    });
  });

  it('keeps the permission as a secret, and reads the account’s own calendar', async () => {
    max.add('team@group.calendar.google.com', 'Team');
    await desk.connected();
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
    expect(await desk.kept()).toEqual(['a TB-042 refinement']);
    expect(await desk.source(OWN)).toMatchObject({ state: 'ready', name: MAX, today: '1 meeting' });
    expect(await desk.source(`google:${MAX}`)).toMatchObject({
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
    await desk.connected();
    await desk.connected('lea@home.example');
    expect((await googleAccounts(world)).map(({ account }) => account)).toEqual(['lea@home.example', MAX]);
    expect(await desk.kept()).toEqual(['a TB-042 refinement']);
    expect(await desk.kept('google:lea@home.example/lea@home.example')).toEqual(['b b']);
  });

  it('follows a permission that Google replaces', async () => {
    await desk.connected();
    world.google.rotate = 'another';
    await desk.read();
    expect(world.secrets.kept.get(secretOf(MAX))).toBe('another');
    max.tokens.delete('refresh-1');
    await desk.read();
    expect(await desk.source(OWN)).toMatchObject({ state: 'ready' });
  });
});

describe('a permission that is over', () => {
  beforeEach(async () => {
    await desk.connected();
    max.tokens.clear();
    await desk.read();
  });

  it('is shown as “Reconnect”, and never asked with again', async () => {
    for (const key of [OWN, `google:${MAX}`]) {
      expect(await desk.source(key)).toMatchObject({
        state: 'broken',
        detail: expect.stringMatching(/Reconnect/),
      });
    }
    expect((await googleAccounts(world))[0]?.problem).toMatch(/Reconnect/);
    world.google.requests.length = 0;
    await desk.read();
    await desk.read();
    expect(world.google.requests).toEqual([]);
    expect(await desk.kept()).toEqual(['a TB-042 refinement']);
  });

  it('is mended by connecting again: calendars that were chosen are read on', async () => {
    max.own.put(meeting('b', '11:00', '12:00'));
    await desk.connected();
    expect(await desk.kept()).toEqual(['a TB-042 refinement', 'b b']);
    expect((await googleAccounts(world))[0]?.problem).toBeNull();
    expect(await desk.source(OWN)).toMatchObject({ state: 'ready' });
    expect(world.settings.get()['google.calendars']).toEqual([`${MAX}/${MAX}`]);
  });

  it('is tried again with another client, whose it may be', async () => {
    max.tokens.add('refresh-1');
    await world.settings.set('google.clientId', 'the-one-before');
    await desk.read();
    expect(await desk.source(OWN)).toMatchObject({ state: 'ready' });
    expect((await googleAccounts(world))[0]?.problem).toBeNull();
  });
});

describe('forgetting an account', () => {
  beforeEach(() => desk.connected());

  it('gives the permission back and reads nothing any more; what was told stays', async () => {
    expect(await disconnectGoogle(world, { account: 'MAX@acme.com' })).toEqual({
      account: MAX,
      revoked: true,
    });
    expect(max.tokens.size).toBe(0);
    expect(world.secrets.kept.size).toBe(0);
    expect(await googleAccounts(world)).toEqual([]);
    world.google.requests.length = 0;
    await desk.read();
    expect(world.google.requests).toEqual([]);
    expect(await desk.kept()).toEqual(['a TB-042 refinement']);
    expect(await desk.source('google')).toMatchObject({ state: 'off' });
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
