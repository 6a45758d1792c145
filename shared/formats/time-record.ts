import type { EntrySource } from '../entries/entry.ts';
import type { DayStatus } from '../review/day.ts';
import type { Instant } from '../values/instant.ts';
import type { LocalDay, Zone } from '../values/local-day.ts';
import type { Minutes } from '../values/minutes.ts';
import type { TicketId } from '../values/ticket-id.ts';

/** One piece of time as it travels between tools: what every format can tell, or leaves open. */
export interface TimeRecord {
  /** Whose time it is; null: the file does not say. */
  readonly user: string | null;
  readonly date: LocalDay;
  readonly ticket: TicketId | null;
  /** As Stint names projects; null: none, or the ticket's own. */
  readonly project: string | null;
  readonly minutes: Minutes;
  readonly source: EntrySource;
  readonly description: string;
  readonly commits: readonly string[];
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  /** How far its day has come, where the format knows. */
  readonly status: DayStatus | null;
}

/** Something in a file that is no time, with the reason: nothing is left out silently. */
export interface Skipped {
  /** `line 12`, `entries[3]`. */
  readonly place: string;
  readonly reason: string;
}

export interface ReadTimes {
  readonly records: readonly TimeRecord[];
  readonly skipped: readonly Skipped[];
}

/** What a reader needs besides the text. */
export interface ReadingRules {
  /** Wall clocks without a zone are of this one. */
  readonly zone: Zone;
  /** What `1d` means, in hours. */
  readonly workingHoursPerDay: number;
  /** Only these prefixes are tickets; empty: whatever looks like one. */
  readonly prefixes: readonly string[];
}

/** A record of which nothing is known but its day and length. */
export const bareRecord = (date: LocalDay, minutes: Minutes): TimeRecord => ({
  user: null,
  date,
  ticket: null,
  project: null,
  minutes,
  source: 'manual',
  description: '',
  commits: [],
  startedAt: null,
  endedAt: null,
  status: null,
});
