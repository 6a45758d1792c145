import type { EntrySource, EvidenceRef } from '../entries/entry.ts';
import type { Instant } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import type { Minutes } from '../values/minutes.ts';
import type { TicketId } from '../values/ticket-id.ts';

/** An entry derived from evidence that the person has not seen to yet (design §1). Named like the fields of an entry. */
export interface Proposal {
  /** What it was derived from, unique in the day: `git:TB-042`, `timer:<session>`; `…~2` beside one that was kept. */
  readonly key: string;
  readonly ticket: TicketId | null;
  readonly project: string | null;
  readonly minutes: Minutes;
  /** Before rounding: the minutes its spans cover. */
  readonly rawMinutes: Minutes;
  readonly source: EntrySource;
  readonly description: string;
  /** Hashes, in the order of time. */
  readonly commits: string[];
  /** Start of the first span. */
  readonly startedAt: Instant;
  /** End of the last span. */
  readonly endedAt: Instant;
  /** Why: one line per commit, checkout, session, … and rule, in the order of time. */
  readonly evidence: EvidenceRef[];
  /** The time it accounts for; sorted, not overlapping, and not shared with any other proposal of the day. */
  readonly spans: Interval[];
}
