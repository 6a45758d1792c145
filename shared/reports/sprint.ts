import { said } from '../values/said.ts';
import { formatShort } from '../values/minutes.ts';
import type { Facts } from './facts.ts';
import type { Answer, Asked, Report } from './report.ts';
import { periodKey, subjectOf } from './report.ts';
import { sumOf } from './table.ts';
import { ticketRowData, ticketRows, ticketTable, ticketTotals } from './ticket-rows.ts';

type By = 'ticket';

/** Time beside estimates, for retrospectives (document 4 §6.3): of a week, or of the tickets of a sprint. */
export const sprint: Report<By> = {
  id: 'sprint',
  title: said`Sprint report`,
  usual: 'week',
  whose: 'everybody',
  needs: ({ sprint: name, period }) => ({
    sums: ['ticket'],
    labelled: { label: `sprint:${name ?? period.label}`, only: name !== null },
    ever: true,
  }),
  answer,
};

function answer(facts: Facts<By>, asked: Asked): Answer {
  const rows = ticketRows(facts.sums, facts, facts.labelled);
  const { estimated, logged, unestimated } = ticketTotals(rows);
  const unallocated = sumOf(facts.sums.filter(({ ticket }) => ticket === null));
  const accuracy = estimated === 0 ? null : `${Math.round((100 * logged) / estimated)}%`;
  return {
    title: sprint.title,
    subject: asked.sprint === null ? subjectOf(asked) : subjectOf(asked, asked.sprint),
    data: {
      ...(asked.sprint === null ? periodKey('sprint', asked) : { sprint: asked.sprint }),
      tickets: rows.map((row) => ticketRowData(row, asked.rules.hoursPerDay)),
      totals: { estimated: formatShort(estimated), logged: formatShort(logged), accuracy },
    },
    tables: [ticketTable('tickets', said`Tickets`, rows)],
    main: 'tickets',
    meters: [],
    notes: [
      ...(accuracy === null
        ? []
        : [
            said`Accuracy: ${formatShort(logged)} logged of ${formatShort(estimated)} estimated, ${accuracy}.`,
          ]),
      ...(unestimated === 0 ? [] : [said`${formatShort(unestimated)} of it on tickets without an estimate.`]),
      ...(unallocated === 0 ? [] : [said`${formatShort(unallocated)} without a ticket are not in it.`]),
    ],
    alarm: null,
  };
}
