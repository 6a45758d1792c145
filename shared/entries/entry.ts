import type { Id } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import type { LocalDay, Zone } from '../values/local-day.ts';
import type { Minutes } from '../values/minutes.ts';
import type { TicketId } from '../values/ticket-id.ts';

/** Where an entry came from. `timer` is a session; the others are the documents' words. */
export type EntrySource = 'timer' | 'calendar' | 'git' | 'ide' | 'agent' | 'manual';

/**
 * Who has the last word on an entry:
 * `proposed` – derived and untouched, replaced by the next derivation;
 * `accepted` – confirmed as it stood; `edited` – changed by the person; `deleted` – stays deleted, hidden.
 */
export type EntryState = 'proposed' | 'accepted' | 'edited' | 'deleted';

/** One thing an entry rests on, with the rule that made time of it: the answer to "why?". */
export interface EvidenceRef {
  readonly kind: 'commit' | 'presence' | 'checkout' | 'session' | 'event' | 'span';
  /** Commit hash, session id, … */
  readonly ref: string;
  /** In a person's words: the commit's subject, the session's title. */
  readonly label: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  /** Why this stretch counts: a short sentence naming the rule. */
  readonly rule: string;
}

/** Minutes on a ticket on a local day, with a source. What timesheets are made of. */
export interface Entry {
  readonly id: Id;
  readonly user: string;
  readonly date: LocalDay;
  readonly ticket: TicketId | null;
  readonly project: string | null;
  readonly minutes: Minutes;
  /** Before rounding. */
  readonly rawMinutes: Minutes;
  readonly source: EntrySource;
  readonly description: string;
  readonly commits: readonly string[];
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly zone: Zone;
  readonly evidence: readonly EvidenceRef[];
  /** The stretches of the day it accounts for; empty when it has no clock times. */
  readonly spans: readonly Interval[];
  readonly state: EntryState;
  /** What it was derived from (`git:TB-042`, `timer:<session>`); null when a person made it. Unique per user and day. */
  readonly key: string | null;
  /** For a correction: why, and the entry it corrects (null: the day as a whole). */
  readonly correction: { readonly reason: string; readonly of: Id | null } | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** Rises by one with every change; a stale one is a conflict. */
  readonly revision: number;
}

/** A `null` ticket is unallocated time. */
export const isUnallocated = (entry: Pick<Entry, 'ticket'>): boolean => entry.ticket === null;
