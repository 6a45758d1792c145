export type Credit = 'after' | 'before';

interface TicketTime {
  readonly ticket: string | null;
  readonly minutes: number;
}

/** A day of the compared week, as the host answers it. */
export interface ComparedDay {
  readonly date: string;
  readonly after: readonly TicketTime[];
  readonly before: readonly TicketTime[];
}

/** One ticket over the week, by each way; in minutes. */
export interface TicketRow {
  readonly ticket: string | null;
  readonly after: number;
  readonly before: number;
}

/** Tickets of the week, the most time by either way first; what has no ticket comes last. */
export function ticketRows(days: readonly ComparedDay[]): TicketRow[] {
  const rows = new Map<string | null, { after: number; before: number }>();
  for (const day of days)
    for (const way of ['after', 'before'] as const)
      for (const { ticket, minutes } of day[way]) {
        const row = rows.get(ticket) ?? { after: 0, before: 0 };
        row[way] += minutes;
        rows.set(ticket, row);
      }
  return [...rows]
    .map(([ticket, times]) => ({ ticket, ...times }))
    .toSorted(
      (a, b) =>
        Number(a.ticket === null) - Number(b.ticket === null) ||
        Math.max(b.after, b.before) - Math.max(a.after, a.before) ||
        String(a.ticket).localeCompare(String(b.ticket)),
    );
}

/** Minutes of a day, or of all of them. */
export const sumOf = (days: readonly ComparedDay[], way: Credit): number =>
  days.reduce((sum, day) => sum + day[way].reduce((all, { minutes }) => all + minutes, 0), 0);
