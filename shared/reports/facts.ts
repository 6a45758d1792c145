import type { AgentUse } from '../evidence/agent.ts';
import type { TicketFacts } from '../evidence/ticket-facts.ts';
import type { EntrySource } from '../entries/entry.ts';
import type { Project } from '../entries/project.ts';
import type { DayStatus } from '../review/day.ts';
import type { Instant } from '../values/instant.ts';
import type { LocalDay, Zone } from '../values/local-day.ts';
import type { Minutes } from '../values/minutes.ts';
import type { TicketId } from '../values/ticket-id.ts';

/** What sums of time can be grouped by. */
export interface Dimensions {
  readonly user: string;
  readonly date: LocalDay;
  /** `2026-02`. */
  readonly month: string;
  /** Null: unallocated. */
  readonly ticket: TicketId | null;
  /** Null: unallocated. */
  readonly project: string | null;
  readonly source: EntrySource;
}
export type Dimension = keyof Dimensions;

/** Time of entries that stand together; those that were deleted never count. */
export type TimeSum<D extends Dimension = never> = Pick<Dimensions, D> & {
  readonly minutes: Minutes;
  /** How many entries. */
  readonly entries: number;
};

/** Which entries are meant; what is left out is not looked at. Days are both included. */
export interface EntryFilter {
  readonly from?: LocalDay;
  readonly to?: LocalDay;
  readonly user?: string | undefined;
  readonly project?: string | undefined;
  /** Only these; an empty list is none. */
  readonly projects?: readonly string[] | undefined;
  /** Only these; an empty list is none. */
  readonly tickets?: readonly TicketId[] | undefined;
}

/** How far a day of somebody has come. */
export interface DayStanding {
  readonly user: string;
  readonly date: LocalDay;
  readonly status: DayStatus;
}

/** How often somebody sat down to a project's work: sessions of the timer, dropped ones left out. */
export interface SessionCount {
  readonly user: string;
  readonly project: string | null;
  readonly sessions: number;
}

/** An entry as lists of a report show it. */
export interface EntryLine {
  readonly date: LocalDay;
  readonly user: string;
  readonly ticket: TicketId | null;
  readonly project: string | null;
  readonly source: EntrySource;
  readonly minutes: Minutes;
  readonly description: string;
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly zone: Zone;
}

/** Tokens of an agent's answers, with the ticket its run was about. */
export interface TicketedUse {
  readonly use: AgentUse;
  readonly date: LocalDay;
  readonly ticket: TicketId | null;
}

/** Both ledgers of a day (design §2): what agents worked, and what of it the person was present for. */
export interface LedgerDay {
  readonly date: LocalDay;
  readonly agent: Minutes;
  readonly attention: Minutes;
}

/** A budget as a provider has it. */
export interface RemoteBudget {
  readonly budgeted: Minutes | null;
  readonly worked: Minutes | null;
}

/** All that a report may be made of. What it did not ask for is empty. */
export interface Facts<D extends Dimension = never> {
  /** Time of the period, grouped as the report asks. */
  readonly sums: readonly TimeSum<D>[];
  /** The same time by ticket. */
  readonly byTicket: readonly TimeSum<'ticket'>[];
  /** The same time as finely as it is told apart, for files. */
  readonly details: readonly TimeSum<'user' | 'date' | 'ticket'>[];
  /** Time of those tickets from the beginning up to the end of the period, whoever worked on them. */
  readonly ever: ReadonlyMap<TicketId, Minutes>;
  /** What is known of the tickets. */
  readonly tickets: ReadonlyMap<TicketId, TicketFacts>;
  /** Tickets that carry the label that was asked for. */
  readonly labelled: readonly TicketId[];
  readonly projects: readonly Project[];
  /** All that was ever spent on the project that was asked for, whatever the period. */
  readonly spent: Minutes;
  /** What providers last said of budgets, by project. */
  readonly remote: ReadonlyMap<string, RemoteBudget>;
  /** Time of single tickets by day, where budgets are of tickets. */
  readonly byTicketDay: readonly TimeSum<'date' | 'ticket' | 'project'>[];
  readonly standings: readonly DayStanding[];
  readonly sessions: readonly SessionCount[];
  readonly lines: readonly EntryLine[];
  readonly uses: readonly TicketedUse[];
  /** Days on which agents worked. */
  readonly ledgers: readonly LedgerDay[];
  /** What people are called in reports, where they said it. */
  readonly names: ReadonlyMap<string, string>;
}

/** Nothing at all: what an empty store gives. */
export const NO_FACTS: Facts = {
  sums: [],
  byTicket: [],
  details: [],
  ever: new Map(),
  tickets: new Map(),
  labelled: [],
  projects: [],
  spent: 0 as Minutes,
  remote: new Map(),
  byTicketDay: [],
  standings: [],
  sessions: [],
  lines: [],
  uses: [],
  ledgers: [],
  names: new Map(),
};
