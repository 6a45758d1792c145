import type { Id } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import type { LocalDay } from '../values/local-day.ts';

/** What a person said of time that nothing explains: it was a break, or it is not worth a question. */
export type GapVerdict = 'break' | 'ignored';

/** A gap that the person settled without an entry: it is not asked about again, and is not untracked time. */
export interface SettledGap {
  readonly id: Id;
  readonly user: string;
  readonly date: LocalDay;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly verdict: GapVerdict;
  readonly createdAt: Instant;
  /** Rises by one with every change; a stale one is a conflict. */
  readonly revision: number;
}
