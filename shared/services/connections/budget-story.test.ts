import { beforeEach, describe, expect, it } from 'vitest';
import { jsonAnswer, nobodyThere } from '../../ports/memory-http.ts';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { providerStatus } from './list-providers.ts';
import { mapUnit } from './map-unit.ts';
import { personOf } from '../person.ts';
import { editProject, listProjects } from './projects.ts';
import { keptBudgets, readBudgets } from './read-budgets.ts';
import { projectsWorld } from './projects-world.fixture.ts';

let world: MemoryWorld;
beforeEach(() => {
  world = projectsWorld();
});

describe('budgets', () => {
  const service = (id: string, budgeted: number | null, worked: number | null) =>
    jsonAnswer({
      data: {
        id,
        type: 'services',
        attributes: { name: 'Dev', budgeted_time: budgeted, worked_time: worked },
      },
    });

  beforeEach(async () => {
    world.secrets.kept.set('productive.token', 'x');
    await world.settings.set('providers.productive.organizationId', '4');
    await world.settings.set('providers.productive.personId', '5');
    world.http.handler = nobodyThere;
    await mapUnit(world, { provider: 'productive', project: 'TB', unit: '11', billable: 'unit' });
    await mapUnit(world, { provider: 'productive', project: 'none', unit: '12' });
    await editProject(world, { key: 'TB' });
    await editProject(world, { key: 'none' });
    world.http.requests.length = 0;
    world.http.handler = ({ url }) =>
      url.includes('/services/11') ? service('11', 6000, 1200) : service('12', null, null);
  });
  const read = () => readBudgets(world, personOf(world), 'productive');
  const remote = async () => (await listProjects(world)).find(({ key }) => key === 'TB')?.remote;

  it('of mapped units are read once an hour, and shown with the projects', async () => {
    expect(await remote()).toBeNull();
    await read();
    expect(await remote()).toEqual({ budgeted: 6000, worked: 1200, at: '2026-02-10T09:00:00.000Z' });
    expect((await listProjects(world)).find(({ key }) => key === 'none')?.remote).toBeNull();
    const asked = world.http.requests.length;
    world.clock.advance(3_599_000);
    await read();
    expect(world.http.requests.length).toBe(asked);
    world.clock.advance(1_000);
    world.http.handler = () => service('11', 6000, 1500);
    await read();
    expect(await remote()).toMatchObject({ worked: 1500, at: '2026-02-10T10:00:00.000Z' });
  });

  it('are read at once for a unit that was mapped since', async () => {
    await read();
    world.http.handler = nobodyThere;
    await mapUnit(world, { provider: 'productive', project: 'new', unit: '13' });
    world.http.handler = ({ url }) => service(url.split('/').at(-1)!.split('?')[0]!, 60, 30);
    await read();
    expect(Object.keys((await keptBudgets(world, personOf(world), 'productive'))!.budgets)).toEqual([
      '11',
      '12',
      '13',
    ]);
  });

  it('stay as they were told last while nobody answers, and hold nothing up', async () => {
    await read();
    world.clock.advance(7_200_000);
    world.http.handler = nobodyThere;
    expect(await read()).toMatchObject({ budgets: { 11: { worked: 1200 } } });
    world.secrets.kept.clear();
    expect(await read()).toMatchObject({ budgets: { 11: { worked: 1200 } } });
    expect(await remote()).toMatchObject({ worked: 1200 });
  });

  it('are not asked for where a provider has none, or nothing is mapped', async () => {
    expect(await readBudgets(world, personOf(world), 'toggl')).toBeNull();
    await world.settings.set('identity.user', 'bob');
    expect(await read()).toBeNull();
    expect(world.http.requests).toEqual([]);
  });

  it('are read together with the state of the provider', async () => {
    const memberships = jsonAnswer({
      data: [
        {
          id: '1',
          type: 'organization_memberships',
          relationships: {
            organization: { data: { id: '4', type: 'organizations' } },
            person: { data: { id: '5', type: 'people' } },
          },
        },
      ],
      links: {},
    });
    world.http.handler = ({ url }) =>
      url.includes('/organization_memberships') ? memberships : service('11', 600, 60);
    expect(await providerStatus(world, { provider: 'productive' })).toMatchObject({ state: 'ready' });
    expect(await remote()).toMatchObject({ budgeted: 600, worked: 60 });
  });
});
