import { beforeEach, describe, expect, it } from 'vitest';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { adding, anEntry, day, store } from '../../ports/sample-rows.ts';
import { editProject, listProjects } from './projects.ts';
import { projectsWorld, steps } from './projects-world.fixture.ts';

let world: MemoryWorld;
beforeEach(() => {
  world = projectsWorld();
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
    expect(await steps(world)).toEqual(Array(4).fill('project.edit'));
    await editProject(world, { key: 'TB', customer: '' });
    expect((await steps(world)).length).toBe(4);
    expect(world.events.published).toContainEqual({ kind: 'projects' });
  });

  it('a currency without a rate, and a project without a key, make no sense', async () => {
    await expect(editProject(world, { key: 'TB', currency: 'CHF' })).rejects.toEqual(
      expect.objectContaining({ name: 'Problem', code: 'usage' }),
    );
    await expect(editProject(world, { key: '  ' })).rejects.toEqual(
      expect.objectContaining({ name: 'Problem', code: 'usage' }),
    );
    expect(await world.stores.projects.list('ann')).toEqual([]);
  });
});
