import { beforeEach, describe, expect, it } from 'vitest';
import { jsonAnswer, nobodyThere } from '../../ports/memory-http.ts';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { memoryWorld } from '../../ports/memory-world.ts';
import { aProject } from '../../ports/sample-booking.ts';
import { adding, anEntry, day, store, ticket } from '../../ports/sample-rows.ts';
import type { Unit } from '../../providers/provider.ts';
import { minutes } from '../../values/minutes.ts';
import type { ProviderId } from '../../values/provider-id.ts';
import { mappingTable } from './mapping-table.ts';
import { mapUnit, unmapUnit } from './map-unit.ts';

let world: MemoryWorld;

const unit = (id: string, names: string[], given: Partial<Unit> = {}): Unit => ({
  unit: id,
  task: null,
  names,
  billable: null,
  closed: null,
  left: null,
  capped: false,
  ...given,
});
const UNITS = [
  unit('11111', ['Customer Portal', 'Acme']),
  unit('11112', ['Dashboard', 'Acme']),
  unit('11112', ['Testing', 'Dashboard', 'Acme'], { task: '7' }),
  unit('20000', ['Old', 'Acme'], { closed: 'archived' }),
];
/** Units as they were answered a moment ago. */
const kept = (units: readonly Unit[], provider: ProviderId = 'toggl', account = '77') =>
  world.stores.providerCache.put({ user: 'ann', provider, account }, 'units', units, world.clock.now());
const problem = (code: string, words: RegExp) =>
  expect.objectContaining({ name: 'Problem', code, message: expect.stringMatching(words) });
const map = (input: Partial<Parameters<typeof mapUnit>[1]>) =>
  mapUnit(world, { provider: 'toggl', unit: '11111', ...input });
const mapped = () => world.stores.mappings.list('ann', 'toggl');

beforeEach(async () => {
  world = memoryWorld('2026-02-10T09:00:00Z', 'Europe/Berlin', {
    'identity.user': 'ann',
    'providers.toggl.workspaceId': '77',
  });
  world.secrets.kept.set('toggl.token', 'x');
  await kept(UNITS);
});

