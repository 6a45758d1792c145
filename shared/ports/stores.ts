import type { Checkout, Commit, Repository } from '../evidence/commit.ts';
import type { PresenceSpan } from '../evidence/presence.ts';
import type { Session } from '../evidence/session.ts';
import type { Entry } from '../entries/entry.ts';
import type { SettledGap } from '../entries/settled-gap.ts';
import type { DayRecord } from '../review/day.ts';
import type { Id } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import type { LocalDay } from '../values/local-day.ts';
import type { TicketId } from '../values/ticket-id.ts';
import type {
  CallLog,
  MappingReader,
  Outbox,
  ProjectReader,
  ProviderCache,
  RemoteTimers,
} from './booking-stores.ts';
import type {
  AgentStore,
  CalendarStore,
  SourceStates,
  TicketFactsStore,
  ToolStore,
} from './evidence-stores.ts';
import type { DashboardShares } from './dashboard-store.ts';
import type { DevSessionStore } from './dev-session-store.ts';
import type { PromptStore } from './prompt-store.ts';
import type { ReportStore } from './report-stores.ts';
import type { ChangeSet, LoggedStep, LogVerdict } from './changes.ts';

/**
 * What Stint keeps. Reading and writing look different: every change a person can see goes through
 * `Ledger.commit` in one step; evidence is only ever added. All calls are asynchronous so that a team store
 * on another machine can stand behind the same ports (design §3 "Room to grow").
 */
export interface Stores {
  readonly entries: EntryReader;
  readonly days: DayReader;
  readonly gaps: GapReader;
  readonly sessions: SessionReader;
  readonly repositories: RepositoryReader;
  readonly evidence: EvidenceStore;
  readonly sources: SourceStates;
  readonly calendar: CalendarStore;
  readonly tools: ToolStore;
  readonly agents: AgentStore;
  readonly ticketFacts: TicketFactsStore;
  readonly tickets: TicketReader;
  readonly ledger: Ledger;
  readonly projects: ProjectReader;
  readonly mappings: MappingReader;
  readonly outbox: Outbox;
  readonly providerCache: ProviderCache;
  readonly calls: CallLog;
  readonly timers: RemoteTimers;
  readonly reports: ReportStore;
  readonly prompts: PromptStore;
  readonly dashboards: DashboardShares;
  readonly devSessions: DevSessionStore;
}

export interface EntryReader {
  /** Entries of the days, both included, deleted ones too (callers filter); ordered by date, start, id. */
  between(user: string, from: LocalDay, to: LocalDay): Promise<readonly Entry[]>;
  get(id: Id): Promise<Entry | null>;
  /** Ids that end in this text (what people copy from a listing); at most 2 are looked for. */
  endingIn(user: string, suffix: string): Promise<readonly Entry[]>;
}

export interface DayReader {
  /** Only days that have a record; a day without one is a draft. */
  between(user: string, from: LocalDay, to: LocalDay): Promise<readonly DayRecord[]>;
}

export interface GapReader {
  /** Gaps the person settled on the days, both included; by date and start. */
  between(user: string, from: LocalDay, to: LocalDay): Promise<readonly SettledGap[]>;
  get(id: string): Promise<SettledGap | null>;
}

export interface SessionReader {
  /** Active and paused sessions, newest first. */
  open(user: string): Promise<readonly Session[]>;
  get(id: Id): Promise<Session | null>;
  /** Sessions that overlap the interval, by start. */
  overlapping(user: string, interval: Interval): Promise<readonly Session[]>;
  /** Newest first; with `before`, only those that stand behind it in that order. */
  recent(user: string, limit: number, before?: Session): Promise<readonly Session[]>;
}

export interface RepositoryReader {
  list(): Promise<readonly Repository[]>;
}

export interface TicketUse {
  readonly ticket: TicketId;
  readonly title: string;
  readonly lastUsedAt: Instant;
}

export interface TicketReader {
  /** Tickets seen in entries, sessions and commits, most recently used first; `title` is the newest description. */
  recent(user: string, query: string, limit: number): Promise<readonly TicketUse[]>;
}

export interface EvidenceStore {
  /** Adds what is new; a commit already known by repository and hash keeps its first branch unless that was null. Returns how many were new. */
  addCommits(commits: readonly Commit[]): Promise<number>;
  /** Commits authored in the interval by one of the e-mails (compared without case), by author time. */
  commits(emails: readonly string[], interval: Interval): Promise<readonly Commit[]>;
  /** Adds what is new (repository, at, branch); a known one only gets its `until`. */
  addCheckouts(checkouts: readonly Checkout[]): Promise<void>;
  checkouts(interval: Interval): Promise<readonly Checkout[]>;
  /** What the scanner learned about a repository; not a change of the person's, so not in the log. */
  markScanned(
    id: Id,
    mark: Pick<Repository, 'lastScanAt' | 'lastProblem' | 'mark' | 'coveredFrom'>,
  ): Promise<void>;

  /** Presence spans that overlap the interval, by start. */
  presence(user: string, interval: Interval): Promise<readonly PresenceSpan[]>;
  openPresence(user: string): Promise<PresenceSpan | null>;
  /** Inserts the span or, when its id is known, sets its end, state and openness. One page written. */
  putPresence(span: PresenceSpan): Promise<void>;
  /** A running session was alive then (same write path as the heartbeat, not in the log). */
  sessionAlive(id: Id, at: Instant): Promise<void>;
}

export interface Ledger {
  /**
   * Writes all changes and their log records in one transaction, synchronously on disk.
   * @throws Problem `conflict` when a row's stored revision is not `before.revision`, or a new row exists already.
   */
  commit(change: ChangeSet): Promise<LoggedStep>;
  /** The newest step that `undo` (or `redo`) would take, or null. Steps of jobs (derive, recovery) are not offered. */
  undoable(actor: string): Promise<LoggedStep | null>;
  redoable(actor: string): Promise<LoggedStep | null>;
  /** Walks the hash chain from the first record to the last. */
  verify(): Promise<LogVerdict>;
  /** Newest first; with `before`, only those older than the step of that id. @throws Problem `not-found` when there is none. */
  history(limit: number, before?: string): Promise<readonly LoggedStep[]>;
}
