import { beforeEach, describe, expect, it } from 'vitest';
import { jsonAnswer, nobodyThere } from '../../ports/memory-http.ts';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { memoryWorld } from '../../ports/memory-world.ts';
import { adding, anEntry, day, store } from '../../ports/sample-rows.ts';
import { importProjects } from './import-projects.ts';
import { providerStatus } from './list-providers.ts';
import { mapUnit } from './map-unit.ts';
import { personOf } from '../person.ts';
import { editProject, listProjects } from './projects.ts';
import { keptBudgets, readBudgets } from './read-budgets.ts';

const FOLDER = '/home/ann/.claude-time';
const MAPPING = {
  'customer-portal': {
    productive_project_id: '67890',
    productive_service_id: '11111',
    linear_team: 'CUS',
    customer: 'Acme Corp',
    budget_hours: 100,
    hourly_rate: 150,
  },
  'internal-dashboard': {
    productive_project_id: '99999',
    productive_service_id: '22222',
    linear_team: 'INT',
    customer: 'Internal',
    budget_hours: null,
    hourly_rate: null,
  },
};
const DEVELOPER = {
  name: 'Max Mustermann',
  email: 'max@example.com',
  productive_person_id: '12345',
  default_activity_type: 'Development',
};

let world: MemoryWorld;
beforeEach(() => {
  world = memoryWorld('2026-02-10T09:00:00Z', 'Europe/Berlin', { 'identity.user': 'ann' });
});

const write = (name: string, value: unknown): void => {
  world.files.texts.set(`${FOLDER}/${name}`, typeof value === 'string' ? value : JSON.stringify(value));
};
const problem = (code: string) => expect.objectContaining({ name: 'Problem', code });
const steps = async () =>
  (await world.stores.ledger.history(99)).map(({ operation }) => operation).toReversed();
/** Everything an import may change. */
const everything = async () => ({
  projects: await world.stores.projects.list('ann'),
  mappings: await world.stores.mappings.list('ann', 'productive'),
  settings: world.settings.get(),
  steps: await steps(),
});

describe('projects', () => {
  it('are those with a record and those that entries name, by key', async () => {
    await store(
      world.stores,
      adding(anEntry(1, { project: 'TB' })),
      adding(anEntry(2, { project: 'APP' })),
      adding(anEntry(3, { project: 'APP', date: day('2026-02-09') })),
      adding(anEntry(4, { project: 'dropped', state: 'deleted' })),
      adding(anEntry(5, { project: null })),
      adding(anEntry(6, { project: 'his', user: 'bob' })),
    );
    await editProject(world, { key: 'TB', customer: 'Acme' });
    await editProject(world, { key: 'portal' });
    expect((await listProjects(world)).map(({ key, customer }) => [key, customer])).toEqual([
      ['APP', null],
      ['TB', 'Acme'],
      ['portal', null],
    ]);
  });

  it('are made and changed field by field', async () => {
    expect(
      await editProject(world, {
        key: ' TB ',
        customer: 'Acme Corp',
        budgetHours: 100.5,
        hourlyRate: 149.99,
        linearTeam: 'cus',
      }),
    ).toEqual({
      key: 'TB',
      name: 'TB',
      customer: 'Acme Corp',
      budgetHours: 100.5,
      hourlyRate: 149.99,
      currency: 'EUR',
      linearTeam: 'CUS',
      remote: null,
    });
    expect(await world.stores.projects.list('ann')).toMatchObject([
      { budget: 6030, hourlyRate: { cents: 14999, currency: 'EUR' } },
    ]);
    expect(await editProject(world, { key: 'TB', currency: 'CHF', name: 'Billing' })).toMatchObject({
      name: 'Billing',
      hourlyRate: 149.99,
      currency: 'CHF',
    });
    expect(await editProject(world, { key: 'TB', hourlyRate: 160 })).toMatchObject({ currency: 'CHF' });
    const bare = await editProject(world, {
      key: 'TB',
      name: '',
      customer: '',
      budgetHours: 0,
      hourlyRate: 0,
      linearTeam: '',
    });
    expect(bare).toEqual({
      key: 'TB',
      name: 'TB',
      customer: null,
      budgetHours: null,
      hourlyRate: null,
      currency: null,
      linearTeam: null,
      remote: null,
    });
    expect(await steps()).toEqual(Array(4).fill('project.edit'));
    await editProject(world, { key: 'TB', customer: '' });
    expect((await steps()).length).toBe(4);
    expect(world.events.published).toContainEqual({ kind: 'projects' });
  });

  it('a currency without a rate, and a project without a key, make no sense', async () => {
    await expect(editProject(world, { key: 'TB', currency: 'CHF' })).rejects.toEqual(problem('usage'));
    await expect(editProject(world, { key: '  ' })).rejects.toEqual(problem('usage'));
    expect(await world.stores.projects.list('ann')).toEqual([]);
  });
});

