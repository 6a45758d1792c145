import { describe, expect, it } from 'vitest';
import type { HttpRequest, HttpResponse } from '../../ports/http.ts';
import { HttpFailure } from '../../ports/http.ts';
import { jsonAnswer, nobodyThere } from '../../ports/memory-http.ts';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { memoryWorld } from '../../ports/memory-world.ts';
import { ANN, anOutboxRow } from '../../ports/sample-booking.ts';
import { basicAuth } from '../../values/basic-auth.ts';
import type { Settings } from '../../settings/catalogue.ts';
import { plusMs } from '../../values/instant.ts';
import { problemJson } from '../../values/problem.ts';
import { connectProvider, disconnectProvider } from './connect-provider.ts';
import { listProviders, providerStatus } from './list-providers.ts';
import { listUnits } from './provider-units.ts';

/** As much of Toggl as connecting and listing ask for: tokens by who they belong to. */
interface Toggl {
  readonly people: Record<string, { id: number; name: string; workspaces: { id: number; name: string }[] }>;
  projects: { id: number; name: string; client_name?: string; active?: boolean }[];
  answers: (request: HttpRequest) => HttpResponse;
}

function toggl(): Toggl {
  const service: Toggl = {
    people: {
      'token-of-ann': { id: 1, name: 'Ann', workspaces: [{ id: 77, name: 'Acme' }] },
      'token-of-bob': {
        id: 2,
        name: 'Bob',
        workspaces: [
          { id: 80, name: 'North' },
          { id: 81, name: 'South' },
        ],
      },
    },
    projects: [
      { id: 11, name: 'Customer Portal', client_name: 'Acme' },
      { id: 12, name: 'Größenwahn' },
      { id: 13, name: 'Old Portal', active: false },
    ],
    answers(request) {
      const token = Object.keys(service.people).find(
        (name) => basicAuth(name, 'api_token') === request.headers['authorization'],
      );
      const person = token === undefined ? undefined : service.people[token];
      if (person === undefined) return jsonAnswer('Incorrect username and/or password', 403);
      const path = request.url.slice('https://api.track.toggl.com/api/v9'.length).split('?')[0]!;
      if (path === '/me') return jsonAnswer({ id: person.id, fullname: person.name, email: 'a@b.c' });
      if (path === '/me/workspaces') return jsonAnswer(person.workspaces);
      if (path === '/me/tasks') return jsonAnswer([]);
      if (path.endsWith('/projects')) return jsonAnswer(service.projects);
      return jsonAnswer('not here', 404);
    },
  };
  return service;
}

function story(settings: Partial<Settings> = {}): { world: MemoryWorld; service: Toggl } {
  const world = memoryWorld('2026-02-10T09:00:00Z', 'Europe/Berlin', { 'identity.user': 'ann', ...settings });
  const service = toggl();
  world.http.handler = (request) => service.answers(request);
  return { world, service };
}
const connect = (world: MemoryWorld, token?: string, place?: string) =>
  connectProvider(world, { provider: 'toggl', token, place });
const of = async (world: MemoryWorld) =>
  (await listProviders(world)).find((provider) => provider.id === 'toggl')!;
const problem = (code: string, words?: RegExp) =>
  expect.objectContaining({
    name: 'Problem',
    code,
    ...(words === undefined ? {} : { message: expect.stringMatching(words) }),
  });
const nothingKept = (world: MemoryWorld): void => {
  expect(world.secrets.kept.size).toBe(0);
  expect(world.settings.get()['providers.toggl.workspaceId']).toBe('');
  expect(world.settings.get()['booking.provider']).toBe('none');
  expect(world.events.published).toEqual([]);
};

