import type { DayView, EntryShape } from '#shared/contract/shapes.ts';

/** The entries of one ticket on a day. */
export interface TicketGroup {
  /** Null: without a ticket; such a group has one entry, for each wants its own answer. */
  readonly ticket: string | null;
  readonly minutes: number;
  readonly entries: readonly EntryShape[];
}

/** Entries without clock times stand last. */
const startOf = (entry: EntryShape) => (entry.startedAt === null ? Infinity : Date.parse(entry.startedAt));
const byClock = (a: EntryShape, b: EntryShape) =>
  startOf(a) < startOf(b) ? -1 : startOf(a) > startOf(b) ? 1 : 0;

/**
 * Open ones (no ticket) first, then tickets by their time, most first. Within a ticket by the clock; a correction
 * stands right behind what it corrects.
 */
export function groupEntries(day: DayView): { open: TicketGroup[]; done: TicketGroup[] } {
  const sorted = day.day.entries.toSorted(byClock);
  const open = sorted
    .filter((entry) => entry.ticket === null)
    .map((entry) => ({ ticket: null, minutes: entry.minutes, entries: [entry] }));
  const byTicket = Map.groupBy(
    sorted.filter((entry) => entry.ticket !== null),
    (entry) => entry.ticket ?? '',
  );
  const done = [...byTicket].map(([ticket, entries]) => ({
    ticket,
    minutes: entries.reduce((sum, entry) => sum + entry.minutes, 0),
    entries: correctionsBehind(entries, day.details),
  }));
  return { open, done: done.toSorted((a, b) => b.minutes - a.minutes || a.ticket.localeCompare(b.ticket)) };
}

function correctionsBehind(entries: readonly EntryShape[], details: DayView['details']): EntryShape[] {
  const ids = new Set(entries.map((entry) => entry.id));
  const targetOf = (entry: EntryShape) => {
    const of = details[entry.id]?.correction?.of ?? null;
    return of !== null && ids.has(of) ? of : null;
  };
  return entries
    .filter((entry) => targetOf(entry) === null)
    .flatMap((entry) => [entry, ...entries.filter((other) => targetOf(other) === entry.id)]);
}
