import { describe, expect, it } from 'vitest';
import type { TicketFacts } from '../../evidence/ticket-facts.ts';
import { memoryWorld } from '../../ports/memory-world.ts';
import { aMapping } from '../../ports/sample-booking.ts';
import { PROVIDERS } from '../../providers/catalogue.ts';
import type { Settings } from '../../settings/catalogue.ts';
import type { TicketId } from '../../values/ticket-id.ts';
import { addEntry } from '../add-entry.ts';
import { accountOf } from '../connections/open-provider.ts';
import { editProject } from '../connections/projects.ts';
import { personOf } from '../person.ts';
import { budgetStates } from './budget-states.ts';
import { listPrompts } from './list-prompts.ts';

it('are ours by all time ever entered, and the provider’s as it last told them', async () => {
  const world = memoryWorld('2026-02-10T09:00:00+01:00', 'Europe/Berlin');
  await world.settings.set('providers.productive.organizationId', '4');
  const person = personOf(world);
  expect(await budgetStates(world, personOf(world), [80, 100])).toEqual([]);

  await editProject(world, { key: 'TB', name: 'Tracker', budgetHours: 10 });
  await editProject(world, { key: 'FREE' });
  for (const date of ['2024-05-03', '2026-02-10'])
    await addEntry(world, { date, ticket: 'TB-1', minutes: 90, description: 'work' });
  await addEntry(world, { date: '2026-02-10', ticket: 'APP-1', minutes: 60, description: 'work' });
  const local = {
    ...{ id: 'TB', project: 'TB', name: 'Tracker', from: 'local', used: 180, of: 600, agreed: 600 },
    ...{ month: null, since: null, percents: [80, 100] },
  };
  expect(await budgetStates(world, personOf(world), [80, 100])).toEqual([local]);

  const mapping = (n: number, name: string, unit: string) => ({
    noun: 'mapping' as const,
    before: null,
    after: {
      ...aMapping(n),
      user: 'max',
      provider: 'productive' as const,
      scope: 'project' as const,
      name,
      unit,
    },
  });
  await world.stores.ledger.commit({
    actor: 'max',
    operation: 'provider.map',
    why: 'a test',
    changes: [mapping(1, 'APP', '11'), mapping(2, 'FREE', '12')],
  });
  const budget = (unit: string, budgeted: number | null) => ({ unit, budgeted, worked: 1200, money: null });
  await world.stores.providerCache.put(
    accountOf(person, PROVIDERS.productive),
    'budgets',
    { 11: budget('11', 1500), 12: budget('12', null) },
    person.now,
  );
  expect(await budgetStates(world, personOf(world), [80, 100])).toEqual([
    local,
    {
      ...{ id: 'APP', project: 'APP', name: 'APP', from: 'provider', used: 1200, of: 1500, agreed: 1500 },
      ...{ month: null, since: null, percents: [80, 100] },
    },
  ]);
  expect(world.http.requests).toEqual([]);
});

describe('budgets of delivery units and of months', () => {
  const worldOn = async (today: string) => {
    const world = memoryWorld(`${today}T09:00:00+01:00`, 'Europe/Berlin');
    await editProject(world, { key: 'TB', name: 'Tracker', customer: 'Acme Corp', budgetHours: 20 });
    for (const [date, ticket, time] of [
      ['2026-01-31', 'TB-1', 600],
      ['2026-02-01', 'TB-1', 60],
      ['2026-02-28', 'TB-2', 120],
      ['2026-03-01', 'TB-2', 30],
    ] as const)
      await addEntry(world, { date, ticket, minutes: time, description: 'work' });
    const set = (budgets: Settings['reports.budgets']) => world.settings.set('reports.budgets', budgets);
    const used = async () =>
      (await budgetStates(world, personOf(world), [80])).map(
        ({ id, month, used: time, of }) => `${id} ${month ?? 'all'} ${time}/${of}`,
      );
    return { world, set, used };
  };

  it('count the days of their month and no other', async () => {
    for (const [today, sum] of [
      ['2026-01-31', 600],
      ['2026-02-01', 60],
      ['2026-02-28', 180],
      ['2026-03-01', 30],
      ['2026-04-01', 0],
    ] as const) {
      const { set, used } = await worldOn(today);
      await set({ Login: { project: 'TB', tickets: ['TB-1', 'TB-2'], hours: 10, per: 'month' } });
      expect((await used())[1]).toBe(`unit/Login ${today.slice(0, 7)} ${sum}/600`);
    }
  });

  it('carry over from the day they began', async () => {
    const { set, used } = await worldOn('2026-03-01');
    const terms: Settings['reports.budgets'][string] = {
      ...{ project: 'TB', tickets: ['TB-1', 'TB-2'], hours: 10, per: 'month', rollover: true },
    };
    await set({ Login: terms });
    expect((await used())[1]).toBe(`unit/Login 2026-03 30/${3 * 600 - 780}`);
    await set({ Login: { ...terms, from: '2026-02-01' } });
    expect((await used())[1]).toBe(`unit/Login 2026-03 30/${2 * 600 - 180}`);
    await set({ Login: { ...terms, from: '2026-02-15' } });
    expect((await used())[1]).toBe(`unit/Login 2026-03 30/${2 * 600 - 120}`);
  });

  it('know their tickets by name or label, and have thresholds of their own', async () => {
    const { world, set } = await worldOn('2026-03-01');
    const facts = {
      type: null,
      status: null,
      estimate: null,
      url: null,
      from: 'file',
      at: personOf(world).now,
    };
    await world.stores.ticketFacts.put([
      { ...facts, ticket: 'TB-2' as TicketId, title: 'two', labels: ['Shop'] } as TicketFacts,
      { ...facts, ticket: 'TB-9' as TicketId, title: 'a shop', labels: ['shopping'] } as TicketFacts,
    ]);
    await set({
      One: { project: 'TB', tickets: ['TB-1'], hours: 20, warnAt: [90, 50] },
      Shop: { label: 'shop', hours: 5 },
      Nobody: { label: 'nobody', hours: 5 },
    });
    const states = await budgetStates(world, personOf(world), [80]);
    expect(states.map(({ name, project, used, percents }) => [name, project, used, percents])).toEqual([
      ['Shop', null, 150, [80]],
      ['Nobody', null, 0, [80]],
      ['Tracker', 'TB', 810, [80]],
      ['One', 'TB', 660, [50, 90]],
    ]);
    const prompts = await listPrompts(world);
    expect(prompts.filter(({ kind }) => kind === 'budget').map(({ title }) => title)).toEqual([
      'One has used 55 % of its budget.',
    ]);
  });
});
