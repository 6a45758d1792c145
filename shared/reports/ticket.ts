import { formatEstimate, formatShort, formatTimesheet } from '../values/minutes.ts';
import { formatClock } from '../values/local-day.ts';
import { Problem } from '../values/problem.ts';
import { said } from '../values/said.ts';
import { parseTicketId } from '../values/ticket-id.ts';
import { remainingOf } from './derived.ts';
import type { EntryLine, Facts } from './facts.ts';
import type { Answer, Asked, Report } from './report.ts';
import { subjectOf } from './report.ts';
import { peopleTable } from './people-table.ts';
import { sumOf, tableOf } from './table.ts';
import { aboutTicket } from './ticket-about.ts';

type By = 'user' | 'date';

/** How many entries are listed. */
const LISTED = 500;

/** All time on a ticket, of all people (document 4 §5; document 2, `timer show`). */
export const ticket: Report<By> = {
  id: 'ticket',
  title: said`Time on a ticket`,
  usual: 'all',
  whose: 'everybody',
  needs: () => ({ sums: ['user', 'date'], ever: true, lines: LISTED }),
  answer,
};

/** @throws Problem `usage` for what is no ticket. */
export function ticketAsked(text: string) {
  const id = parseTicketId(text);
  if (id === null) throw new Problem('usage', said`"${text}" is no ticket.`, said`Give one such as TB-042.`);
  return id;
}

function answer(facts: Facts<By>, asked: Asked): Answer {
  const id = asked.ticket!;
  const about = aboutTicket(id, facts.tickets.get(id));
  const total = sumOf(facts.sums);
  const ever = facts.ever.get(id) ?? total;
  const remaining = remainingOf(about.estimate, ever);
  const hours = asked.rules.hoursPerDay;
  const people = [...new Set(facts.sums.map(({ user }) => user))]
    .map((user) => {
      const its = facts.sums.filter((sum) => sum.user === user);
      return { user, minutes: sumOf(its), days: its.length, last: its.at(-1)!.date };
    })
    .toSorted((a, b) => b.minutes - a.minutes);
  const nameOf = (user: string): string => facts.names.get(user) ?? user;
  return {
    title: about.title === null ? id : `${id}: ${about.title}`,
    subject: subjectOf(asked),
    data: {
      ticket: id,
      title: about.title,
      type: about.type,
      status: about.status,
      estimate: about.estimate === null ? null : formatEstimate(about.estimate, hours),
      logged: formatShort(ever),
      remaining: remaining === null ? null : formatEstimate(remaining, hours),
      total: formatTimesheet(total),
      by_user: Object.fromEntries(people.map(({ user, minutes }) => [user, formatTimesheet(minutes)])),
      entries: facts.lines.map((line) => ({
        date: line.date,
        user: line.user,
        start: clockOf(line, 'startedAt'),
        end: clockOf(line, 'endedAt'),
        duration: formatShort(line.minutes),
        source: line.source,
        description: line.description,
      })),
    },
    tables: [
      peopleTable(people, total, nameOf, {
        before: [
          { key: 'days', title: said`Days`, kind: 'count', of: ({ days }) => days },
          { key: 'last', title: said`Last`, kind: 'date', of: ({ last }) => last },
        ],
      }),
      tableOf(
        'entries',
        said`Entries`,
        [
          { key: 'date', title: said`Day`, kind: 'date', of: (line: EntryLine) => line.date },
          { key: 'person', title: said`Person`, kind: 'text', of: ({ user }) => nameOf(user) },
          { key: 'from', title: said`From`, kind: 'text', of: (line) => clockOf(line, 'startedAt') },
          { key: 'to', title: said`To`, kind: 'text', of: (line) => clockOf(line, 'endedAt') },
          { key: 'time', title: said`Time`, kind: 'minutes', of: ({ minutes }) => minutes },
          { key: 'source', title: said`Source`, kind: 'text', of: ({ source }) => source },
          {
            key: 'description',
            title: said`Description`,
            kind: 'text',
            of: ({ description }) => description,
          },
        ],
        facts.lines,
      ),
    ],
    main: 'entries',
    meters:
      about.estimate === null
        ? []
        : [
            {
              label: id,
              used: ever,
              of: about.estimate,
              percent: Math.round((1000 * ever) / about.estimate) / 10,
              state: ever > about.estimate ? 'over' : 'fine',
            },
          ],
    notes: [
      ...(remaining === null
        ? []
        : [
            said`Estimate ${formatEstimate(about.estimate!, hours)}, remaining ${formatEstimate(remaining, hours)}.`,
          ]),
      ...(facts.lines.length < LISTED
        ? []
        : [said`Only the newest ${LISTED} entries are listed; the sums are of all.`]),
    ],
    alarm: null,
  };
}

const clockOf = (line: EntryLine, edge: 'startedAt' | 'endedAt'): string | null => {
  const at = line[edge];
  return at === null ? null : formatClock(at, line.zone);
};
