import { USUAL_TERMS } from '../entries/project.ts';
import { said } from '../values/said.ts';
import { formatShort } from '../values/minutes.ts';
import type { LocalDay } from '../values/local-day.ts';
import { compareTexts } from '../values/order.ts';
import { hoursOf } from './apportion.ts';
import type { Budget } from './budget.ts';
import { budgetOfProject, isGroup, priceOf, withProjects } from './budget.ts';
import type { BudgetState, Spending } from './budget-state.ts';
import { budgetState } from './budget-state.ts';
import { byDay, pricedApart, spendingsOf } from './delivery-units.ts';
import type { Facts } from './facts.ts';
import type { Answer, Asked, Data, Report } from './report.ts';
import { subjectOf } from './report.ts';
import type { ColumnOf } from './table.ts';
import { tableOf } from './table.ts';

type By = 'date' | 'project';

/** How far budgets are used, what is left in time and money, and when they run out. */
export const budget: Report<By> = {
  id: 'budget',
  title: said`Budgets`,
  usual: 'all',
  whose: 'everybody',
  needs: ({ period, project, rules }) => {
    const units = rules.budgets.filter(({ project: its }) => project === null || its === project);
    const grouped = units.filter(isGroup);
    return {
      sums: ['date', 'project'],
      // Whatever was spent before the days asked for is gone too.
      filter: { to: period.to, ...(project === null ? {} : { project }) },
      remote: true,
      ...(grouped.length === 0
        ? {}
        : {
            byTicketDay: {
              tickets: grouped.flatMap(({ tickets }) => tickets ?? []),
              labels: grouped.flatMap(({ label }) => label ?? []),
            },
          }),
    };
  },
  answer,
};

function answer(facts: Facts<By>, asked: Asked): Answer {
  const asOf = [asked.today, asked.period.to].toSorted()[0]!;
  const view = { asOf, workingDays: asked.rules.workingDays, percents: asked.rules.budgetPercents };
  const { budgets: units } = asked.rules;
  const states = budgetsAsked(facts, asked).map((one) =>
    budgetState(one, spentOf(one, facts), view, pricedApart(one, units, facts.byTicketDay, facts.tickets)),
  );
  const alarms = states.filter(({ meter }) => meter.state !== 'fine');
  const [first] = states;
  return {
    title: budget.title,
    subject: subjectOf({ ...asked, period: { ...asked.period, label: asOf } }, asked.customer),
    data:
      asked.project !== null && first !== undefined
        ? {
            ...budgetData(first, facts),
            as_of: asOf,
            burndown: courseData(first),
            units: states.slice(1).map((state) => budgetData(state, facts)),
          }
        : { as_of: asOf, budgets: states.map((state) => budgetData(state, facts)) },
    tables: [
      tableOf('budgets', said`Budgets`, columnsOf(facts), states),
      ...((states.length === 1 || asked.project !== null) && first !== undefined && first.course.length > 0
        ? [
            tableOf(
              'burndown',
              said`Burn-down`,
              [
                {
                  key: 'date',
                  title: said`Until`,
                  kind: 'date',
                  of: (point: BudgetState['course'][number]) => point.date,
                },
                { key: 'used', title: said`Used`, kind: 'minutes', of: ({ used }) => used },
                { key: 'left', title: said`Left`, kind: 'minutes', of: ({ left }) => left },
              ],
              first.course,
            ),
          ]
        : []),
    ],
    main: 'budgets',
    meters: states.map(({ meter }) => meter).filter(({ of }) => of !== null),
    notes:
      states.length === 0
        ? [
            said`No budget is known. Set one on the page Customers, or: stint budget set --project TB --hours 40`,
          ]
        : states.flatMap((state) => noteOf(state, asOf)),
    alarm:
      alarms.length === 0
        ? null
        : alarms.map(({ meter }) => `${meter.label}: ${meter.percent}% used`).join('; '),
  };
}

/** A project with its units below it; without a project, all that have a limit. */
function budgetsAsked({ projects, sums }: Facts<By>, { project, customer, rules }: Asked): Budget[] {
  const units = withProjects(rules.budgets, projects);
  if (project !== null) {
    const record = projects.find(({ key }) => key === project);
    const whole = record === undefined ? bare(project) : budgetOfProject(record);
    return [whole, ...units.filter((unit) => unit.project === project)];
  }
  const known = new Set(sums.map(({ project: its }) => its));
  const wholes = projects.filter((one) => one.budget !== null || (customer !== null && known.has(one.key)));
  return [...wholes.map(budgetOfProject), ...units]
    .filter((one) => customer === null || one.customer?.toLowerCase() === customer.toLowerCase())
    .toSorted((a, b) => compareTexts(a.project ?? '', b.project ?? ''));
}

