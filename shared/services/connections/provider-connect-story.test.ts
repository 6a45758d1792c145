import { describe, expect, it } from 'vitest';
import { jsonAnswer, nobodyThere } from '../../ports/memory-http.ts';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { ANN, anOutboxRow } from '../../ports/sample-booking.ts';
import { problemJson } from '../../values/problem.ts';
import { connectProvider, disconnectProvider } from './connect-provider.ts';
import { listUnits } from './provider-units.ts';
import { connect, of, story } from './toggl-story.fixture.ts';

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
