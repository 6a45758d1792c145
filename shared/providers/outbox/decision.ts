import type { BookingDraft, OutboxRow } from '../../entries/booking.ts';
import type { Id } from '../../values/ids.ts';
import type { Sight } from './sight.ts';

export type PlanAction = 'create' | 'update' | 'delete' | 'adopt' | 'skip' | 'conflict' | 'blocked';

/** What a person says about one entry of a plan. */
export type Choice = 'mine' | 'theirs' | 'create' | 'delete' | 'leave';

/** Everything that decides what is done about one entry. */
export interface Case {
  readonly entry: Id;
  /** The provider as people call it. */
  readonly provider: string;
  /** What is to be there, and its hash; null: nothing (any more), for the reason in `absent`. */
  readonly draft: BookingDraft | null;
  readonly hash: string;
  readonly absent: 'draft' | 'deleted' | 'corrected' | null;
  /** Why it can be neither created nor changed; null: it can. */
  readonly obstacle: string | null;
  /** What to know before it is done; null: nothing. */
  readonly warning: string | null;
  readonly row: OutboxRow | null;
  readonly sight: Sight;
  readonly choice: Choice | null;
  /** The choice for every conflict. */
  readonly conflicts: 'mine' | 'theirs' | null;
  /** Is what was deleted here to be deleted there? */
  readonly deleteAll: boolean;
  /** The person asks for this very entry, so what was refused is tried again. */
  readonly retry: boolean;
}

/** What the outbox is to say about an entry. */
export type Line = Pick<
  OutboxRow,
  'action' | 'draft' | 'hash' | 'remoteId' | 'confirmed' | 'settledHash' | 'lastError'
>;

/** What there is to be done. */
export interface Step {
  /** What the provider is to be told; null: nothing, only the outbox changes. */
  readonly call: 'create' | 'update' | 'delete' | null;
  /** It must be seen first what stands there; then it is decided again. */
  readonly look: boolean;
  /** Null: the outbox forgets the entry. */
  readonly line: Line | null;
}

export interface Decision {
  readonly action: PlanAction;
  /** In words a person understands. */
  readonly reason: string;
  /** Null: nothing. */
  readonly step: Step | null;
}
