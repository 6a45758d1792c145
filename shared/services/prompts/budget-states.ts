import type { World } from '../../ports/world.ts';
import type { BudgetState } from '../../review/budget-warnings.ts';
import { PROVIDER_IDS } from '../../values/provider-id.ts';
import type { Person } from '../person.ts';

/**
 * Budgets of projects and delivery units as they stand today, ours and what the provider last said; asks nobody outside.
 * @param percents thresholds of budgets that have none of their own.
 */
export async function budgetStates(
  world: World,
  person: Person,
  percents: readonly number[],
): Promise<BudgetState[]> {
  const projects = await world.stores.projects.list(person.user);
  const states: BudgetState[] = [];
  const units = person.settings['reports.budgets'];
  if (Object.keys(units).length > 0 || projects.some(({ budget }) => budget !== null))
    states.push(...(await ours(world, person, percents)));
  const mapped = await Promise.all(PROVIDER_IDS.map((id) => world.stores.mappings.list(person.user, id)));
  if (mapped.every((mappings) => mappings.length === 0)) return states;
  // It brings every provider along, which nobody needs who books nowhere.
  const { remoteBudgets } = await import('../connections/projects.ts');
  for (const [key, { budgeted, worked }] of await remoteBudgets(world, person)) {
    if (budgeted === null || worked === null) continue;
    const project = projects.find((one) => one.key === key);
    states.push({
      id: key,
      project: key,
      name: project?.name ?? key,
      from: 'provider',
      used: worked,
      of: budgeted,
      agreed: budgeted,
      month: null,
      since: null,
      percents: project?.terms.percents ?? percents,
    });
  }
  return states;
}

/** Loaded only where somebody has a budget. */
async function ours(world: World, person: Person, percents: readonly number[]): Promise<BudgetState[]> {
  const [{ knownBudgets }, { standingsOf }, { labelledBefore }] = await Promise.all([
    import('../budgets/known-budgets.ts'),
    import('../budgets/standings.ts'),
    import('../budgets/labelled.ts'),
  ]);
  const known = (await knownBudgets(world, person)).filter(({ budget }) => budget.minutes !== null);
  const standings = await standingsOf(
    world,
    known.map(({ budget }) => budget),
    {
      asOf: person.today,
      workingDays: [],
      percents,
      by: 'month',
      labelled: (label) => labelledBefore(world, label),
    },
  );
  return standings.map(({ budget, used, available }, at) => ({
    id: known[at]!.id,
    project: budget.project,
    name: budget.name,
    from: 'local',
    used,
    of: available ?? 0,
    agreed: budget.minutes ?? 0,
    month: budget.per === 'month' ? person.today.slice(0, 7) : null,
    since: budget.from,
    percents: budget.percents ?? percents,
  }));
}
