import { compareTexts } from '../values/order.ts';
import { hoursAddingUpTo, hoursOf } from './apportion.ts';
import type { CustomerHoldings, CustomerTime } from './delivery-units.ts';
import { covers } from './delivery-units.ts';
import type { Facts } from './facts.ts';
import type { Data } from './report.ts';
import type { Money, Table } from './table.ts';
import { sumOf, tableOf } from './table.ts';
import { said } from '../values/said.ts';

/** What an invoice may be made of: time at one price. */
export interface InvoiceLine {
  /** The project; with the delivery unit, where that has a price of its own. */
  readonly name: string;
  readonly project: string;
  readonly minutes: number;
  readonly rate: Money | null;
  /** Rounded to a whole cent; null without a rate. */
  readonly amount: Money | null;
}

/** Hours × rate by project; tickets of a delivery unit with a price of its own stand by themselves. */
export function invoiceLines(
  { projects, units }: CustomerHoldings,
  period: readonly CustomerTime[],
  tickets: Facts['tickets'],
): InvoiceLine[] {
  const priced = units.filter(({ rate }) => rate !== null);
  return projects
    .flatMap((project) => {
      const its = period.filter((sum) => sum.project === project.key);
      const unitOf = (sum: CustomerTime) => priced.find((unit) => covers(unit, sum, tickets));
      return [
        lineOf(
          project.name,
          project.key,
          its.filter((sum) => unitOf(sum) === undefined),
          project.hourlyRate,
        ),
        ...priced.map((unit) =>
          lineOf(
            `${project.name}: ${unit.name}`,
            project.key,
            its.filter((sum) => unitOf(sum) === unit),
            unit.rate,
          ),
        ),
      ];
    })
    .filter(({ minutes }) => minutes !== 0)
    .toSorted((a, b) => compareTexts(a.name, b.name));
}

const lineOf = (
  name: string,
  project: string,
  sums: readonly CustomerTime[],
  rate: Money | null,
): InvoiceLine => {
  const minutes = sumOf(sums);
  const amount = rate === null ? null : { ...rate, cents: Math.round((rate.cents * minutes) / 60) };
  return { name, project, minutes, rate, amount };
};

/** The sum of the lines, by currency. */
function totalsOf(lines: readonly InvoiceLine[]): Money[] {
  const totals = new Map<string, number>();
  for (const { amount } of lines)
    if (amount !== null) totals.set(amount.currency, (totals.get(amount.currency) ?? 0) + amount.cents);
  return [...totals].map(([currency, cents]) => ({ currency, cents }));
}

export function invoiceTable(lines: readonly InvoiceLine[]): Table {
  const totals = totalsOf(lines);
  return tableOf(
    'invoice',
    said`Basis for the invoice`,
    [
      { key: 'project', title: said`Project`, kind: 'text', of: ({ name }) => name, total: said`Total` },
      { key: 'time', title: said`Time`, kind: 'minutes', of: ({ minutes }) => minutes, total: sumOf(lines) },
      { key: 'rate', title: said`Rate`, kind: 'money', of: ({ rate }) => rate },
      {
        key: 'amount',
        title: said`Amount`,
        kind: 'money',
        of: ({ amount }) => amount,
        // Different currencies do not add up to one sum.
        ...(totals.length === 1 ? { total: totals[0]! } : {}),
      },
    ],
    lines,
  );
}

export function invoiceData(lines: readonly InvoiceLine[]): Data {
  const whole = hoursOf(sumOf(lines));
  const hours = hoursAddingUpTo(
    whole,
    lines.map(({ minutes }) => minutes),
  );
  return {
    lines: lines.map(({ name, project, rate, amount }, at) => ({
      project,
      name,
      hours: hours[at]!,
      hourly_rate: rate === null ? null : rate.cents / 100,
      currency: rate?.currency ?? null,
      amount: amount === null ? null : amount.cents / 100,
    })),
    total_hours: whole,
    totals: totalsOf(lines).map(({ currency, cents }) => ({ currency, amount: cents / 100 })),
  };
}
