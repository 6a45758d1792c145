import type { OutboxRow, RemoteTimer } from '../entries/booking.ts';
import type { Mapping } from '../entries/mapping.ts';
import type { Project } from '../entries/project.ts';
import type { Id } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import type { LocalDay } from '../values/local-day.ts';
import type { ProviderId } from '../values/provider-id.ts';

/** Projects and mappings are changed through the ledger (nouns `project` and `mapping`). */
export interface ProjectReader {
  /** By key. */
  list(user: string): Promise<readonly Project[]>;
}

export interface MappingReader {
  /** Of one provider; by scope, then name. */
  list(user: string, provider: ProviderId): Promise<readonly Mapping[]>;
}

/** Which account of which provider: rows of one are no business of another. */
export interface BookingAccount {
  readonly user: string;
  readonly provider: ProviderId;
  readonly account: string;
}

/**
 * The outbox: what a machine must remember, not what a person changed, so not in the log of changes.
 * Every `put` is on the disk when it returns: a crash right after it loses nothing.
 */
export interface Outbox {
  /** Rows of the days, both included, by date and id. */
  between(of: BookingAccount, from: LocalDay, to: LocalDay): Promise<readonly OutboxRow[]>;
  /** The rows of these entries, whatever their date is now. */
  ofEntries(of: BookingAccount, entries: readonly Id[]): Promise<readonly OutboxRow[]>;
  /** Rows that are not `sent`, oldest date first. */
  unsettled(of: BookingAccount): Promise<readonly OutboxRow[]>;
  /** Adds or replaces rows, all or none; one row for each account and entry. */
  put(rows: readonly OutboxRow[]): Promise<void>;
  /** Forgets a row: nothing is booked and nothing is to be. */
  remove(id: Id): Promise<void>;
  /** A host starts: what was `sending` when the last one ended is `unknown` now. Returns how many. */
  recover(at: Instant): Promise<number>;
}

/** Answers of a provider that need not be asked for again at once. Values are JSON. */
export interface ProviderCache {
  /** @param kind `account`, `units`, `budgets`, … */
  get(of: BookingAccount, kind: string): Promise<{ readonly value: unknown; readonly at: Instant } | null>;
  put(of: BookingAccount, kind: string, value: unknown, at: Instant): Promise<void>;
  /** Forgets everything of a provider's account, as when it is disconnected. */
  clear(of: BookingAccount): Promise<void>;
}

/** When calls were made, so that limits hold over restarts and between commands (issue "limits kept, not hit"). */
export interface CallLog {
  /** Times of the calls that counted against a bucket since then, oldest first. */
  since(provider: ProviderId, bucket: string, from: Instant): Promise<readonly Instant[]>;
  /** Notes a call; forgets those older than an hour and a half. */
  add(provider: ProviderId, bucket: string, at: Instant): Promise<void>;
  /** A call that was noted when it left was answered: it counts from now on as one of that time. */
  answered(provider: ProviderId, bucket: string, left: Instant, at: Instant): Promise<void>;
  /** Until when the provider asked us to wait; null: it did not, or that is over. */
  heldUntil(provider: ProviderId, bucket: string): Promise<Instant | null>;
  hold(provider: ProviderId, bucket: string, until: Instant | null): Promise<void>;
}

export interface RemoteTimers {
  ofSession(of: BookingAccount, session: Id): Promise<RemoteTimer | null>;
  /** Not yet `stopped` or `failed`, oldest first. */
  open(of: BookingAccount): Promise<readonly RemoteTimer[]>;
  /** Adds or replaces the row of the session in this account; on the disk when it returns. */
  put(timer: RemoteTimer): Promise<void>;
}
