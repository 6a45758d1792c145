import { said } from '../values/said.ts';
import { formatShort } from '../values/minutes.ts';
import { percentages } from './apportion.ts';
import type { Use } from './classify.ts';
import { classifyUse, USES } from './classify.ts';
import type { Facts } from './facts.ts';
import type { Answer, Asked, Report } from './report.ts';
import { subjectOf } from './report.ts';
import { rulesFor } from './rules.ts';
import { sumOf, tableOf } from './table.ts';
import { aboutTicket } from './ticket-about.ts';

type By = 'user' | 'project' | 'ticket';

const TITLES: Readonly<Record<Use, string>> = {
  billable: said`Billable`,
  non_billable: said`Not billable`,
  impediment: said`Impediment`,
  admin: said`Administration`,
};

/** What of somebody's time was billable, and where the rest went (document 4 §6.4). */
export const utilisation: Report<By> = {
  id: 'utilisation',
  title: said`Utilisation`,
  usual: 'month',
  whose: 'own',
  needs: () => ({ sums: ['user', 'project', 'ticket'] }),
  answer,
};

function answer(facts: Facts<By>, asked: Asked): Answer {
  const total = sumOf(facts.sums);
  const customers = new Map(facts.projects.map(({ key, customer }) => [key, customer]));
  const sorted = facts.sums.map((sum) => {
    const about = sum.ticket === null ? null : aboutTicket(sum.ticket, facts.tickets.get(sum.ticket));
    const customer = sum.project === null ? null : (customers.get(sum.project) ?? null);
    return { ...sum, use: classifyUse(about, customer, rulesFor(asked.rules, sum.ticket).use) };
  });
  const minutesOf = (rows: typeof sorted): number[] =>
    USES.map((use) => sumOf(rows.filter((row) => row.use === use)));
  const times = minutesOf(sorted);
  const shares = percentages(times);
  const people = [...new Set(sorted.map(({ user }) => user))].toSorted();
  return {
    title: utilisation.title,
    subject: subjectOf(asked),
    data: {
      user: asked.user ?? 'all',
      period: asked.period.label,
      total: formatShort(total),
      breakdown: Object.fromEntries(
        USES.map((use, at) => [use, { hours: formatShort(times[at]!), percentage: shares[at]! }]),
      ),
    },
    tables: [
      tableOf(
        'breakdown',
        said`Breakdown`,
        [
          { key: 'use', title: said`Use`, kind: 'text', of: (use: Use) => TITLES[use], total: said`Total` },
          { key: 'time', title: said`Time`, kind: 'minutes', of: (use) => times[USES.indexOf(use)]!, total },
          {
            key: 'percentage',
            title: said`Share`,
            kind: 'percent',
            of: (use) => shares[USES.indexOf(use)]!,
            total: total === 0 ? 0 : 100,
          },
        ],
        total === 0 ? [] : USES,
      ),
      ...(people.length < 2
        ? []
        : [
            tableOf(
              'people',
              said`People`,
              [
                {
                  key: 'user',
                  title: said`Person`,
                  kind: 'text',
                  of: (user: string) => facts.names.get(user) ?? user,
                  total: said`Total`,
                },
                ...USES.map((use, at) => ({
                  key: use,
                  title: TITLES[use],
                  kind: 'minutes' as const,
                  of: (user: string) => minutesOf(sorted.filter((row) => row.user === user))[at]!,
                  total: times[at]!,
                })),
                {
                  key: 'time',
                  title: said`Time`,
                  kind: 'minutes',
                  of: (user: string) => sumOf(sorted.filter((row) => row.user === user)),
                  total,
                },
              ],
              people,
            ),
          ]),
    ],
    main: 'breakdown',
    meters: [],
    notes: [],
    alarm: null,
  };
}
