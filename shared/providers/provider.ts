import type { BookingDraft, RemoteEntry } from '../entries/booking.ts';
import type { UnitRef } from '../entries/mapping.ts';
import type { Instant } from '../values/instant.ts';
import type { LocalDay, Zone } from '../values/local-day.ts';
import type { Minutes } from '../values/minutes.ts';
import type { ProviderId } from '../values/provider-id.ts';
import type { Api, ApiAnswer, ProviderIds } from './api.ts';
import type { Limit } from './limits.ts';

/**
 * A service that time is booked in. Each is one folder and one line in the catalogue; the rest of the program asks only
 * for what it can do, never which one it is. Everything here turns a question into requests and answers into our words;
 * it keeps nothing, waits for nothing and repeats nothing.
 *
 * Every function throws `ProviderFailure` when a call does not work, `uncertain` too when the answer makes no sense.
 */
export interface Provider {
  readonly id: ProviderId;
  /** As the vendor spells it: `Productive.io`. */
  readonly name: string;
  readonly can: Capabilities;
  /** Without a slash at the end; the setting `providers.P.baseUrl` takes its place. */
  readonly baseUrl: string;
  /** What people call the ids it needs, in the order they are asked for. */
  readonly ids: readonly IdField[];
  /** Documented limits of each bucket of requests; `main` is the one of requests that name none. */
  limits(account: Pick<Account, 'plan'> | null): Readonly<Record<string, readonly Limit[]>>;
  /** Headers of every request. */
  headers(token: string, ids: ProviderIds): Readonly<Record<string, string>>;
  /**
   * What an answer means beyond its status, where the vendor has rules of its own; null: nothing special.
   * @param buckets the request counted against.
   */
  read?(answer: ApiAnswer, now: Instant, buckets: readonly string[]): Reading | null;

  /**
   * Who the token belongs to, and where they may book. Called before any id is known, or with the ones chosen so far.
   * @param wish.emails the person's addresses, where the vendor cannot tell who a token belongs to.
   */
  connect(api: Api, wish: { readonly emails: readonly string[] }): Promise<Account>;
  /** Everything the person may book time on. */
  units(api: Api): Promise<readonly Unit[]>;
  /** The person's entries of these days, both included, running ones too. @param zone days are counted in. */
  list(api: Api, from: LocalDay, to: LocalDay, zone: Zone): Promise<readonly RemoteEntry[]>;
  /** Entries that carry the draft's reference: what became of a call whose answer was lost. */
  find(api: Api, draft: BookingDraft): Promise<readonly RemoteEntry[]>;
  /** One entry; null when it is gone. */
  get(api: Api, remoteId: string, zone: Zone): Promise<RemoteEntry | null>;
  /** Never repeated by itself: a lost answer is looked up with `find`. */
  create(api: Api, draft: BookingDraft): Promise<RemoteEntry>;
  /** Makes an entry be as the draft says. @throws ProviderFailure `missing` when it is gone. */
  update(api: Api, remoteId: string, draft: BookingDraft): Promise<RemoteEntry>;
  /** What is gone already is no failure. */
  remove(api: Api, remoteId: string): Promise<void>;
  readonly timers: Timers | null;
  /** Time and money of units, as far as the person may see them; null: the vendor has none. */
  readonly budgets: ((api: Api, units: readonly string[]) => Promise<readonly Budget[]>) | null;
}

export interface Capabilities {
  readonly timers: boolean;
  /** A field for our reference that it can be asked for; else the reference stands at the end of the note. */
  readonly externalReference: boolean;
  readonly budgets: boolean;
  /** Entries cannot be without clock times. */
  readonly needsClockTimes: boolean;
  /** A unit alone is not enough. */
  readonly needsTask: boolean;
  readonly bulk: boolean;
  /** A quota by the hour, so that requests are worth saving. */
  readonly hourlyQuota: boolean;
}

export interface IdField {
  readonly id: keyof ProviderIds;
  /** `Organisation`, `Workspace`. */
  readonly label: string;
  /** Tells one account from another in the outbox. */
  readonly isAccount: boolean;
}

/** What a token opens. */
export interface Account {
  readonly person: { readonly id: string; readonly name: string; readonly email: string | null };
  /** Organisations or workspaces the person is in. */
  readonly places: readonly { readonly id: string; readonly name: string }[];
  /** The ids to keep: of the place that was chosen, or of the only one. '' where there is a choice. */
  readonly ids: ProviderIds;
  /** As far as the vendor tells and limits depend on it: `free`. */
  readonly plan: string | null;
}

export interface Unit extends UnitRef {
  /** What it is called there, from the narrowest to the widest: service, project, customer. */
  readonly names: readonly string[];
  /** Null when it is billable or not entry by entry. */
  readonly billable: boolean | null;
  /** Why nothing can be booked on it: `closed`, `archived`; null: it can. */
  readonly closed: string | null;
  /** Time left in its budget; null: not known or none. */
  readonly left: Minutes | null;
  /** No more than `left` can be booked. */
  readonly capped: boolean;
}

export interface Budget {
  readonly unit: string;
  readonly budgeted: Minutes | null;
  readonly worked: Minutes | null;
  /** Hundredths of the currency. */
  readonly money: {
    readonly total: number | null;
    readonly used: number | null;
    readonly currency: string;
  } | null;
}

export interface Timers {
  /** Starts a timer on the draft (its minutes do not matter); the entry it writes into, and what stops it. */
  start(
    api: Api,
    draft: BookingDraft,
  ): Promise<{ readonly remoteId: string | null; readonly timerId: string | null }>;
  /** Stops it; one that is stopped already is no failure. Gives the entry, where it is only known then. */
  stop(
    api: Api,
    timer: { readonly remoteId: string | null; readonly timerId: string | null },
    at: Instant,
  ): Promise<{ readonly remoteId: string | null }>;
  /**
   * Lets the timer of an entry run on that was stopped; what stops it then. Left out where the vendor can only begin
   * another entry: one session is one entry there.
   */
  restart?(api: Api, remoteId: string): Promise<{ readonly timerId: string | null }>;
  /** The timer that runs now, ours or not; null: none. */
  running(api: Api): Promise<{
    readonly remoteId: string | null;
    readonly timerId: string | null;
    readonly reference: string | null;
  } | null>;
}

/** An answer, read by the vendor's own rules. */
export interface Reading {
  /** Takes the place of what the status says. */
  readonly kind?: 'limited' | 'refused' | 'missing' | 'unauthorised';
  /** In the server's words. */
  readonly words?: string;
  /** Buckets that must rest until then, also when the answer itself was good. */
  readonly hold?: Readonly<Record<string, Instant>>;
}
