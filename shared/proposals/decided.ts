import type { Entry, EvidenceRef } from '../entries/entry.ts';
import type { Interval } from '../values/interval.ts';
import { subtract } from '../values/interval.ts';
import type { DerivedSource, Piece } from './piece.ts';

const nameOf = ({ kind, ref }: Pick<EvidenceRef, 'kind' | 'ref'>): string => `${kind} ${ref}`;

/** Sources that only watch: a timer and a meeting say for themselves what their time was for. */
const WATCHING: readonly DerivedSource[] = ['git', 'ide', 'agent'];

/**
 * The pieces without the time that the person has decided about (design §2 "Fusion": what was edited is kept). An
 * entry that was moved, or made shorter, leaves nothing behind for the same evidence to claim again; nor for what a
 * weaker source saw of the same work: an editor beside the commits would put the entry back where it was taken from.
 * What evidence claims beyond that time is new, and so is evidence of other work for the same time.
 */
export function withoutDecided(pieces: readonly Piece[], kept: readonly Entry[]): Piece[] {
  const decided = new Map<string, Interval[]>();
  const decide = (name: string, times: Interval) => {
    const known = decided.get(name);
    if (known) known.push(times);
    else decided.set(name, [times]);
  };
  const ticketOf = new Map<string, string>();
  for (const { because, ticket } of pieces) if (ticket !== null) ticketOf.set(nameOf(because), ticket);
  for (const entry of kept) {
    const tickets = new Set(entry.evidence.flatMap((piece) => ticketOf.get(nameOf(piece)) ?? []));
    if (entry.ticket !== null) tickets.add(entry.ticket);
    for (const piece of entry.evidence) {
      const times = { start: piece.startedAt, end: piece.endedAt };
      decide(nameOf(piece), times);
      for (const ticket of tickets) decide(`ticket ${ticket}`, times);
    }
  }
  return pieces.flatMap((piece) => {
    const same = decided.get(nameOf(piece.because)) ?? [];
    const work = WATCHING.includes(piece.source) ? (decided.get(`ticket ${piece.ticket ?? ''}`) ?? []) : [];
    if ((same.length === 0 && work.length === 0) || piece.spans.length === 0) return [piece];
    const spans = subtract(piece.spans, [...same, ...work]);
    return spans.length === 0 ? [] : [{ ...piece, spans }];
  });
}