describe('connecting a provider', () => {
  it('keeps the token and the ids, and makes the first one the usual one', async () => {
    const { world } = story();
    expect(await of(world)).toMatchObject({ state: 'off', tokenFrom: null, quota: null, person: null });
    const shape = await connect(world, ' token-of-ann\n');
    expect(shape).toMatchObject({
      id: 'toggl',
      state: 'ready',
      detail: 'Connected as Ann.',
      isDefault: true,
      tokenFrom: 'keychain',
      person: 'Ann',
      place: { id: '77', name: 'Acme' },
      placeLabel: 'Workspace',
      quota: { left: 28, of: 30 },
    });
    expect(world.secrets.kept.get('toggl.token')).toBe('token-of-ann');
    expect(world.settings.get()).toMatchObject({
      'providers.toggl.workspaceId': '77',
      'providers.toggl.personId': '1',
      'booking.provider': 'toggl',
    });
    expect(world.events.published).toContainEqual({ kind: 'providers' });
    const asked = world.http.requests.length;
    expect(await of(world)).toEqual(shape);
    expect(world.http.requests.length).toBe(asked);
  });

  it.each([
    ['a wrong token', 'wrong', 'unauthorised'],
    ['no token at all', undefined, 'unauthorised'],
    ['blanks', '  ', 'usage'],
    ['two tokens', 'a b', 'usage'],
    ['a header of its own', 'a\r\nx-evil: 1', 'usage'],
    ['letters no header takes', 'tökén', 'usage'],
  ])('%s leaves everything as it was', async (_name, token, code) => {
    const { world } = story();
    const thrown: unknown = await connect(world, token).catch((error: unknown) => error);
    expect(thrown).toEqual(problem(code));
    if (token !== undefined && token.trim() !== '') {
      expect(JSON.stringify(problemJson(thrown))).not.toContain(token.trim());
    }
    nothingKept(world);
  });

  it('a wrong token does not cost the one that is kept', async () => {
    const { world } = story();
    const before = await connect(world, 'token-of-ann');
    await expect(connect(world, 'wrong')).rejects.toEqual(problem('unauthorised'));
    expect(world.secrets.kept.get('toggl.token')).toBe('token-of-ann');
    expect(await of(world)).toMatchObject({ state: before.state, place: before.place, person: 'Ann' });
  });

  it('a new token tries again what the one before was refused', async () => {
    const { world } = story();
    await connectProvider(world, { provider: 'toggl', token: 'token-of-ann' });
    await world.stores.outbox.put([anOutboxRow(1, { state: 'failed' }), anOutboxRow(2)]);
    await connectProvider(world, { provider: 'toggl', token: 'token-of-ann' });
    expect(await world.stores.outbox.unsettled(ANN)).toMatchObject([{ state: 'pending' }]);
  });

  it('without a network nothing is kept', async () => {
    const { world } = story();
    world.http.handler = nobodyThere;
    await expect(connect(world, 'token-of-ann')).rejects.toEqual(problem('offline'));
    nothingKept(world);
  });

  it('nonsense as an answer keeps nothing', async () => {
    for (const answer of [jsonAnswer({ id: [] }), { status: 200, headers: {}, body: '<html>' }]) {
      const { world } = story();
      world.http.handler = () => answer;
      await expect(connect(world, 'token-of-ann')).rejects.toEqual(problem('offline'));
      nothingKept(world);
    }
  });

  it('who is in several places chooses one', async () => {
    const { world } = story();
    const undecided = await connect(world, 'token-of-bob');
    expect(undecided).toMatchObject({
      state: 'incomplete',
      place: null,
      places: [
        { id: '80', name: 'North' },
        { id: '81', name: 'South' },
      ],
      isDefault: false,
    });
    expect(undecided.detail).toContain('North (80), South (81)');
    await expect(listUnits(world, { provider: 'toggl' })).rejects.toEqual(problem('usage'));
    await expect(connect(world, undefined, '99')).rejects.toMatchObject({
      code: 'not-found',
      remedy: expect.stringContaining('80 (North)'),
    });
    const decided = await connect(world, undefined, '81');
    expect(decided).toMatchObject({ state: 'ready', place: { id: '81', name: 'South' }, isDefault: true });
  });

  it('somebody else’s token finds its own place; a place set by hand is not replaced', async () => {
    const { world } = story();
    await connect(world, 'token-of-ann');
    expect(await connect(world, 'token-of-bob')).toMatchObject({ state: 'incomplete', person: 'Bob' });
    expect(world.settings.get()['providers.toggl.workspaceId']).toBe('');
    expect(world.settings.get()['providers.toggl.personId']).toBe('2');
    const { world: other } = story({ 'providers.toggl.workspaceId': '99' });
    await expect(connect(other, 'token-of-ann')).rejects.toEqual(problem('not-found', /99/));
    expect(other.secrets.kept.size).toBe(0);
    expect(other.settings.get()['providers.toggl.workspaceId']).toBe('99');
  });

  it('a token of the environment is used and not kept, and another one is refused', async () => {
    const { world } = story();
    world.secrets.environment.set('toggl.token', 'token-of-ann');
    expect(await connect(world)).toMatchObject({ state: 'ready', tokenFrom: 'environment' });
    expect(world.secrets.kept.size).toBe(0);
    await expect(connect(world, 'token-of-bob')).rejects.toEqual(problem('refused', /STINT_TOGGL_TOKEN/));
    await expect(disconnectProvider(world, { provider: 'toggl' })).rejects.toEqual(problem('refused'));
    expect(await of(world)).toMatchObject({ state: 'ready' });
  });

  it('the second provider does not take the place of the first', async () => {
    const { world } = story({ 'booking.provider': 'harvest' });
    expect(await connect(world, 'token-of-ann')).toMatchObject({ isDefault: false });
    expect(world.settings.get()['booking.provider']).toBe('harvest');
  });

  it('Harvest, which does not tell accounts, asks for the number first', async () => {
    const { world } = story();
    const given = { provider: 'harvest', token: 'token-of-ann' } as const;
    await expect(connectProvider(world, given)).rejects.toEqual(problem('usage', /account/));
    expect(world.secrets.kept.size).toBe(0);
    world.http.handler = ({ url }) =>
      url.endsWith('/users/me')
        ? jsonAnswer({ id: 5, first_name: 'Ann', last_name: 'Lee' })
        : jsonAnswer({ name: 'Acme' });
    expect(await connectProvider(world, { ...given, place: '4242' })).toMatchObject({
      state: 'ready',
      person: 'Ann Lee',
      place: { id: '4242', name: 'Acme' },
    });
  });
});

