import type { EntrySource, EvidenceRef } from '../entries/entry.ts';
import type { DerivationRules } from '../settings/rules.ts';
import type { Instant } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import { compareTexts } from '../values/order.ts';
import type { TicketId } from '../values/ticket-id.ts';
import { prefixOf } from '../values/ticket-id.ts';

/**
 * The sources of derived time, the strongest first (design §2 "Fusion"): what a stronger one covers is taken out of
 * the weaker ones.
 */
export const STRONGEST_FIRST = ['timer', 'calendar', 'git', 'ide', 'agent'] as const satisfies EntrySource[];
export type DerivedSource = (typeof STRONGEST_FIRST)[number];

/**
 * A piece of evidence as fusion sees it: what it says the time was spent on, and why. Every source makes its evidence
 * into pieces; a new source needs to do nothing else.
 */
export interface Piece {
  readonly source: DerivedSource;
  /** Pieces with one key become one proposal: `git:TB-042`, `timer:<session>`. Contains no `~`. */
  readonly key: string;
  readonly ticket: TicketId | null;
  readonly project: string | null;
  /** When it happened; where it stands among the others if it claims no time. */
  readonly at: Instant;
  /** Words for the proposal; empty when it has none to add. */
  readonly description: string;
  /** Hash of the commit it stands for. */
  readonly commit: string | null;
  /** The time it claims, within the day. None: it claims no time but belongs to the proposal if there is one. */
  readonly spans: readonly Interval[];
  /** The answer to "why?"; the times are those that fusion leaves. */
  readonly because: Pick<EvidenceRef, 'kind' | 'ref' | 'label' | 'rule'>;
  /** Rule 5 applies: such time is an estimate. Measured time is not rounded. */
  readonly rounded: boolean;
  /** False for work that is still going on: it covers weaker sources but is not proposed yet. */
  readonly finished: boolean;
}

/** A ticket's project is its prefix unless mapped (design §4). */
export function projectOfTicket(ticket: TicketId | null, rules: DerivationRules): string | null {
  if (ticket === null) return null;
  const prefix = prefixOf(ticket);
  return rules.projectOfPrefix[prefix] ?? prefix;
}

/** The order in which pieces take their time: by strength, then by time; never by the order in which they were found. */
export function byStrength(a: Piece, b: Piece): number {
  return (
    STRONGEST_FIRST.indexOf(a.source) - STRONGEST_FIRST.indexOf(b.source) ||
    startOf(a) - startOf(b) ||
    endOf(a) - endOf(b) ||
    a.at - b.at ||
    compareTexts(a.key, b.key) ||
    compareTexts(a.because.ref, b.because.ref)
  );
}

const startOf = (piece: Piece): Instant => piece.spans[0]?.start ?? piece.at;
const endOf = (piece: Piece): Instant => piece.spans.at(-1)?.end ?? piece.at;
