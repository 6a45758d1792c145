import { said } from '../values/said.ts';
import type { Minutes } from '../values/minutes.ts';
import { formatShort, minutes } from '../values/minutes.ts';
import { compareTexts } from '../values/order.ts';
import { hoursOf } from './apportion.ts';
import type { BudgetState } from './budget-state.ts';
import { budgetState, meterOf } from './budget-state.ts';
import type { CustomerTime, DeliveryUnit } from './delivery-units.ts';
import { deliveryUnits, holdingsOf, spendingsOf, workName } from './delivery-units.ts';
import type { Facts } from './facts.ts';
import { invoiceData, invoiceLines, invoiceTable } from './invoice.ts';
import type { Answer, Asked, Data, Report } from './report.ts';
import { STAGE_NAMES } from './stage.ts';
import type { Meter, Table } from './table.ts';
import { sumOf, tableOf } from './table.ts';

type By = 'date' | 'ticket' | 'project';

/** How many activities are listed. */
const LISTED = 10;

/**
 * What a customer may see (document 1, "Kunden-Dashboard"): what was sold and is left, what the last time was spent on,
 * and what the invoice will be made of. Sums only: no entry, no evidence, and nobody's name unless the settings say so
 * (design §2 Privacy).
 */
export const customer: Report<By> = {
  id: 'customer',
  title: said`Service dashboard`,
  usual: '30 days',
  whose: 'everybody',
  needs: ({ period, rules }) => ({
    sums: ['date', 'ticket', 'project'],
    // Whatever was spent before the days asked for is gone too.
    filter: { to: period.to },
    ofCustomer: true,
    details: rules.customerPeople,
    about: rules.budgets.flatMap(({ tickets }) => tickets ?? []),
  }),
  answer,
};

function answer(facts: Facts<By>, asked: Asked): Answer {
  const name = asked.customer ?? '';
  const { tickets } = facts;
  const holdings = holdingsOf(facts.projects, asked.rules.budgets, name);
  const { projects } = holdings;
  const spelled = projects[0]?.customer ?? name;
  const asOf = [asked.today, asked.period.to].toSorted()[0]!;
  const period = facts.sums.filter(({ date }) => date >= asked.period.from);
  const view = { asOf, workingDays: asked.rules.workingDays, percents: asked.rules.budgetPercents };
  const states = holdings.contingents.map((one) =>
    budgetState(one, spendingsOf(one, facts.sums, tickets), view),
  );
  const whole = wholeOf(spelled, states, asked.rules.budgetPercents);
  const units = deliveryUnits(holdings, facts.sums, period, tickets);
  const activities = lastActivities(facts, period, projects);
  const invoice = invoiceLines(holdings, period, tickets);
  const people = asked.rules.customerPeople ? peopleOf(facts, asked) : null;
  return {
    title: said`Service dashboard: ${spelled}`,
    subject: asked.period.label === 'all' ? asOf : asked.period.label,
    data: {
      customer: spelled,
      as_of: asOf,
      from: asked.period.from,
      to: asked.period.to,
      contingent: whole === null ? null : meterData(whole),
      budgets: states.map(({ budget, meter }) => ({
        name: budget.name,
        project: budget.project,
        per: budget.per,
        ...meterData(meter),
      })),
      delivery_units: units.map((unit) => ({
        name: unit.name,
        hours: hoursOf(unit.minutes),
        status: unit.stage,
      })),
      activities: activities.map((one) => ({
        date: one.date,
        hours: hoursOf(one.minutes),
        title: one.title,
      })),
      invoice: invoiceData(invoice),
      ...(people === null
        ? {}
        : { people: people.map((one) => ({ name: one.name, hours: hoursOf(one.minutes) })) }),
    },
    tables: [
      contingentTable(states, whole),
      unitTable(units, sumOf(period)),
      activityTable(activities),
      invoiceTable(invoice),
      ...(people === null ? [] : [peopleTable(people)]),
    ],
    main: 'units',
    meters: whole === null ? [] : [whole, ...(states.length > 1 ? states.map(({ meter }) => meter) : [])],
    notes: [
      ...(projects.length === 0 ? [said`No project of ${name} is known.`] : []),
      ...(whole === null ? [] : [noteOf(whole)]),
    ],
    alarm: null,
  };
}

/** All that was sold, as one; null where nothing was sold by the hour. */
function wholeOf(label: string, states: readonly BudgetState[], percents: readonly number[]): Meter | null {
  if (states.length === 0) return null;
  const of = sumOf(states.map(({ available }) => ({ minutes: available ?? 0 })));
  return meterOf(label, sumOf(states.map(({ used }) => ({ minutes: used }))), of, percents);
}

