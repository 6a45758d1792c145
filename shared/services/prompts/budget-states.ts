import type { World } from '../../ports/world.ts';
import type { BudgetState } from '../../review/budget-warnings.ts';
import { PROVIDER_IDS } from '../../values/provider-id.ts';
import type { Person } from '../person.ts';

/** Projects with a budget, ours and what the provider last said; asks nobody outside. */
export async function budgetStates(world: World, person: Person): Promise<BudgetState[]> {
  const projects = await world.stores.projects.list(person.user);
  const names = new Map(projects.map(({ key, name }) => [key, name]));
  const states: BudgetState[] = [];
  for (const { key, name, budget } of projects) {
    if (budget === null) continue;
    const [sum] = await world.stores.reports.sums({ user: person.user, project: key }, []);
    states.push({ project: key, name, from: 'local', used: sum?.minutes ?? 0, of: budget });
  }
  const mapped = await Promise.all(PROVIDER_IDS.map((id) => world.stores.mappings.list(person.user, id)));
  if (mapped.every((mappings) => mappings.length === 0)) return states;
  // It brings every provider along, which nobody needs who books nowhere.
  const { remoteBudgets } = await import('../connections/projects.ts');
  for (const [key, { budgeted, worked }] of await remoteBudgets(world, person)) {
    if (budgeted === null || worked === null) continue;
    states.push({ project: key, name: names.get(key) ?? key, from: 'provider', used: worked, of: budgeted });
  }
  return states;
}
