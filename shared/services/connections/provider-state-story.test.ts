import { describe, expect, it } from 'vitest';
import { HttpFailure } from '../../ports/http.ts';
import { jsonAnswer, nobodyThere } from '../../ports/memory-http.ts';
import { ANN, anOutboxRow } from '../../ports/sample-booking.ts';
import { plusMs } from '../../values/instant.ts';
import { providerStatus } from './list-providers.ts';
import { listUnits } from './provider-units.ts';
import { connect, of, story, toggl } from './toggl-story.fixture.ts';

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
    await expect(listUnits(world, { provider: 'toggl' })).rejects.toEqual(
      expect.objectContaining({ name: 'Problem', code: 'offline' }),
    );
    world.http.handler = toggl().answers;
    await listUnits(world, { provider: 'toggl' });
    world.http.handler = nobodyThere;
    world.clock.advance(10 * 86_400_000);
    expect(await listUnits(world, { provider: 'toggl', refresh: true })).toHaveLength(3);
    world.http.handler = () => jsonAnswer('Incorrect username and/or password', 403);
    await expect(listUnits(world, { provider: 'toggl' })).rejects.toEqual(
      expect.objectContaining({ name: 'Problem', code: 'unauthorised' }),
    );
  });
});
