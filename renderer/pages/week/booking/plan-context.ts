import type { BookingState, Plan, PlanRow, SyncResult } from '#shared/contract/booking-shapes.ts';
import type { Choices } from './plan-choices.ts';

/** What the lines of the plan need to know. */
export interface PlanContext {
  readonly plan: Plan;
  /** Of the provider. */
  readonly name: string;
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
  /** It is being booked, or was: nothing is chosen any more. */
  readonly isFixed: boolean;
  /** Entries that were ordered. */
  readonly ordered: ReadonlySet<string>;
  readonly states: readonly BookingState[];
  readonly result: SyncResult | null;
  /** Somebody goes to another page. */
  readonly onLeave: () => void;
}

/** What has become of a row that was ordered; null for all others. */
export function outcomeOf(
  row: PlanRow,
  context: PlanContext,
): { readonly state: BookingState['state']; readonly reason: string | null } | null {
  if (!context.ordered.has(row.entryId)) return null;
  const failed = context.result?.failed.find(({ entryId }) => entryId === row.entryId);
  if (failed) return { state: 'failed', reason: failed.reason };
  const state = context.states.find(({ entryId }) => entryId === row.entryId);
  if (row.action === 'delete' && context.result !== null && state === undefined)
    return { state: 'booked', reason: null };
  if (state === undefined || state.state === 'none') return { state: 'waiting', reason: null };
  return { state: state.state, reason: state.reason };
}
