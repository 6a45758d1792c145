import { beforeEach, describe, expect, it } from 'vitest';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { importProjects } from './import-projects.ts';
import { mapUnit } from './map-unit.ts';
import { editProject } from './projects.ts';
import { projectsWorld, steps } from './projects-world.fixture.ts';

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
  world = projectsWorld();
});

const write = (name: string, value: unknown): void => {
  world.files.texts.set(`${FOLDER}/${name}`, typeof value === 'string' ? value : JSON.stringify(value));
};
const problem = (code: string) => expect.objectContaining({ name: 'Problem', code });
/** Everything an import may change. */
const everything = async () => ({
  projects: await world.stores.projects.list('ann'),
  mappings: await world.stores.mappings.list('ann', 'productive'),
  settings: world.settings.get(),
  steps: await steps(world),
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
