import { said } from '../values/said.ts';
import { compareTexts } from '../values/order.ts';
import type { Minutes } from '../values/minutes.ts';
import { formatShort, formatTimesheet } from '../values/minutes.ts';
import { meterOf } from './budget-state.ts';
import { hoursOf, percentOf } from './apportion.ts';
import type { Facts } from './facts.ts';
import type { Answer, Asked, Data, Report } from './report.ts';
import { subjectOf } from './report.ts';
import { peopleTable } from './people-table.ts';
import { sumOf } from './table.ts';

type By = 'user' | 'ticket';

/** Who worked on a project, how often, how long and on what, beside its budget (document 1, `/time-report`). */
export const project: Report<By> = {
  id: 'project',
  title: said`Time report`,
  usual: 'week',
  whose: 'everybody',
  needs: () => ({ sums: ['user', 'ticket'], sessions: true, spent: true }),
  answer,
};

interface Row {
  readonly user: string;
  readonly minutes: Minutes;
  readonly sessions: number;
  readonly tickets: readonly string[];
}

function answer(facts: Facts<By>, asked: Asked): Answer {
  const users = new Set([...facts.sums.map(({ user }) => user), ...facts.sessions.map(({ user }) => user)]);
  const rows = [...users]
    .map((user): Row => {
      const its = facts.sums.filter((sum) => sum.user === user);
      return {
        user,
        minutes: sumOf(its),
        sessions: facts.sessions
          .filter((one) => one.user === user)
          .reduce((sum, one) => sum + one.sessions, 0),
        tickets: its.flatMap(({ ticket }) => ticket ?? []).toSorted(compareTexts),
      };
    })
    .toSorted((a, b) => b.minutes - a.minutes || compareTexts(a.user, b.user));
  const total = sumOf(rows);
  const sessions = rows.reduce((sum, row) => sum + row.sessions, 0);
  const record = facts.projects.find(({ key }) => key === asked.project);
  const meter =
    record === undefined
      ? null
      : meterOf(record.name, facts.spent, record.budget, asked.rules.budgetPercents);
  const nameOf = (user: string): string => facts.names.get(user) ?? user;
  return {
    title: said`Time report: ${record?.name ?? asked.project ?? ''}`,
    subject: subjectOf({ ...asked, project: null }, record?.customer ?? null),
    data: {
      project: asked.project,
      period: asked.period.label,
      people: rows.map((row) => ({
        user: row.user,
        name: nameOf(row.user),
        sessions: row.sessions,
        time: formatTimesheet(row.minutes),
        tickets: row.tickets,
      })),
      total: { sessions, time: formatTimesheet(total) },
      budget: meter === null ? null : budgetData(meter.of, facts.spent),
    },
    tables: [
      peopleTable(rows, total, nameOf, {
        before: [
          {
            key: 'sessions',
            title: said`Sessions`,
            kind: 'count',
            of: (row) => row.sessions,
            total: sessions,
          },
        ],
        behind: [
          { key: 'tickets', title: said`Tickets`, kind: 'text', of: ({ tickets }) => tickets.join(', ') },
        ],
      }),
    ],
    main: 'people',
    meters: meter === null ? [] : [meter],
    notes:
      meter === null || meter.of === null
        ? []
        : [
            said`Budget: ${formatShort(meter.of)} · used: ${formatShort(meter.used)} · left: ${formatShort(meter.of - meter.used)}`,
          ],
    alarm: null,
  };
}

const budgetData = (budget: number | null, used: number): Data | null =>
  budget === null
    ? null
    : {
        budget_hours: hoursOf(budget),
        used_hours: hoursOf(used),
        left_hours: hoursOf(budget - used),
        percentage: percentOf(used, budget),
      };
