import type { ProjectShape } from '#shared/contract/booking-shapes.ts';
import type { BudgetShape } from '#shared/contract/budget-operations.ts';

/** A customer in the list, with what was sold to them as one sum. */
export interface CustomerRow {
  /** Null: projects that nobody is named for. */
  readonly name: string | null;
  readonly projects: readonly string[];
  readonly used: number;
  /** Minutes there are to use; null: nothing was sold by the hour. */
  readonly of: number | null;
  readonly state: BudgetShape['state'];
}

/** Customers by name, and last what has none, where that has a budget. */
export function customerRows(
  projects: readonly ProjectShape[],
  budgets: readonly BudgetShape[],
): readonly CustomerRow[] {
  const names = new Map<string, string>();
  for (const { customer } of projects)
    if (customer !== null && !names.has(keyOf(customer))) names.set(keyOf(customer), customer.trim());
  const rows = [...names].map(([key, name]) =>
    rowOf(
      name,
      projects.filter(({ customer }) => customer !== null && keyOf(customer) === key),
      budgets.filter(({ customer }) => customer !== null && keyOf(customer) === key),
    ),
  );
  const others = budgets.filter(({ customer }) => customer === null);
  const nobodys = projects.filter(
    ({ key, customer }) => customer === null && others.some(({ project }) => project === key),
  );
  return [
    ...rows.toSorted((a, b) => (a.name ?? '').localeCompare(b.name ?? '')),
    ...(others.length === 0 ? [] : [rowOf(null, nobodys, others)]),
  ];
}

const keyOf = (customer: string): string => customer.trim().toLowerCase();

/** Whole projects count; a delivery unit only where its project was not sold as a whole, so that nothing counts twice. */
function rowOf(
  name: string | null,
  projects: readonly ProjectShape[],
  budgets: readonly BudgetShape[],
): CustomerRow {
  const counted = contingentsOf(budgets);
  const of = counted.reduce((sum, { available }) => sum + (available ?? 0), 0);
  const used = counted.reduce((sum, one) => sum + one.used, 0);
  const isWarned = budgets.some(({ available, state }) => available !== null && state !== 'fine');
  return {
    name,
    projects: projects.map(({ key }) => key),
    used,
    of: counted.length === 0 ? null : of,
    state: counted.length > 0 && used >= of ? 'over' : isWarned ? 'near' : 'fine',
  };
}

/** What was sold: whole projects, and delivery units of projects that were not sold as a whole. */
export function contingentsOf(budgets: readonly BudgetShape[]): readonly BudgetShape[] {
  const limited = budgets.filter(({ available }) => available !== null);
  const isWhole = ({ tickets, label }: BudgetShape): boolean => tickets === null && label === null;
  const sold = new Set(limited.filter(isWhole).map(({ project }) => project));
  return limited.filter((one) => isWhole(one) || !sold.has(one.project));
}

/** What was used and what is left of all that was sold, in money. */
export interface Worth {
  readonly used: number;
  readonly left: number;
  readonly currency: string;
}

/** The worth of what was sold; null where not all of it has a price in one currency. */
export function worthOf(budgets: readonly BudgetShape[]): Worth | null {
  const counted = contingentsOf(budgets);
  const currency = counted[0]?.currency ?? null;
  if (currency === null || counted.some((one) => one.amount === null || one.currency !== currency))
    return null;
  const sum = (amounts: readonly (number | null)[]): number =>
    amounts.reduce<number>((cents, amount) => cents + Math.round((amount ?? 0) * 100), 0) / 100;
  return {
    used: sum(counted.map(({ amount }) => amount)),
    left: sum(counted.map(({ leftAmount }) => leftAmount)),
    currency,
  };
}

/** Stands in an address where a customer would, for what has none. */
export const NOBODY = '-';

/** The customer that is asked for by one of their projects, or by name; else the first to whom something was sold. */
export function chosenRow(
  rows: readonly CustomerRow[],
  name: string | null,
  project: string | null,
): CustomerRow | null {
  const isMeant = (row: CustomerRow): boolean =>
    project !== null && row.projects.includes(project)
      ? true
      : project === null && name !== null && keyOf(row.name ?? NOBODY) === keyOf(name);
  return rows.find(isMeant) ?? rows.find(({ of }) => of !== null) ?? rows[0] ?? null;
}
