import type {
  Dimension,
  DayStanding,
  EntryFilter,
  EntryLine,
  SessionCount,
  TimeSum,
} from '../reports/facts.ts';
import type { TicketFacts } from '../evidence/ticket-facts.ts';
import type { Interval } from '../values/interval.ts';
import type { LocalDay } from '../values/local-day.ts';
import type { TicketId } from '../values/ticket-id.ts';

/**
 * What reports ask of the store: sums, made where the rows are and not by loading them (design §3 "Room to grow").
 * Deleted entries never count; drafts do: a report says how far its days have come.
 */
export interface ReportStore {
  /** Sums of the entries, one row for each group there is, in the order of the dimensions; without dimensions at most one row. */
  sums<D extends Dimension>(filter: EntryFilter, by: readonly D[]): Promise<readonly TimeSum<D>[]>;
  /** The newest entries first, at most so many. */
  lines(filter: EntryFilter, limit: number): Promise<readonly EntryLine[]>;
  /** First and last day that hold entries; null: none do. */
  span(filter: EntryFilter): Promise<{ readonly from: LocalDay; readonly to: LocalDay } | null>;
  /** How far the days have come that have a record; a day without one is a draft. By user and date. */
  standings(filter: Pick<EntryFilter, 'from' | 'to' | 'user'>): Promise<readonly DayStanding[]>;
  /** Sessions that began in the interval, dropped ones left out, by user and project. */
  sessions(
    interval: Interval,
    filter: Pick<EntryFilter, 'user' | 'project'>,
  ): Promise<readonly SessionCount[]>;
  /** What is known of tickets, by ticket; those nobody told of are left out. */
  ticketFacts(tickets: readonly TicketId[]): Promise<readonly TicketFacts[]>;
}
