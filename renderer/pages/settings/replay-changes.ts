interface TicketTime {
  readonly ticket: string | null;
  /** The host answers in minutes. */
  readonly minutes: number | string;
}

interface ReplayedDay {
  readonly date: string;
  readonly before: readonly TicketTime[];
  readonly after: readonly TicketTime[];
  readonly total: { readonly before: number; readonly after: number };
}

/** A day that would change, and what each ticket gains or loses, in minutes. */
export interface DayChange {
  readonly date: string;
  readonly total: { readonly before: number; readonly after: number };
  readonly tickets: readonly { readonly ticket: string | null; readonly by: number }[];
}

/** The days that would not stay as they are, newest first; the biggest move of a day first. */
export function changesOf(days: readonly ReplayedDay[]): DayChange[] {
  return days
    .map(({ date, before, after, total }) => ({ date, total, tickets: moves(before, after) }))
    .filter(({ tickets }) => tickets.length > 0)
    .toSorted((a, b) => (a.date < b.date ? 1 : -1));
}

function moves(before: readonly TicketTime[], after: readonly TicketTime[]): DayChange['tickets'] {
  const by = new Map<string | null, number>();
  const add = (times: readonly TicketTime[], sign: 1 | -1) => {
    for (const { ticket, minutes } of times) by.set(ticket, (by.get(ticket) ?? 0) + sign * Number(minutes));
  };
  add(after, 1);
  add(before, -1);
  return [...by]
    .flatMap(([ticket, minutes]) => (minutes === 0 ? [] : [{ ticket, by: minutes }]))
    .toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by));
}
