import type { Id } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import type { Zone } from '../values/local-day.ts';
import type { TicketId } from '../values/ticket-id.ts';

export type SessionStatus = 'active' | 'paused' | 'completed' | 'cancelled';
export type SessionType = 'feature' | 'bugfix' | 'refactor' | 'research' | 'deployment';

/** A stretch of work with a start and an end; a running one is the timer in the tray. */
export interface Session {
  readonly id: Id;
  readonly user: string;
  readonly title: string;
  readonly ticket: TicketId | null;
  readonly project: string | null;
  readonly type: SessionType;
  readonly status: SessionStatus;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  /** Closed pauses; while paused the last one ends where `pausedAt` says. */
  readonly pauses: readonly Interval[];
  readonly pausedAt: Instant | null;
  readonly zone: Zone;
  /** Last heartbeat while it ran; a crash is recovered to here. */
  readonly aliveAt: Instant | null;
  readonly recovered: boolean;
  readonly recoverySource: 'heartbeat' | 'estimated' | null;
  readonly revision: number;
}