describe('mapping', () => {
  it('a project, a prefix or a ticket is mapped, each in its own right', async () => {
    expect(await map({ project: 'TB' })).toEqual({
      scope: 'project',
      name: 'TB',
      unit: '11111',
      task: null,
      label: 'Customer Portal · Acme',
      billable: null,
      problem: null,
    });
    expect(await map({ prefix: 'tb', unit: '11112', task: '7' })).toMatchObject({
      scope: 'prefix',
      name: 'TB',
      label: 'Testing · Dashboard · Acme',
    });
    expect(await map({ ticket: 'tb-042', billable: 'no' })).toMatchObject({
      scope: 'ticket',
      name: 'TB-042',
      billable: false,
    });
    expect((await mapped()).length).toBe(3);
    expect(world.events.published).toContainEqual({ kind: 'projects' });
    expect(world.http.requests).toEqual([]);
  });

  it('mapping again changes the mapping; what is not said stays; the same twice is once', async () => {
    await map({ project: 'TB', billable: 'yes' });
    const [first] = await mapped();
    expect(await map({ project: 'TB', unit: '11112' })).toMatchObject({ unit: '11112', billable: true });
    expect(await mapped()).toEqual([{ ...first, unit: '11112', label: 'Dashboard · Acme', revision: 2 }]);
    await map({ project: 'TB', unit: '11112' });
    expect((await mapped())[0]?.revision).toBe(2);
    expect(await map({ project: 'TB', unit: '11112', billable: 'unit' })).toMatchObject({ billable: null });
    const steps = await world.stores.ledger.history(9);
    expect(steps.map(({ operation, actor }) => [operation, actor])).toEqual([
      ['provider.map', 'ann'],
      ['provider.map', 'ann'],
      ['provider.map', 'ann'],
    ]);
  });

  it.each([
    ['nothing named', {}],
    ['only blanks', { project: '  ' }],
    ['two named', { project: 'TB', ticket: 'TB-1' }],
    ['no ticket', { ticket: 'TB' }],
    ['no prefix', { prefix: 'customer-portal' }],
  ])('%s is refused as wrong usage', async (_why, input) => {
    await expect(map(input)).rejects.toEqual(problem('usage', /./));
    expect(await mapped()).toEqual([]);
  });

  it('a unit that is closed is refused, and one that is not there is told with those that are near', async () => {
    await expect(map({ project: 'TB', unit: '20000' })).rejects.toEqual(problem('refused', /archived/));
    world.http.handler = ({ url }) =>
      url.includes('/projects')
        ? jsonAnswer([
            { id: 11111, name: 'Customer Portal', client_name: 'Acme' },
            { id: 5, name: 'Other' },
          ])
        : jsonAnswer([]);
    await expect(map({ project: 'TB', unit: '11119' })).rejects.toMatchObject({
      code: 'not-found',
      remedy: expect.stringContaining('11111 (Customer Portal · Acme)'),
    });
    await expect(map({ project: 'TB', unit: 'portal' })).rejects.toMatchObject({
      remedy: expect.stringMatching(/Near: 11111 \(Customer Portal · Acme\)\./),
    });
    await expect(map({ project: 'TB', unit: 'zzz' })).rejects.toMatchObject({
      remedy: 'See all: stint provider units toggl',
    });
    expect(await mapped()).toEqual([]);
  });

  it('a unit made a moment ago is found by asking again', async () => {
    world.http.handler = ({ url }) =>
      url.includes('/projects') ? jsonAnswer([{ id: 333, name: 'Brand New' }]) : jsonAnswer([]);
    expect(await map({ project: 'TB', unit: '333' })).toMatchObject({ label: 'Brand New', problem: null });
  });

  it('a task that is not there is told with those that are', async () => {
    world.http.handler = ({ url }) =>
      url.includes('/projects')
        ? jsonAnswer([{ id: 11112, name: 'Dashboard' }])
        : jsonAnswer(url.includes('/tasks') ? [{ id: 7, name: 'Testing', project_id: 11112 }] : []);
    await expect(map({ project: 'TB', unit: '11112', task: '9' })).rejects.toMatchObject({
      message: expect.stringContaining('no task 9'),
      remedy: expect.stringContaining('--task 7 (Testing · Dashboard)'),
    });
  });

  it('without a network, or not connected, what the person says holds', async () => {
    world.http.handler = nobodyThere;
    expect(await map({ project: 'TB', unit: '777', task: '8' })).toMatchObject({
      label: '777 · 8',
      problem: expect.stringContaining('not there'),
    });
    await expect(map({ project: 'TB', unit: '20000' })).rejects.toEqual(problem('refused', /archived/));
    const productive = await mapUnit(world, {
      provider: 'productive',
      project: 'TB',
      unit: '11111',
      task: '22',
    });
    expect(productive).toMatchObject({ unit: '11111', task: '22', label: '11111 · 22', problem: null });
  });

  it('what was mapped without a network is called by its name once that is known', async () => {
    world.http.handler = nobodyThere;
    await world.stores.providerCache.clear({ user: 'ann', provider: 'toggl', account: '77' });
    expect(await map({ project: 'TB', task: '22' })).toMatchObject({ label: '11111 · 22' });
    await kept(UNITS);
    const [row] = await mappingTable(world, { provider: 'toggl' });
    expect(row?.mapping).toMatchObject({ label: '22 · Customer Portal · Acme', problem: null });
  });

  it('a task that the provider does not list is taken at its word', async () => {
    expect(await map({ project: 'TB', task: '22' })).toMatchObject({
      task: '22',
      label: '22 · Customer Portal · Acme',
      problem: null,
    });
  });

  it('a provider that books on tasks wants one', async () => {
    const harvest = { provider: 'harvest', project: 'TB', unit: '1' } as const;
    await expect(mapUnit(world, harvest)).rejects.toEqual(problem('usage', /task/));
    expect(await mapUnit(world, { ...harvest, task: '2' })).toMatchObject({ unit: '1', task: '2' });
  });

  it('a mapping is forgotten; one that is not there is told', async () => {
    await map({ project: 'TB' });
    await expect(unmapUnit(world, { provider: 'toggl', prefix: 'TB' })).rejects.toEqual(
      problem('not-found', /prefix TB/),
    );
    expect(await unmapUnit(world, { provider: 'toggl', project: 'TB' })).toMatchObject({ unit: '11111' });
    expect(await mapped()).toEqual([]);
    await expect(unmapUnit(world, { provider: 'toggl', project: 'TB' })).rejects.toEqual(
      problem('not-found', /project TB/),
    );
  });
});

