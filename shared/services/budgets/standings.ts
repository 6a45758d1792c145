import type { World } from '../../ports/world.ts';
import type { Budget } from '../../reports/budget.ts';
import type { BudgetState, BudgetView, Spending } from '../../reports/budget-state.ts';
import { budgetState } from '../../reports/budget-state.ts';
import type { LocalDay } from '../../values/local-day.ts';
import type { TicketId } from '../../values/ticket-id.ts';

/** What is to be known of budgets. */
export interface StandingsView extends BudgetView {
  /** By day, for a course and a forecast; by month is enough for what is used and left. */
  readonly by: 'date' | 'month';
  /** Tickets that carry a label. */
  readonly labelled: (label: string) => Promise<readonly TicketId[]>;
}

/** How budgets stand on a day, by all that was entered for them, whoever did. */
export const standingsOf = async (
  world: Pick<World, 'stores'>,
  budgets: readonly Budget[],
  view: StandingsView,
): Promise<BudgetState[]> =>
  Promise.all(
    budgets.map(async (budget) => budgetState(budget, await spendingsOf(world, budget, view), view)),
  );

async function spendingsOf(
  { stores }: Pick<World, 'stores'>,
  budget: Budget,
  { asOf, by, labelled }: StandingsView,
): Promise<Spending[]> {
  const from = firstDayOf(budget, asOf);
  const isGroup = budget.tickets !== null || budget.label !== null;
  const tickets = [
    ...new Set([...(budget.tickets ?? []), ...(budget.label === null ? [] : await labelled(budget.label))]),
  ];
  if (isGroup && tickets.length === 0) return [];
  const sums = await stores.reports.sums(
    {
      to: asOf,
      ...(from === null ? {} : { from }),
      ...(budget.project === null ? {} : { project: budget.project }),
      ...(isGroup ? { tickets } : {}),
    },
    [by],
  );
  return sums.map((sum) => ({ date: dayOf(sum, from), minutes: sum.minutes }));
}

/** Before it nothing counts; with carrying over, all that went before does. */
function firstDayOf({ per, rollover, from }: Budget, asOf: LocalDay): LocalDay | null {
  if (per !== 'month' || rollover) return from;
  const monthStart = `${asOf.slice(0, 7)}-01` as LocalDay;
  return from !== null && from > monthStart ? from : monthStart;
}

/** A month stands for its first day, or for the one the budget began on. */
function dayOf(sum: { readonly date?: LocalDay; readonly month?: string }, from: LocalDay | null): LocalDay {
  if (sum.date !== undefined) return sum.date;
  const first = `${sum.month ?? ''}-01` as LocalDay;
  return from !== null && from > first ? from : first;
}