describe('taking over claude-time', () => {
  it('brings projects, mappings, teams and the person; again is once', async () => {
    write('project-mapping.json', MAPPING);
    write('developer.json', DEVELOPER);
    write('sessions.json', '[]');
    const imported = await importProjects(world, { path: FOLDER });
    expect(imported).toMatchObject({
      projects: [
        { key: 'customer-portal', customer: 'Acme Corp', budgetHours: 100, hourlyRate: 150, currency: 'EUR' },
        { key: 'internal-dashboard', customer: 'Internal', budgetHours: null, hourlyRate: null },
      ],
      mapped: 2,
      person: '12345',
      skipped: [],
    });
    expect(await world.stores.mappings.list('ann', 'productive')).toMatchObject([
      { scope: 'project', name: 'customer-portal', unit: '11111', task: null, label: '11111' },
      { scope: 'project', name: 'internal-dashboard', unit: '22222' },
    ]);
    expect(world.settings.get()).toMatchObject({
      'tickets.projects': { CUS: 'customer-portal', INT: 'internal-dashboard' },
      'providers.productive.personId': '12345',
      'identity.name': 'Max Mustermann',
      'identity.emails': ['max@example.com'],
    });
    const before = await everything();
    expect(await importProjects(world, { path: FOLDER })).toEqual(imported);
    expect(await everything()).toEqual(before);
    expect(world.http.requests).toEqual([]);
  });

  it('keeps what the files do not say, and who the person said they are', async () => {
    await editProject(world, {
      key: 'customer-portal',
      name: 'Portal',
      budgetHours: 5,
      hourlyRate: 90,
      currency: 'CHF',
    });
    await mapUnit(world, {
      provider: 'productive',
      project: 'customer-portal',
      unit: '11111',
      task: '22',
      billable: 'no',
    });
    await mapUnit(world, {
      provider: 'productive',
      project: 'internal-dashboard',
      unit: '5',
      task: '6',
      billable: 'yes',
    });
    await world.settings.set('identity.name', 'Ann');
    await world.settings.set('identity.emails', ['ann@example.com']);
    await world.settings.set('providers.productive.personId', '9');
    await world.settings.set('tickets.projects', { CUS: 'another', X: 'y' });
    write('project-mapping.json', {
      ...MAPPING,
      'customer-portal': { ...MAPPING['customer-portal'], budget_hours: null },
      broken: { budget_hours: 'many' },
    });
    write('developer.json', DEVELOPER);
    const imported = await importProjects(world, { path: FOLDER });
    expect(imported.projects[0]).toMatchObject({
      name: 'Portal',
      budgetHours: 5,
      hourlyRate: 150,
      currency: 'CHF',
    });
    expect(imported.skipped).toEqual([
      expect.stringMatching(/^broken: budget_hours/),
      'customer-portal: tickets CUS-… count to another already',
    ]);
    expect(await world.stores.mappings.list('ann', 'productive')).toMatchObject([
      { name: 'customer-portal', unit: '11111', task: '22', billable: false },
      { name: 'internal-dashboard', unit: '22222', task: null, billable: true },
    ]);
    expect(world.settings.get()).toMatchObject({
      'tickets.projects': { CUS: 'another', X: 'y', INT: 'internal-dashboard' },
      'providers.productive.personId': '9',
      'identity.name': 'Ann',
      'identity.emails': ['ann@example.com'],
    });
  });

  it('takes one of the files by name, whatever it is called', async () => {
    write('developer.json', DEVELOPER);
    write('mine.json', MAPPING);
    expect(await importProjects(world, { path: `${FOLDER}/developer.json` })).toMatchObject({
      projects: [],
      person: '12345',
    });
    expect(await importProjects(world, { path: `${FOLDER}/mine.json` })).toMatchObject({
      mapped: 2,
      person: null,
    });
  });

  it('takes nothing of a folder without them, or when one of them cannot be read', async () => {
    await expect(importProjects(world, { path: FOLDER })).rejects.toEqual(problem('not-found'));
    write('other.json', '{}');
    await expect(importProjects(world, { path: FOLDER })).rejects.toEqual(problem('not-found'));
    write('project-mapping.json', MAPPING);
    write('developer.json', '{ "name": ');
    const before = await everything();
    await expect(importProjects(world, { path: FOLDER })).rejects.toEqual(problem('usage'));
    expect(await everything()).toEqual(before);
  });

  it('tells a service that is known to be closed or gone', async () => {
    write('project-mapping.json', MAPPING);
    const closed = {
      unit: '11111',
      task: null,
      names: ['Development', 'Portal'],
      billable: true,
      closed: 'delivered',
      left: null,
      capped: false,
    };
    const of = { user: 'ann', provider: 'productive', account: '/' } as const;
    await world.stores.providerCache.put(of, 'units', [closed], world.clock.now());
    const { skipped, mapped } = await importProjects(world, { path: FOLDER });
    expect(mapped).toBe(2);
    expect(skipped).toEqual([
      'customer-portal: mapped, but nothing can be booked there. It is delivered.',
      expect.stringContaining('internal-dashboard: mapped, but'),
    ]);
    expect((await world.stores.mappings.list('ann', 'productive'))[0]?.label).toBe('Development · Portal');
  });
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