/** A project without a record: time, but no limit. */
const bare = (key: string): Budget => ({
  name: key,
  project: key,
  customer: null,
  minutes: null,
  rate: null,
  usualRate: null,
  ...USUAL_TERMS,
  tickets: null,
  label: null,
});

/** Of a whole project, all of its time; of a group, that of its tickets. */
const spentOf = (budget: Budget, { sums, byTicketDay, tickets }: Facts<By>): Spending[] =>
  isGroup(budget)
    ? spendingsOf(budget, byTicketDay, tickets)
    : byDay(sums.filter(({ project }) => project === budget.project));

function budgetData(state: BudgetState, { remote }: Facts<By>): Data {
  const { budget: of, available, used, left, meter, amount, leftAmount, runsOut } = state;
  const price = priceOf(of);
  const told = toldOf(of, remote);
  return {
    name: of.name,
    project: of.project,
    customer: of.customer,
    per: of.per,
    budget_hours: available === null ? null : hoursOf(available),
    used_hours: hoursOf(used),
    left_hours: left === null ? null : hoursOf(left),
    percentage: meter.percent,
    state: meter.state,
    hourly_rate: price === null ? null : price.cents / 100,
    currency: (price ?? amount)?.currency ?? null,
    used_amount: amount === null ? null : amount.cents / 100,
    left_amount: leftAmount === null ? null : leftAmount.cents / 100,
    runs_out: runsOut,
    remote:
      told === undefined
        ? null
        : {
            budget_hours: told.budgeted === null ? null : hoursOf(told.budgeted),
            used_hours: told.worked === null ? null : hoursOf(told.worked),
          },
  };
}

/** Providers know whole projects only. */
const toldOf = (budget: Budget, remote: Facts['remote']) =>
  budget.project === null || isGroup(budget) ? undefined : remote.get(budget.project);

const courseData = ({ course }: BudgetState): Data[] =>
  course.map(({ date, used, left }) => ({
    date,
    used_hours: hoursOf(used),
    left_hours: left === null ? null : hoursOf(left),
  }));

function columnsOf({ remote }: Facts<By>): ColumnOf<BudgetState>[] {
  const told = ({ budget: of }: BudgetState) => toldOf(of, remote);
  return [
    { key: 'name', title: said`Budget`, kind: 'text', of: ({ budget: of }) => of.name },
    { key: 'project', title: said`Project`, kind: 'text', of: ({ budget: of }) => of.project },
    { key: 'customer', title: said`Customer`, kind: 'text', of: ({ budget: of }) => of.customer },
    { key: 'available', title: said`Sold`, kind: 'minutes', of: (state) => state.available },
    { key: 'used', title: said`Used`, kind: 'minutes', of: (state) => state.used },
    { key: 'left', title: said`Left`, kind: 'minutes', of: (state) => state.left },
    { key: 'percentage', title: said`Share`, kind: 'percent', of: ({ meter }) => meter.percent },
    { key: 'rate', title: said`Rate`, kind: 'money', of: ({ budget: of }) => priceOf(of) },
    { key: 'amount', title: said`Amount`, kind: 'money', of: ({ amount }) => amount },
    { key: 'runs_out', title: said`Runs out`, kind: 'date', of: ({ runsOut }) => runsOut },
    ...(remote.size === 0
      ? []
      : [
          {
            key: 'remote_used',
            title: said`At the provider`,
            kind: 'minutes' as const,
            of: (state: BudgetState) => told(state)?.worked ?? null,
          },
          {
            key: 'remote_sold',
            title: said`Sold there`,
            kind: 'minutes' as const,
            of: (state: BudgetState) => told(state)?.budgeted ?? null,
          },
        ]),
  ];
}

function noteOf({ budget: of, left, runsOut, meter }: BudgetState, asOf: LocalDay): string[] {
  if (left === null) return [said`${of.name} has no limit.`];
  if (left <= 0) {
    const more = said`${of.name}: all of it is used, ${formatShort(0 - left)} more than was sold.`;
    return runsOut === null ? [more] : [more, said`It was used up on ${runsOut}.`];
  }
  return [
    said`${of.name}: ${formatShort(left)} left.`,
    ...(runsOut === null || runsOut <= asOf
      ? []
      : [said`At the pace of the last four weeks it lasts until ${runsOut}.`]),
    ...(meter.state === 'near' ? [said`A warning is due.`] : []),
  ];
}
