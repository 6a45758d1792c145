import type { Entry, EntrySource } from '../entries/entry.ts';
import { isUnallocated } from '../entries/entry.ts';
import type { LocalDay } from '../values/local-day.ts';
import { compareTexts } from '../values/order.ts';
import type { TicketId } from '../values/ticket-id.ts';
import type { DayStatus } from './day.ts';

/** A day as the week sees it. Corrections are entries like the others; deleted ones may be among them. */
export interface DayOfWeek {
  readonly date: LocalDay;
  readonly status: DayStatus;
  readonly entries: readonly Entry[];
  /** Minutes the day should have. */
  readonly target: number;
  /** Present minutes that no entry explains. */
  readonly untracked: number;
}

/** One line of the week: minutes on a ticket, day by day in the order of the days. */
export interface TicketRow {
  readonly ticket: TicketId | null;
  /** The words of its longest entry; without a ticket of all its entries, each once. Empty when none has any. */
  readonly title: string;
  readonly minutes: number;
  readonly days: number[];
  /** Where the minutes of each day came from, each source once. */
  readonly sources: EntrySource[][];
}

/** Sums of a week. All numbers are whole minutes, except `unallocated` and `entries`, which count entries. */
export interface WeekSummary {
  readonly days: {
    date: LocalDay;
    status: DayStatus;
    minutes: number;
    target: number;
    untracked: number;
    unallocated: number;
    entries: number;
  }[];
  readonly tickets: TicketRow[];
  readonly totals: { readonly minutes: number; readonly target: number; readonly gap: number };
}

/**
 * Adds up a week: each day, each ticket over the days (most time first, unallocated last), and the gap to the
 * target, which is never negative: more than asked for is no debt.
 */
export function summariseWeek(days: readonly DayOfWeek[]): WeekSummary {
  const live = days.map((day) => ({
    ...day,
    entries: day.entries.filter((entry) => entry.state !== 'deleted'),
  }));
  const perDay = live.map((day) => ({
    date: day.date,
    status: day.status,
    minutes: sum(day.entries),
    target: day.target,
    untracked: day.untracked,
    unallocated: day.entries.filter(isUnallocated).length,
    entries: day.entries.length,
  }));
  const minutes = perDay.reduce((total, day) => total + day.minutes, 0);
  const target = perDay.reduce((total, day) => total + day.target, 0);
  const tickets = new Set(live.flatMap((day) => day.entries.map((entry) => entry.ticket)));
  return {
    days: perDay,
    tickets: [...tickets].map((ticket) => rowOf(ticket, live)).toSorted(mostTimeFirst),
    totals: { minutes, target, gap: Math.max(0, target - minutes) },
  };
}

function rowOf(ticket: TicketId | null, days: readonly DayOfWeek[]): TicketRow {
  const perDay = days.map((day) => day.entries.filter((entry) => entry.ticket === ticket));
  const all = perDay.flat();
  const words = all
    .filter((entry) => entry.correction === null && entry.description !== '')
    .toSorted((a, b) => b.minutes - a.minutes)
    .map(({ description }) => description);
  return {
    ticket,
    title: ticket === null ? [...new Set(words)].join(' · ') : (words[0] ?? ''),
    minutes: sum(all),
    days: perDay.map(sum),
    sources: perDay.map((entries) => [...new Set(entries.map((entry) => entry.source))]),
  };
}

const mostTimeFirst = (a: TicketRow, b: TicketRow): number =>
  Number(a.ticket === null) - Number(b.ticket === null) ||
  b.minutes - a.minutes ||
  compareTexts(a.ticket ?? '', b.ticket ?? '');

const sum = (entries: readonly Entry[]): number => entries.reduce((total, entry) => total + entry.minutes, 0);
