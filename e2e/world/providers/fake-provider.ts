// What the stand-ins of the four services have in common: real enough to be fooled by nobody who read the vendor's pages.
import type { ProviderId } from '#shared/values/provider-id.ts';

export interface FakeRequest {
  readonly method: string;
  /** Path and query, below the base address. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface FakeAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An entry as a story tells it, whatever the service calls things. */
export interface FakeEntry {
  readonly id: string;
  readonly date: string;
  readonly minutes: number;
  /** As it was sent, reference and all; without the HTML a service may put around it. */
  readonly note: string;
  /** Our reference, wherever the service keeps it; null: none. */
  readonly reference: string | null;
  readonly unit: string;
  readonly task: string | null;
  readonly billable: boolean | null;
  readonly running: boolean;
}

export interface FakeUnit {
  readonly unit: string;
  readonly name: string;
  readonly project: string;
  readonly customer: string;
  readonly tasks?: readonly { readonly id: string; readonly name: string }[];
  readonly closed?: boolean;
  /** Minutes. */
  readonly budget?: number;
}

/** A service in memory: state, authentication, validation, paging, limits and errors as its vendor documents them. */
export interface FakeProvider {
  readonly id: ProviderId;
  /** Accepted by default; tests of refusals use another one. */
  readonly token: string;
  /** May read, not write. */
  readonly readOnlyToken: string;
  /** What `providers.P.*` must be for it: `{ organizationId: '…', personId: '…' }`. */
  readonly ids: Readonly<Record<string, string>>;
  /** One request in, one answer out. Times are those of the clock it was made with. */
  handle(request: FakeRequest): FakeAnswer;
  /** The person's entries, oldest first. */
  entries(): readonly FakeEntry[];
  addUnit(unit: FakeUnit): void;
  closeUnit(unit: string): void;
  /** Somebody books by hand. Returns the id. */
  add(entry: { date: string; minutes: number; note: string; unit: string; task?: string }): string;
  /** Somebody changes an entry by hand. */
  edit(id: string, change: { minutes?: number; note?: string; date?: string }): void;
  remove(id: string): void;
  /** Approved, locked or invoiced: it takes no change any more. */
  lock(id: string): void;
  /** How often it was asked, and how often it had to answer that this was too often. */
  readonly counts: { readonly requests: number; readonly tooMany: number };
}

export interface FakeNeeds {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Default: as documented. False: no limit is kept. */
  readonly limits?: boolean;
}