describe('disconnecting a provider', () => {
  it('forgets the token and the answers; ids stay', async () => {
    const { world } = story();
    await connect(world, 'token-of-ann');
    await listUnits(world, { provider: 'toggl' });
    expect(await disconnectProvider(world, { provider: 'toggl' })).toMatchObject({
      state: 'off',
      tokenFrom: null,
      person: null,
      isDefault: false,
    });
    expect(world.secrets.kept.size).toBe(0);
    expect(world.settings.get()['providers.toggl.workspaceId']).toBe('77');
    await expect(listUnits(world, { provider: 'toggl' })).rejects.toEqual(problem('unauthorised'));
    expect(await connect(world, 'token-of-ann')).toMatchObject({ state: 'ready', isDefault: true });
  });
});

describe('the state of a provider', () => {
  it('is asked for, and what came of it stays until it is asked again', async () => {
    const { world, service } = story();
    await connect(world, 'token-of-ann');
    world.http.handler = nobodyThere;
    expect(await providerStatus(world, { provider: 'toggl' })).toMatchObject({ state: 'unreachable' });
    expect(await of(world)).toMatchObject({ state: 'unreachable', checkedAt: '2026-02-10T09:00:02.060Z' });
    world.clock.advance(60_000);
    world.http.handler = () => {
      throw new HttpFailure('reset', true);
    };
    expect(await providerStatus(world, { provider: 'toggl' })).toMatchObject({ state: 'unreachable' });
    world.http.handler = (request) => service.answers(request);
    delete service.people['token-of-ann'];
    const refused = await providerStatus(world, { provider: 'toggl' });
    expect(refused).toMatchObject({ state: 'unauthorised', person: 'Ann' });
    expect(refused.detail).toContain('Incorrect username');
    service.people['token-of-ann'] = { id: 1, name: 'Ann B', workspaces: [{ id: 77, name: 'Acme 2' }] };
    expect(await providerStatus(world, { provider: 'toggl' })).toMatchObject({
      state: 'ready',
      person: 'Ann B',
      place: { name: 'Acme 2' },
    });
  });

  it('tells when the person was put out of the place', async () => {
    const { world, service } = story();
    await connect(world, 'token-of-ann');
    service.people['token-of-ann']!.workspaces.splice(0, 1, { id: 90, name: 'Elsewhere' });
    expect(await providerStatus(world, { provider: 'toggl' })).toMatchObject({
      state: 'unauthorised',
      detail: expect.stringContaining('77'),
    });
  });

  it('asks nobody while there is no token or no place', async () => {
    const { world } = story();
    expect(await providerStatus(world, { provider: 'toggl' })).toMatchObject({ state: 'off' });
    await connect(world, 'token-of-bob');
    const asked = world.http.requests.length;
    expect(await providerStatus(world, { provider: 'toggl' })).toMatchObject({ state: 'incomplete' });
    expect(world.http.requests.length).toBe(asked);
  });

  it('counts what waits and what failed, and the requests that are left', async () => {
    const { world } = story();
    await connect(world, 'token-of-ann');
    await world.stores.outbox.put([
      anOutboxRow(1),
      anOutboxRow(2, { state: 'pending' }),
      anOutboxRow(3, { state: 'unknown' }),
      anOutboxRow(4, { state: 'failed' }),
      anOutboxRow(5, { ...ANN, account: '78', state: 'failed' }),
    ]);
    expect(await of(world)).toMatchObject({ waiting: 2, failed: 1, quota: { left: 28, of: 30 } });
    await world.stores.calls.hold('toggl', 'user', plusMs(world.clock.now(), 600_000));
    expect((await of(world)).quota).toEqual({ left: 0, of: 30, resetsAt: '2026-02-10T09:10:01.030Z' });
    // Turned away by our own count says nothing about the token.
    expect(await providerStatus(world, { provider: 'toggl' })).toMatchObject({
      state: 'ready',
      detail: expect.stringContaining('no more requests'),
    });
  });
});

