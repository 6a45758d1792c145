import type { Instant } from '../values/instant.ts';
import type { LocalDay } from '../values/local-day.ts';

export type DayStatus = 'draft' | 'reviewed' | 'submitted';

/** How far a person's day has come. A day without a row is a draft. */
export interface DayRecord {
  readonly user: string;
  readonly date: LocalDay;
  readonly status: DayStatus;
  readonly reviewedAt: Instant | null;
  readonly submittedAt: Instant | null;
  readonly revision: number;
}