describe('the mapping table', () => {
  it('shows what time went to, with its unit or a suggestion; what needs one first', async () => {
    await store(
      world.stores,
      adding(anEntry(1, { project: 'customer-portal', minutes: minutes(30) })),
      adding(anEntry(2, { project: 'dash', minutes: minutes(90), ticket: ticket('DB-1') })),
      adding(anEntry(3, { project: 'dash', minutes: minutes(-30), date: day('2026-02-09') })),
      adding(anEntry(4, { project: 'gone', state: 'deleted' })),
      adding(anEntry(5, { project: 'old', date: day('2025-10-01') })),
      adding(anEntry(6, { project: null, ticket: null })),
      adding(anEntry(7, { project: null, ticket: ticket('APP-1'), minutes: minutes(5) })),
      {
        noun: 'project',
        before: null,
        after: aProject(8, { key: 'dash', name: 'Dashboard', customer: 'Acme' }),
      },
      { noun: 'project', before: null, after: aProject(9, { key: 'sold', name: 'Sold', customer: null }) },
    );
    await map({ ticket: 'DB-1', unit: '11112' });
    await map({ project: 'closed-one' });
    await kept([...UNITS.slice(1), unit('11111', ['Customer Portal', 'Acme'], { closed: 'archived' })]);
    const table = await mappingTable(world, { provider: 'toggl' });
    expect(
      table.map((row) => [
        row.scope,
        row.name,
        row.minutes,
        row.entries,
        row.mapping?.unit,
        row.suggestion?.unit,
      ]),
    ).toEqual([
      ['project', 'customer-portal', 30, 1, undefined, undefined],
      ['prefix', 'APP', 5, 1, undefined, undefined],
      ['project', 'sold', 0, 0, undefined, undefined],
      ['project', 'dash', -30, 1, undefined, '11112'],
      ['ticket', 'DB-1', 90, 1, '11112', undefined],
      ['project', 'closed-one', 0, 0, '11111', undefined],
    ]);
    expect(table.at(-1)?.mapping?.problem).toBe('It is archived.');
    expect(table[3]?.suggestion?.task).toBeNull();
    expect(world.http.requests).toEqual([]);
  });

  it('asks for no place for what a mapping of another scope takes already', async () => {
    await store(
      world.stores,
      adding(anEntry(1, { ticket: ticket('TB-1'), project: 'TB' })),
      adding(anEntry(2, { ticket: ticket('APP-1'), project: 'apps', minutes: minutes(30) })),
      adding(anEntry(3, { ticket: ticket('APP-2'), project: 'apps', minutes: minutes(15) })),
    );
    await map({ prefix: 'TB' });
    await map({ ticket: 'APP-1', unit: '11112' });
    const table = await mappingTable(world, { provider: 'toggl' });
    expect(table.map(({ scope, name, minutes: time }) => [scope, name, time])).toEqual([
      ['project', 'apps', 15],
      ['prefix', 'TB', anEntry(1).minutes],
      ['ticket', 'APP-1', 30],
    ]);
  });

  it('is there without a network and without units', async () => {
    await world.stores.providerCache.clear({ user: 'ann', provider: 'toggl', account: '77' });
    await store(world.stores, adding(anEntry(1)));
    world.http.handler = nobodyThere;
    await map({ ticket: 'TB-9', unit: '5' });
    const table = await mappingTable(world, { provider: 'toggl' });
    expect(table).toMatchObject([
      { name: 'TB', mapping: null, suggestion: null },
      { name: 'TB-9', mapping: { unit: '5', problem: null } },
    ]);
  });
});