describe('units', () => {
  it('are found by words, in any case, and asked for once a day', async () => {
    const { world, service } = story();
    await connect(world, 'token-of-ann');
    const search = async (query?: string, refresh?: boolean) =>
      (await listUnits(world, { provider: 'toggl', query, refresh })).map((unit) => unit.label);
    expect(await search()).toEqual(['Customer Portal · Acme', 'Größenwahn', 'Old Portal']);
    const asked = world.http.requests.length;
    expect(await search('PORTAL acme')).toEqual(['Customer Portal · Acme']);
    expect(await search('größen')).toEqual(['Größenwahn']);
    expect(await search('13')).toEqual(['Old Portal']);
    expect(await search('portal nothing')).toEqual([]);
    expect(world.http.requests.length).toBe(asked);
    service.projects = [{ id: 20, name: 'New' }];
    expect(await search('', true)).toEqual(['New']);
    service.projects = [];
    expect(await search()).toEqual(['New']);
    world.clock.advance(86_400_001);
    expect(await search()).toEqual([]);
  });

  it('that were answered once are there without a network', async () => {
    const { world } = story();
    await connect(world, 'token-of-ann');
    world.http.handler = nobodyThere;
    await expect(listUnits(world, { provider: 'toggl' })).rejects.toEqual(problem('offline'));
    world.http.handler = toggl().answers;
    await listUnits(world, { provider: 'toggl' });
    world.http.handler = nobodyThere;
    world.clock.advance(10 * 86_400_000);
    expect(await listUnits(world, { provider: 'toggl', refresh: true })).toHaveLength(3);
    world.http.handler = () => jsonAnswer('Incorrect username and/or password', 403);
    await expect(listUnits(world, { provider: 'toggl' })).rejects.toEqual(problem('unauthorised'));
  });
});
