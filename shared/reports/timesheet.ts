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
  const { days, standing } = daysOf(facts, asked);
  const byTicket = facts.byTicket
    .map(({ ticket, minutes }) => [ticket, minutes] as const)
    .toSorted(largestFirst);
  const total = sumOf(days);
  const status = statusText(standing);
  return {
    title: timesheet.title,
    subject: subjectOf(asked),
    // Made for who reads it: of ten years it takes as long as all the rest.
    get data() {
      return {
        user: asked.user ?? 'all',
        ...periodKey('week', asked),
        total: formatTimesheet(total),
        by_day: Object.fromEntries(days.map(({ date, minutes }) => [date, formatTimesheet(minutes)])),
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
          { key: 'date', title: said`Day`, kind: 'date', of: ({ date }) => date, total: said`Total` },
          { key: 'time', title: said`Time`, kind: 'minutes', of: ({ minutes }) => minutes, total },
          { key: 'status', title: said`Status`, kind: 'text', of: statusOf },
        ],
        days,
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
    notes: days.length === 0 ? [] : [said`Status: ${status}.`],
    alarm: null,
  };
}

type Status = DayStanding['status'];

/** How many days have which status, one for each person and date. */
type Counts = Record<Status, number>;

const NO_DAYS: Counts = { submitted: 0, reviewed: 0, draft: 0 };

/** A date that holds time, and the days of all who worked on it: flat, for ten years have thousands of them. */
interface Day extends Counts {
  readonly date: LocalDay;
  minutes: number;
}

/** The dates that hold time, the earliest first, and all days that are counted. A day without a record is a draft. */
function daysOf({ sums, standings }: Facts<By>, { project }: Asked): { days: Day[]; standing: Counts } {
  const nameOf = ({ user, date }: Pick<DayStanding, 'user' | 'date'>): string => `${user}\n${date}`;
  const rest = new Map(standings.map((one) => [nameOf(one), one]));
  const byDate = new Map<LocalDay, Day>();
  const standing = { ...NO_DAYS };
  const take = (one: Pick<DayStanding, 'user' | 'date'>): Status => {
    if (rest.size === 0) return 'draft';
    const name = nameOf(one);
    const status = rest.get(name)?.status ?? 'draft';
    rest.delete(name);
    return status;
  };
  for (const sum of sums) {
    const { date, minutes } = sum;
    const status = take(sum);
    let day = byDate.get(date);
    if (day === undefined) byDate.set(date, (day = { date, minutes: 0, ...NO_DAYS }));
    day.minutes += minutes;
    day[status] += 1;
    standing[status] += 1;
  }
  // A day that was closed without any time counts too, unless only a project was asked for.
  if (project === null)
    for (const { date, status } of rest.values()) {
      const day = byDate.get(date);
      if (day !== undefined) day[status] += 1;
      standing[status] += 1;
    }
  return { days: [...byDate.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1)), standing };
}

const ORDER = ['submitted', 'reviewed', 'draft'] as const;

/** `3 reviewed, 2 draft`. */
function statusText(counts: Counts): string {
  const told = ORDER.filter((status) => counts[status] > 0);
  return told.map((status) => `${counts[status]} ${status}`).join(', ') || 'no days';
}

/** `reviewed` where it is one person's. */
function statusOf(day: Day): string {
  if (day.submitted + day.reviewed + day.draft > 1) return statusText(day);
  return day.draft > 0 ? 'draft' : day.reviewed > 0 ? 'reviewed' : 'submitted';
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
