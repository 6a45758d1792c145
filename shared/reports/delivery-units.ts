import type { Project } from '../entries/project.ts';
import { ofCustomer } from '../entries/project.ts';
import type { LocalDay } from '../values/local-day.ts';
import { compareTexts } from '../values/order.ts';
import type { TicketId } from '../values/ticket-id.ts';
import type { Budget } from './budget.ts';
import { budgetOfProject, isGroup } from './budget.ts';
import type { Priced, Spending } from './budget-state.ts';
import type { Facts, TimeSum } from './facts.ts';
import { plainTitle } from './plain-title.ts';
import type { Stage } from './stage.ts';
import { stageOf, stageOfAll } from './stage.ts';

/** Time as a customer's report looks at it. */
export type CustomerTime = TimeSum<'date' | 'ticket' | 'project'>;

/** What a customer has, and what of it is told apart. */
export interface CustomerHoldings {
  readonly projects: readonly Project[];
  /** Groups of tickets with a name, budget or not. */
  readonly units: readonly Budget[];
  /** What was sold: of whole projects, and of the groups of projects that were not sold as a whole. */
  readonly contingents: readonly Budget[];
}

/** @param budgets those of the settings. */
export function holdingsOf(
  all: readonly Project[],
  budgets: readonly Budget[],
  customer: string,
): CustomerHoldings {
  const projects = ofCustomer(all, customer);
  const keys = new Set<string | null>(projects.map(({ key }) => key));
  const its = budgets.filter(({ project }) => project !== null && keys.has(project));
  const units = its.filter(isGroup);
  const wholes = [...projects.map(budgetOfProject), ...its.filter((one) => !isGroup(one))].filter(isLimited);
  const sold = new Set(wholes.map(({ project }) => project));
  return {
    projects,
    units,
    contingents: [...wholes, ...units.filter((one) => isLimited(one) && !sold.has(one.project))],
  };
}

const isLimited = ({ minutes }: Budget): boolean => minutes !== null;

/** Is time on this ticket of the budget's? */
export function covers(
  budget: Budget,
  { ticket, project }: { readonly ticket: TicketId | null; readonly project: string | null },
  tickets: Facts['tickets'],
): boolean {
  if (budget.project !== null && project !== budget.project) return false;
  if (!isGroup(budget)) return true;
  if (ticket === null) return false;
  if (budget.tickets?.includes(ticket) === true) return true;
  const label = budget.label?.toLowerCase();
  return (
    label !== undefined && (tickets.get(ticket)?.labels.some((one) => one.toLowerCase() === label) ?? false)
  );
}

/** What was spent of a budget, by day. */
export function spendingsOf(
  budget: Budget,
  sums: readonly CustomerTime[],
  tickets: Facts['tickets'],
): Spending[] {
  return byDay(sums.filter((sum) => covers(budget, sum, tickets)));
}

/** Time as it was spent day by day, the oldest first. */
export function byDay(sums: readonly Spending[]): Spending[] {
  const days = new Map<LocalDay, number>();
  for (const { date, minutes } of sums) days.set(date, (days.get(date) ?? 0) + minutes);
  return [...days]
    .map(([date, minutes]) => ({ date, minutes }))
    .toSorted((a, b) => compareTexts(a.date, b.date));
}

/**
 * What of a whole project's time was sold at the price of a delivery unit: every minute belongs to the first that has its
 * ticket, as in an invoice. @param sums of the tickets of units.
 */
export function pricedApart(
  whole: Budget,
  units: readonly Budget[],
  sums: readonly CustomerTime[],
  tickets: Facts['tickets'],
): Priced[] {
  if (isGroup(whole)) return [];
  const its = sums.filter(({ project }) => project === whole.project);
  const priced = units.filter((unit) => isGroup(unit) && unit.rate !== null);
  return priced.map((unit) => ({
    rate: unit.rate!,
    spendings: byDay(its.filter((sum) => priced.find((one) => covers(one, sum, tickets)) === unit)),
  }));
}

/** What work is called before the customer: the ticket's title, else its name, else the project's. */
export function workName(
  { ticket, project }: Pick<CustomerTime, 'ticket' | 'project'>,
  tickets: Facts['tickets'],
  projects: readonly Project[],
): string {
  if (ticket === null) return projects.find(({ key }) => key === project)?.name ?? project ?? '';
  const title = plainTitle(tickets.get(ticket)?.title ?? '');
  return title === '' ? ticket : title;
}

/** A delivery unit: a group of tickets with a name, or a ticket by itself. */
export interface DeliveryUnit {
  readonly name: string;
  /** In the period. */
  readonly minutes: number;
  /** Null: nobody knows. */
  readonly stage: Stage | null;
}

/**
 * Time by delivery unit, the most first: every minute stands in exactly one, the first group that has its ticket.
 * @param ever time from the beginning, by which a group knows its tickets; `period`: the part that is counted.
 */
export function deliveryUnits(
  { projects, units }: CustomerHoldings,
  ever: readonly CustomerTime[],
  period: readonly CustomerTime[],
  tickets: Facts['tickets'],
): DeliveryUnit[] {
  // Years of days are looked through: each ticket is asked about once.
  const known = new Map<string, Budget | null>();
  const groupOf = (sum: CustomerTime): Budget | null => {
    const name = `${sum.project}\n${sum.ticket}`;
    const before = known.get(name);
    if (before !== undefined) return before;
    const found = units.find((unit) => covers(unit, sum, tickets)) ?? null;
    known.set(name, found);
    return found;
  };
  const groups = units.map((unit) => {
    const its = ever.filter((sum) => groupOf(sum) === unit);
    const named = new Set([...(unit.tickets ?? []), ...its.flatMap(({ ticket }) => ticket ?? [])]);
    return {
      name: unit.name,
      minutes: total(period.filter((sum) => groupOf(sum) === unit)),
      stage: stageOfAll(
        [...named].map((ticket) => stageOf(tickets.get(ticket)?.status ?? null)),
        total(its) > 0,
      ),
    };
  });
  const single = new Map<string, { of: CustomerTime; minutes: number }>();
  for (const sum of period) {
    if (groupOf(sum) !== null) continue;
    const name = sum.ticket ?? `\n${sum.project}`;
    single.set(name, { of: sum, minutes: (single.get(name)?.minutes ?? 0) + sum.minutes });
  }
  const alone = [...single.values()].map(({ of, minutes }) => ({
    name: workName(of, tickets, projects),
    minutes,
    stage: of.ticket === null ? null : stageOf(tickets.get(of.ticket)?.status ?? null),
  }));
  return [...groups, ...alone].toSorted((a, b) => b.minutes - a.minutes || compareTexts(a.name, b.name));
}

const total = (sums: readonly CustomerTime[]): number => sums.reduce((sum, { minutes }) => sum + minutes, 0);
