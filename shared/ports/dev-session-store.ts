import type { DevSession } from '../evidence/dev-session.ts';
import type { SessionStatus, SessionType } from '../evidence/session.ts';
import type { Id } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import type { TicketId } from '../values/ticket-id.ts';

/** Which development sessions; what is left out does not matter. */
export interface DevSessionFilter {
  readonly status?: SessionStatus | undefined;
  readonly type?: SessionType | undefined;
  readonly project?: string | undefined;
  /** Its own ticket, or one it is linked with. */
  readonly ticket?: TicketId | undefined;
  /** They began in it. */
  readonly began?: Interval | undefined;
  /** Words that its title or summary contains, without regard to case. */
  readonly search?: string | undefined;
}

/** Where a page ends: the next one begins behind this row. */
export interface DevSessionPlace {
  readonly startedAt: Instant;
  readonly id: Id;
}

/** What completed sessions came to, added up. */
export interface DevSessionSum {
  readonly type: SessionType;
  readonly project: string | null;
  readonly status: SessionStatus;
  readonly sessions: number;
  readonly durationMinutes: number;
  readonly attentionMinutes: number;
  readonly agentMinutes: number;
  readonly commits: number;
  readonly filesChanged: number;
  readonly linesAdded: number;
  readonly linesRemoved: number;
  readonly tokens: number;
  readonly costUsd: number;
  readonly costUnits: number;
}

/** The report of a session, as it was made. */
export interface KeptReport {
  readonly madeAt: Instant;
  readonly markdown: string;
}

/** Development sessions. They are changed through the ledger, as everything that a person sees. */
export interface DevSessionStore {
  /** Active and paused ones, newest first. */
  open(user: string): Promise<readonly DevSession[]>;
  get(id: Id): Promise<DevSession | null>;
  /** Those whose id ends in this text; at most 2 are looked for. */
  endingIn(user: string, suffix: string): Promise<readonly DevSession[]>;
  /** Those that overlap the interval, by start. */
  overlapping(user: string, interval: Interval): Promise<readonly DevSession[]>;
  /** Newest first, at most so many, those behind `after`. */
  page(
    user: string,
    filter: DevSessionFilter,
    limit: number,
    after: DevSessionPlace | null,
  ): Promise<readonly DevSession[]>;
  /** How many completed ones a ticket is linked with; each is with those it worked on. */
  completedOn(user: string, ticket: TicketId): Promise<number>;
  /** By type, project and status; of those that are not completed only how many there are. */
  sums(user: string, filter: Pick<DevSessionFilter, 'began' | 'project'>): Promise<readonly DevSessionSum[]>;
  /** All that are active were alive then: the heartbeat, not in the log. */
  alive(user: string, at: Instant): Promise<void>;
  report(id: Id): Promise<KeptReport | null>;
  /** Keeps the report, instead of the one that was. On the disk when it returns. */
  keepReport(id: Id, report: KeptReport): Promise<void>;
}
