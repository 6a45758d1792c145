import { said } from '../values/said.ts';
import type { LocalDay } from '../values/local-day.ts';
import { formatTimesheet } from '../values/minutes.ts';
import type { TicketId } from '../values/ticket-id.ts';
import type { DayStanding, Facts } from './facts.ts';
import type { Answer, Asked, Report } from './report.ts';
import { periodKey, subjectOf } from './report.ts';
import { detailOf, sumOf, tableOf } from './table.ts';

type By = 'user' | 'date';

/** Per person and week, for approval (document 4 §6.1). */
export const timesheet: Report<By> = {
  id: 'timesheet',
  title: said`Weekly timesheet`,
  usual: 'week',
  whose: 'own',
  needs: ({ isDetailed }) => ({
    sums: ['user', 'date'],
    byTicket: true,
    details: isDetailed,
    standings: true,
  }),
  answer,
};

function answer(facts: Facts<By>, asked: Asked): Answer {
  const byDay = daysOf(facts);
  const byTicket = facts.byTicket
    .map(({ ticket, minutes }) => [ticket, minutes] as const)
    .toSorted(largestFirst);
  const total = sumOf(facts.sums);
  const statuses = statusesOf(facts, asked);
  const status = statusText([...statuses.values()].flat());
  const statusOf = (date: LocalDay): string => {
    const its = statuses.get(date) ?? [];
    return its.length === 1 ? its[0]! : statusText(its);
  };
  return {
    title: timesheet.title,
    subject: subjectOf(asked),
    // Made for who reads it: of ten years it takes as long as all the rest.
    get data() {
      return {
        user: asked.user ?? 'all',
        ...periodKey('week', asked),
        total: formatTimesheet(total),
        by_day: Object.fromEntries(byDay.map(([date, minutes]) => [date, formatTimesheet(minutes)])),
        by_ticket: Object.fromEntries(
          byTicket.map(([ticket, minutes]) => [ticket ?? 'unallocated', formatTimesheet(minutes)]),
        ),
        status,
      };
    },
    tables: [
      tableOf(
        'by_day',
        said`By day`,
        [
          { key: 'date', title: said`Day`, kind: 'date', of: ([date]) => date, total: said`Total` },
          { key: 'time', title: said`Time`, kind: 'minutes', of: ([, minutes]) => minutes, total },
          { key: 'status', title: said`Status`, kind: 'text', of: ([date]) => statusOf(date) },
        ],
        byDay,
      ),
      tableOf(
        'by_ticket',
        said`By ticket`,
        [
          {
            key: 'ticket',
            title: said`Ticket`,
            kind: 'text',
            of: ([ticket]) => ticket ?? 'unallocated',
            total: said`Total`,
          },
          { key: 'title', title: said`Title`, kind: 'text', of: ([ticket]) => titleOf(facts, ticket) },
          { key: 'time', title: said`Time`, kind: 'minutes', of: ([, minutes]) => minutes, total },
        ],
        byTicket,
      ),
      ...(asked.isDetailed
        ? [
            detailOf(
              tableOf(
                'details',
                said`By day and ticket`,
                [
                  {
                    key: 'user',
                    title: said`Person`,
                    kind: 'text',
                    of: ({ user }) => user,
                    total: said`Total`,
                  },
                  { key: 'date', title: said`Day`, kind: 'date', of: ({ date }) => date },
                  { key: 'ticket', title: said`Ticket`, kind: 'text', of: ({ ticket }) => ticket },
                  {
                    key: 'title',
                    title: said`Title`,
                    kind: 'text',
                    of: ({ ticket }) => titleOf(facts, ticket),
                  },
                  { key: 'time', title: said`Time`, kind: 'minutes', of: ({ minutes }) => minutes, total },
                ],
                facts.details,
              ),
            ),
          ]
        : []),
    ],
    main: 'details',
    meters: [],
    notes: byDay.length === 0 ? [] : [said`Status: ${status}.`],
    alarm: null,
  };
}

type Status = DayStanding['status'];

/** What days that hold time are, one for each person: a day without a record is a draft. */
function statusesOf({ sums, standings }: Facts<By>, { project }: Asked): ReadonlyMap<LocalDay, Status[]> {
  const nameOf = ({ user, date }: Pick<DayStanding, 'user' | 'date'>): string => `${user}\n${date}`;
  const rest = new Map(standings.map((one) => [nameOf(one), one]));
  const byDate = new Map<LocalDay, Status[]>();
  const add = (date: LocalDay, status: Status): void => {
    const its = byDate.get(date);
    if (its === undefined) byDate.set(date, [status]);
    else its.push(status);
  };
  for (const day of sums) {
    const name = rest.size === 0 ? '' : nameOf(day);
    add(day.date, rest.get(name)?.status ?? 'draft');
    rest.delete(name);
  }
  // A day that was closed without any time counts too, unless only a project was asked for.
  if (project === null) for (const { date, status } of rest.values()) add(date, status);
  return byDate;
}

const ORDER = ['submitted', 'reviewed', 'draft'] as const;

/** `3 reviewed, 2 draft`. */
function statusText(statuses: readonly Status[]): string {
  const counts = { submitted: 0, reviewed: 0, draft: 0 };
  for (const status of statuses) counts[status] += 1;
  const told = ORDER.filter((status) => counts[status] > 0);
  return told.map((status) => `${counts[status]} ${status}`).join(', ') || 'no days';
}

/** Time of the days, the earliest first. */
function daysOf({ sums }: Facts<By>): (readonly [LocalDay, number])[] {
  const days = new Map<LocalDay, number>();
  for (const { date, minutes } of sums) days.set(date, (days.get(date) ?? 0) + minutes);
  return [...days].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** The largest first; what has no ticket last. */
function largestFirst(
  [a, minutesA]: readonly [TicketId | null, number],
  [b, minutesB]: readonly [TicketId | null, number],
): number {
  if ((a === null) !== (b === null)) return a === null ? 1 : -1;
  return minutesB - minutesA || ((a ?? '') < (b ?? '') ? -1 : 1);
}

const titleOf = ({ tickets }: Facts<By>, ticket: TicketId | null): string =>
  ticket === null ? '' : (tickets.get(ticket)?.title ?? '');