const leftOf = ({ used, of }: Meter): Minutes => minutes((of ?? 0) - used);

const meterData = (meter: Meter): Data => ({
  sold_hours: hoursOf(meter.of ?? 0),
  used_hours: hoursOf(meter.used),
  left_hours: hoursOf(leftOf(meter)),
  percentage: meter.percent,
  state: meter.state,
});

function noteOf(meter: Meter): string {
  const left = leftOf(meter);
  return left < 0
    ? said`${meter.label}: all of it is used, ${formatShort(0 - left)} more than was sold.`
    : said`${meter.label}: ${formatShort(left)} left.`;
}

interface Activity {
  readonly date: CustomerTime['date'];
  readonly title: string;
  readonly minutes: number;
}

/** Days and what was done on them, the newest first; never who, when of the day, or in which words. */
function lastActivities(
  { tickets }: Facts<By>,
  period: readonly CustomerTime[],
  projects: Facts['projects'],
): Activity[] {
  return period
    .filter(({ minutes: time }) => time > 0)
    .map((sum) => ({ date: sum.date, title: workName(sum, tickets, projects), minutes: sum.minutes }))
    .toSorted(
      (a, b) => compareTexts(b.date, a.date) || b.minutes - a.minutes || compareTexts(a.title, b.title),
    )
    .slice(0, LISTED);
}

/** Only where the agency wants its customers to see it. */
function peopleOf(facts: Facts<By>, { period }: Asked): { name: string; minutes: number }[] {
  const times = new Map<string, number>();
  for (const { user, date, minutes: time } of facts.details)
    if (date >= period.from) times.set(user, (times.get(user) ?? 0) + time);
  return [...times]
    .map(([user, time]) => ({ name: facts.names.get(user) ?? user, minutes: time }))
    .toSorted((a, b) => b.minutes - a.minutes || compareTexts(a.name, b.name));
}

function contingentTable(states: readonly BudgetState[], whole: Meter | null): Table {
  const table = tableOf(
    'contingent',
    said`Contingent`,
    [
      { key: 'name', title: said`Budget`, kind: 'text', of: ({ budget }) => budget.name, total: said`Total` },
      { key: 'sold', title: said`Sold`, kind: 'minutes', of: (one) => one.available, total: whole?.of ?? 0 },
      { key: 'used', title: said`Used`, kind: 'minutes', of: ({ used }) => used, total: whole?.used ?? 0 },
      {
        key: 'left',
        title: said`Left`,
        kind: 'minutes',
        of: ({ left }) => left,
        total: whole === null ? 0 : leftOf(whole),
      },
      {
        key: 'percentage',
        title: said`Share`,
        kind: 'percent',
        of: ({ meter }) => meter.percent,
        total: whole?.percent ?? null,
      },
    ],
    states,
  );
  // The sum of one is said already.
  return states.length === 1 ? { ...table, total: null } : table;
}

const unitTable = (units: readonly DeliveryUnit[], total: Minutes): Table =>
  tableOf(
    'units',
    said`What the time was used for`,
    [
      { key: 'unit', title: said`Delivery unit`, kind: 'text', of: ({ name }) => name, total: said`Total` },
      { key: 'time', title: said`Time`, kind: 'minutes', of: (unit) => unit.minutes, total },
      {
        key: 'stage',
        title: said`Status`,
        kind: 'text',
        of: ({ stage }) => (stage === null ? null : STAGE_NAMES[stage]),
      },
    ],
    units,
  );

const activityTable = (activities: readonly Activity[]): Table =>
  tableOf(
    'activities',
    said`Last activities`,
    [
      { key: 'date', title: said`Day`, kind: 'date', of: ({ date }) => date },
      { key: 'time', title: said`Time`, kind: 'minutes', of: (one) => one.minutes },
      { key: 'title', title: said`What`, kind: 'text', of: ({ title }) => title },
    ],
    activities,
  );

const peopleTable = (people: readonly { name: string; minutes: number }[]): Table =>
  tableOf(
    'people',
    said`People`,
    [
      { key: 'person', title: said`Person`, kind: 'text', of: ({ name }) => name, total: said`Total` },
      { key: 'time', title: said`Time`, kind: 'minutes', of: (one) => one.minutes, total: sumOf(people) },
    ],
    people,
  );
