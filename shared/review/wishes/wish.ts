import type { Instant } from '../../values/instant.ts';
import type { LocalDay, Zone } from '../../values/local-day.ts';

/** What is needed to understand a wish. */
export interface WishContext {
  readonly today: LocalDay;
  readonly now: Instant;
  readonly zone: Zone;
  readonly workingHoursPerDay: number;
  /** When not empty, only these prefixes are tickets. */
  readonly prefixes: readonly string[];
}

type Value = string | boolean;

/** A wish that was understood: one operation of the contract, with its input. */
export interface Intent {
  readonly kind: 'understood';
  /** `['day', 'show']`. */
  readonly operation: readonly [group: string, name: string];
  readonly input: Readonly<Record<string, Value>>;
  /** `write` is asked about before it is done. */
  readonly effect: 'read' | 'write';
  /** What will be done, in words. */
  readonly sentence: string;
  /** The entry that is meant: its id is still to be looked up and put into the input. */
  readonly entry?: { readonly ticket: string; readonly date: LocalDay };
}

/** A wish that was not understood, and what could be said instead. */
export interface NotUnderstood {
  readonly kind: 'unknown';
  readonly sentence: string;
  readonly suggestions: readonly string[];
}

export type Wish = Intent | NotUnderstood;
