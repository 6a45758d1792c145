import type { Entry, EvidenceRef } from '../entries/entry.ts';
import type { Interval } from '../values/interval.ts';
import { subtract } from '../values/interval.ts';
import type { Piece } from './piece.ts';

const nameOf = ({ kind, ref }: Pick<EvidenceRef, 'kind' | 'ref'>): string => `${kind} ${ref}`;

/**
 * The pieces without the time that the person has decided about: an entry that was moved, or made shorter, leaves
 * nothing behind for the same evidence to claim again (design §2 "Fusion": what was edited is kept). What that
 * evidence claims beyond is new, and so is other evidence for the same time.
 */
export function withoutDecided(pieces: readonly Piece[], kept: readonly Entry[]): Piece[] {
  const decided = new Map<string, Interval[]>();
  for (const entry of kept) {
    for (const piece of entry.evidence) {
      const times = { start: piece.startedAt, end: piece.endedAt };
      const known = decided.get(nameOf(piece));
      if (known) known.push(times);
      else decided.set(nameOf(piece), [times]);
    }
  }
  return pieces.flatMap((piece) => {
    const taken = decided.get(nameOf(piece.because));
    if (taken === undefined || piece.spans.length === 0) return [piece];
    const spans = subtract(piece.spans, taken);
    return spans.length === 0 ? [] : [{ ...piece, spans }];
  });
}
