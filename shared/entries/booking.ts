import type { Id } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import type { LocalDay, Zone } from '../values/local-day.ts';
import type { Minutes } from '../values/minutes.ts';
import type { ProviderId } from '../values/provider-id.ts';
import type { UnitRef } from './mapping.ts';

/** An entry with its corrections, as a provider is to be told it. */
export interface BookingDraft extends UnitRef {
  /** Tells this entry from every other one at the provider, for good: the answer to a lost call is found by it. */
  readonly reference: string;
  readonly date: LocalDay;
  /** More than none. */
  readonly minutes: Minutes;
  /** What people will read there, without the reference. */
  readonly note: string;
  /** Null: as the unit has it. */
  readonly billable: boolean | null;
  /** When the work began; on `date`. Null: the entry has no clock times, and a provider that needs some makes them up. */
  readonly startedAt: Instant | null;
  readonly zone: Zone;
}

/** What a provider holds, in our words. */
export interface RemoteEntry extends UnitRef {
  readonly id: string;
  readonly date: LocalDay;
  readonly minutes: Minutes;
  /** Plain text, without our reference. */
  readonly note: string;
  /** Ours, when it carries one; else null. */
  readonly reference: string | null;
  readonly billable: boolean | null;
  /** Why it cannot be changed any more (`approved`, `invoiced`, the server's words); null: it can. */
  readonly locked: string | null;
  /** A timer that still runs there. */
  readonly running: boolean;
}

/**
 * What is to be told to a provider about one entry, and what became of it (design §1 "outbox").
 * There is one row for each entry, provider and account; it is written before every call (design §2 "Booking").
 *
 * `pending` – to be told; `sending` – a call is out, or was when the program ended; `sent` – confirmed;
 * `failed` – refused for a reason that trying again does not change; `unknown` – the answer was lost, so it must be
 * looked up before anything is repeated.
 */
export interface OutboxRow {
  readonly id: Id;
  readonly user: string;
  readonly provider: ProviderId;
  /** The account or workspace it is booked in: what is booked in another one does not count here. */
  readonly account: string;
  readonly entry: Id;
  readonly date: LocalDay;
  readonly action: 'create' | 'update' | 'delete' | 'adopt';
  readonly state: 'pending' | 'sending' | 'sent' | 'failed' | 'unknown';
  /** What is to be there; for `delete` what was. */
  readonly draft: BookingDraft;
  /** Of the draft: `draftHash`. */
  readonly hash: string;
  readonly remoteId: string | null;
  /** What the provider was last seen to hold, confirmed by its own answer; null: nothing yet. */
  readonly confirmed: RemoteEntry | null;
  /** The hash that `confirmed` was made from, or that the person accepted as good enough ("keep theirs"). */
  readonly settledHash: string | null;
  /** What calls about it said whose answers were lost: any of them may still arrive there, long after. */
  readonly lost: readonly BookingDraft[];
  readonly attempts: number;
  /** Not before then; null: at once. */
  readonly nextTryAt: Instant | null;
  /** In the server's words. */
  readonly lastError: string | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

/** A timer of the provider that runs, or ran, for a local session (requirements "auto-timer"). */
export interface RemoteTimer {
  readonly session: Id;
  readonly user: string;
  readonly provider: ProviderId;
  readonly account: string;
  /** The entry it writes into: the final booking of the session changes this one instead of making a second. */
  readonly remoteId: string | null;
  /** What stops it, where that is not the entry. */
  readonly timerId: string | null;
  readonly state: 'starting' | 'running' | 'stopping' | 'stopped' | 'failed';
  readonly lastError: string | null;
  readonly updatedAt: Instant;
}
