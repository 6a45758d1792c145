import { expect, it } from 'vitest';
import { memoryWorld } from '../../ports/memory-world.ts';
import { aMapping } from '../../ports/sample-booking.ts';
import { PROVIDERS } from '../../providers/catalogue.ts';
import { addEntry } from '../add-entry.ts';
import { accountOf } from '../connections/open-provider.ts';
import { editProject } from '../connections/projects.ts';
import { personOf } from '../person.ts';
import { budgetStates } from './budget-states.ts';

it('are ours by all time ever entered, and the provider’s as it last told them', async () => {
  const world = memoryWorld('2026-02-10T09:00:00+01:00', 'Europe/Berlin');
  await world.settings.set('providers.productive.organizationId', '4');
  const person = personOf(world);
  expect(await budgetStates(world, person)).toEqual([]);

  await editProject(world, { key: 'TB', name: 'Tracker', budgetHours: 10 });
  await editProject(world, { key: 'FREE' });
  for (const date of ['2024-05-03', '2026-02-10'])
    await addEntry(world, { date, ticket: 'TB-1', minutes: 90, description: 'work' });
  await addEntry(world, { date: '2026-02-10', ticket: 'APP-1', minutes: 60, description: 'work' });
  const local = { project: 'TB', name: 'Tracker', from: 'local', used: 180, of: 600 };
  expect(await budgetStates(world, person)).toEqual([local]);

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
  expect(await budgetStates(world, person)).toEqual([
    local,
    { project: 'APP', name: 'APP', from: 'provider', used: 1200, of: 1500 },
  ]);
  expect(world.http.requests).toEqual([]);
});
