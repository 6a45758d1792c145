import { said } from '../values/said.ts';
import { formatEstimate, formatShort, formatTimesheet } from '../values/minutes.ts';
import { percentOf } from './apportion.ts';
import type { Facts } from './facts.ts';
import type { Answer, Asked, Report } from './report.ts';
import { subjectOf } from './report.ts';
import { peopleTable } from './people-table.ts';
import { sumOf } from './table.ts';
import { ticketRowData, ticketRows, ticketTable, ticketTotals } from './ticket-rows.ts';

type By = 'user' | 'ticket';

/** All time on the tickets of a plan or sprint (document 2, `timer summary`). */
export const summary: Report<By> = {
  id: 'summary',
  title: said`Summary`,
  usual: 'all',
  whose: 'everybody',
  needs: ({ plan, sprint }) => ({
    sums: ['user', 'ticket'],
    labelled: { label: plan === null ? `sprint:${sprint ?? ''}` : `plan:${plan}`, only: true },
    ever: true,
  }),
  answer,
};

function answer(facts: Facts<By>, asked: Asked): Answer {
  const rows = ticketRows(facts.sums, facts, facts.labelled);
  const { estimated, logged, remaining } = ticketTotals(rows);
  const hours = asked.rules.hoursPerDay;
  const people = [...new Set(facts.sums.map(({ user }) => user))]
    .map((user) => ({ user, minutes: sumOf(facts.sums.filter((sum) => sum.user === user)) }))
    .toSorted((a, b) => b.minutes - a.minutes);
  const name = asked.plan ?? asked.sprint ?? '';
  return {
    title: said`Summary: ${name}`,
    subject: subjectOf(asked),
    data: {
      ...(asked.plan === null ? { sprint: asked.sprint } : { plan: asked.plan }),
      total: formatTimesheet(logged),
      tickets: rows.map((row) => ({
        ...ticketRowData(row, hours),
        title: row.about.title,
      })),
      by_user: Object.fromEntries(people.map(({ user, minutes }) => [user, formatTimesheet(minutes)])),
      totals: {
        tickets: rows.length,
        estimated: formatShort(estimated),
        logged: formatShort(logged),
        remaining: formatEstimate(remaining, hours),
        percentage: percentOf(logged, estimated),
      },
    },
    tables: [
      ticketTable('tickets', said`Tickets`, rows),
      peopleTable(people, logged, (user) => facts.names.get(user) ?? user),
    ],
    main: 'tickets',
    meters: [],
    notes: rows.length === 0 ? [said`No ticket is known of ${name}.`] : [],
    alarm: null,
  };
}
