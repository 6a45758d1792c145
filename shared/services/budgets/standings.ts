import type { World } from '../../ports/world.ts';
import type { Budget } from '../../reports/budget.ts';
import { isGroup } from '../../reports/budget.ts';
import type { BudgetState, BudgetView, Priced, Spending } from '../../reports/budget-state.ts';
import { budgetState } from '../../reports/budget-state.ts';
import type { LocalDay } from '../../values/local-day.ts';
import type { TicketId } from '../../values/ticket-id.ts';

/** What is to be known of budgets. */
export interface StandingsView extends BudgetView {
  /** By day, for a course and a forecast; by month is enough for what is used and left. */
  readonly by: 'date' | 'month';
  /** Tickets that carry a label. */
  readonly labelled: (label: string) => Promise<readonly TicketId[]>;
  /** Delivery units, whose time within a project may have a price of its own; left out: nobody asks for money. */
  readonly units?: readonly Budget[];
}

/** How budgets stand on a day, by all that was entered for them, whoever did. */
export const standingsOf = async (
  world: Pick<World, 'stores'>,
  budgets: readonly Budget[],
  view: StandingsView,
): Promise<BudgetState[]> =>
  Promise.all(
    budgets.map(async (budget) =>
      budgetState(
        budget,
        await spendingsOf(world, budget, view),
        view,
        await pricedApart(world, budget, view),
      ),
    ),
  );

/** As the rule of that name in the reports has it: every ticket belongs to the first unit with a price that has it. */
async function pricedApart(
  world: Pick<World, 'stores'>,
  whole: Budget,
  view: StandingsView,
): Promise<Priced[]> {
  const { units = [] } = view;
  if (isGroup(whole) || whole.project === null) return [];
  const found: Priced[] = [];
  const taken = new Set<TicketId>();
  for (const unit of units) {
    if (!isGroup(unit) || unit.rate === null) continue;
    if (unit.project !== null && unit.project !== whole.project) continue;
    const tickets = (await ticketsOf(unit, view)).filter((ticket) => !taken.has(ticket));
    for (const ticket of tickets) taken.add(ticket);
    found.push({ rate: unit.rate, spendings: await spentOn(world, whole, tickets, view) });
  }
  return found;
}

const spendingsOf = async (
  world: Pick<World, 'stores'>,
  budget: Budget,
  view: StandingsView,
): Promise<Spending[]> =>
  spentOn(world, budget, isGroup(budget) ? await ticketsOf(budget, view) : null, view);

async function ticketsOf(
  { tickets, label }: Budget,
  { labelled }: StandingsView,
): Promise<readonly TicketId[]> {
  return [...new Set([...(tickets ?? []), ...(label === null ? [] : await labelled(label))])];
}

/** Time on some tickets of a budget's project, on the days that count for it. @param tickets null: whatever it is on. */
async function spentOn(
  { stores }: Pick<World, 'stores'>,
  budget: Budget,
  tickets: readonly TicketId[] | null,
  { asOf, by }: StandingsView,
): Promise<Spending[]> {
  const from = firstDayOf(budget, asOf);
  if (tickets?.length === 0) return [];
  const sums = await stores.reports.sums(
    {
      to: asOf,
      ...(from === null ? {} : { from }),
      ...(budget.project === null ? {} : { project: budget.project }),
      ...(tickets === null ? {} : { tickets }),
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
