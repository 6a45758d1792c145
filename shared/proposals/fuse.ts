import { Coverage } from '../values/coverage.ts';
import type { Interval } from '../values/interval.ts';
import type { Piece } from './piece.ts';
import { byStrength } from './piece.ts';

/**
 * Gives every moment of the day to one piece at most (design §2 "Fusion"): what the person settled goes first, then
 * the pieces by strength, each getting what is still free.
 *
 *     settled      [==)
 *     timer          [======)               →  timer    [====)
 *     git      [-----------------)          →  git   [--)    [-----)   and nothing counts twice
 *
 * @returns what is left of the pieces, strongest first; those that lost all their time are gone.
 */
export function fuse(pieces: readonly Piece[], settled: readonly Interval[]): Piece[] {
  const taken = new Coverage(settled);
  return pieces.toSorted(byStrength).flatMap((piece) => {
    const spans = taken.take(piece.spans);
    return spans.length === 0 && piece.spans.length > 0 ? [] : [{ ...piece, spans }];
  });
}
