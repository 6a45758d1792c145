import { said } from '../values/said.ts';
import type { Minutes } from '../values/minutes.ts';
import { formatEstimate, formatShort, minutes } from '../values/minutes.ts';
import type { TicketId } from '../values/ticket-id.ts';
import { remainingOf } from './derived.ts';
import type { Facts, TimeSum } from './facts.ts';
import type { Data, DataValue } from './report.ts';
import type { ColumnOf, Table } from './table.ts';
import { sumOf, tableOf } from './table.ts';
import type { TicketAbout } from './ticket-about.ts';
import { aboutTicket } from './ticket-about.ts';

/** A ticket beside its estimate. */
export interface TicketRow {
  readonly about: TicketAbout;
  /** In the time the report is about. */
  readonly logged: Minutes;
  /** From the beginning, by everybody. */
  readonly ever: Minutes;
  readonly remaining: Minutes | null;
}

/** Tickets with time, and those named besides, the most time first. */
export function ticketRows(
  sums: readonly TimeSum<'ticket'>[],
  { ever, tickets }: Pick<Facts, 'ever' | 'tickets'>,
  named: readonly TicketId[] = [],
): TicketRow[] {
  const logged = new Map<TicketId, number>(named.map((ticket) => [ticket, 0]));
  for (const { ticket, minutes: time } of sums)
    if (ticket !== null) logged.set(ticket, (logged.get(ticket) ?? 0) + time);
  return [...logged]
    .map(([ticket, time]): TicketRow => {
      const about = aboutTicket(ticket, tickets.get(ticket));
      const all = ever.get(ticket) ?? minutes(time);
      return { about, logged: minutes(time), ever: all, remaining: remainingOf(about.estimate, all) };
    })
    .toSorted((a, b) => b.logged - a.logged || (a.about.id < b.about.id ? -1 : 1));
}

/** As document 4 §6.3 spells a ticket. */
export const ticketRowData = ({ about, logged, remaining }: TicketRow, hoursPerDay: number): Data => ({
  id: about.id,
  estimate: estimateText(about.estimate, hoursPerDay),
  logged: formatShort(logged),
  remaining: estimateText(remaining, hoursPerDay),
  status: about.status,
});

const estimateText = (time: Minutes | null, hoursPerDay: number): DataValue =>
  time === null ? null : formatEstimate(time, hoursPerDay);

/** What the tickets come to together. */
export function ticketTotals(rows: readonly TicketRow[]) {
  const sum = (timeOf: (row: TicketRow) => Minutes | null): Minutes =>
    sumOf(rows.map((row) => ({ minutes: timeOf(row) ?? 0 })));
  return {
    estimated: sum(({ about }) => about.estimate),
    logged: sum(({ logged }) => logged),
    remaining: sum(({ remaining }) => remaining),
    /** Time on tickets that nobody estimated. */
    unestimated: sum(({ about, logged }) => (about.estimate === null ? logged : null)),
  };
}

export function ticketTable(id: string, title: string, rows: readonly TicketRow[]): Table {
  const { estimated, logged, remaining } = ticketTotals(rows);
  const earlier = sumOf(rows.map((row) => ({ minutes: row.ever - row.logged })));
  const columns: ColumnOf<TicketRow>[] = [
    { key: 'ticket', title: said`Ticket`, kind: 'text', of: ({ about }) => about.id, total: said`Total` },
    { key: 'title', title: said`Title`, kind: 'text', of: ({ about }) => about.title },
    { key: 'status', title: said`Status`, kind: 'text', of: ({ about }) => about.status },
    {
      key: 'estimate',
      title: said`Estimate`,
      kind: 'estimate',
      of: ({ about }) => about.estimate,
      total: estimated,
    },
    { key: 'logged', title: said`Logged`, kind: 'minutes', of: (row) => row.logged, total: logged },
    {
      key: 'earlier',
      title: said`Earlier`,
      kind: 'minutes',
      of: (row) => row.ever - row.logged,
      total: earlier,
    },
    {
      key: 'remaining',
      title: said`Remaining`,
      kind: 'estimate',
      of: (row) => row.remaining,
      total: remaining,
    },
  ];
  return tableOf(
    id,
    title,
    // Only where some of it was done before.
    columns.filter(({ key }) => key !== 'earlier' || earlier !== 0),
    rows,
  );
}
