import type { BudgetShape } from '../../contract/budget-operations.ts';
import type { World } from '../../ports/world.ts';
import { budgetsNamed, priceOf } from '../../reports/budget.ts';
import type { BudgetState } from '../../reports/budget-state.ts';
import { reportRules } from '../../reports/rules.ts';
import type { TicketId } from '../../values/ticket-id.ts';
import { remoteBudgets } from '../connections/projects.ts';
import type { Person } from '../person.ts';
import { personOf } from '../person.ts';
import type { KnownBudget } from './known-budgets.ts';
import { knownBudgets } from './known-budgets.ts';
import { labelledNow } from './labelled.ts';
import { standingsOf } from './standings.ts';

/**
 * Budgets of projects and delivery units, each project before its units, with how they stand today. A project without
 * any time sold is among them where a customer or the project itself was asked for: somebody may want to sell some.
 */
export async function listBudgets(
  world: World,
  { project, customer }: { project?: string | undefined; customer?: string | undefined },
): Promise<BudgetShape[]> {
  const person = personOf(world);
  const wanted = customer?.trim().toLowerCase();
  const known = (await knownBudgets(world, person)).filter(
    ({ kind, budget }) =>
      (project === undefined || budget.project === project) &&
      (wanted === undefined || budget.customer?.trim().toLowerCase() === wanted) &&
      (kind === 'unit' || budget.minutes !== null || project !== undefined || wanted !== undefined),
  );
  return describeBudgets(world, person, known);
}

/** Budgets as doors show them. */
export async function describeBudgets(
  world: World,
  person: Person,
  known: readonly KnownBudget[],
): Promise<BudgetShape[]> {
  const { workingDays, budgetPercents } = reportRules(person.settings);
  const units = budgetsNamed(person.settings['reports.budgets']);
  const told = new Map<string, Promise<readonly TicketId[]>>();
  const labelled = (label: string) => {
    const known = told.get(label) ?? labelledNow(world, person, label);
    told.set(label, known);
    return known;
  };
  const states = await standingsOf(
    world,
    known.map(({ budget }) => budget),
    {
      asOf: person.today,
      workingDays,
      percents: budgetPercents,
      by: 'date',
      labelled,
      units,
    },
  );
  const remote = await remoteBudgets(world, person);
  return known.map(({ id, kind }, at) => ({
    id,
    kind,
    ...shapeOf(states[at]!, budgetPercents),
    remote: kind === 'project' ? (remote.get(id) ?? null) : null,
  }));
}

function shapeOf(
  state: BudgetState,
  percents: readonly number[],
): Omit<BudgetShape, 'id' | 'kind' | 'remote'> {
  const { budget, available, used, left, meter, amount, leftAmount, runsOut, course } = state;
  const { rate, tickets, percents: own } = budget;
  return {
    name: budget.name,
    project: budget.project,
    customer: budget.customer,
    hours: budget.minutes === null ? null : budget.minutes / 60,
    hourlyRate: rate === null ? null : rate.cents / 100,
    currency: (priceOf(budget) ?? amount)?.currency ?? null,
    per: budget.per,
    rollover: budget.rollover,
    from: budget.from,
    tickets: tickets === null ? null : [...tickets],
    label: budget.label,
    warnAt: own === null ? null : [...own],
    thresholds: [...(own ?? percents)],
    available,
    used,
    left,
    percent: meter.percent,
    state: meter.state,
    amount: amount === null ? null : amount.cents / 100,
    leftAmount: leftAmount === null ? null : leftAmount.cents / 100,
    runsOut,
    course: [...course],
  };
}
