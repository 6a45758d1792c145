import type { EvidenceRef } from '../entries/entry.ts';
import { roundNearest, roundSumPreserving } from '../entries/rounding.ts';
import type { DerivationRules } from '../settings/rules.ts';
import { earliest, latest } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import { coveredMs, union } from '../values/interval.ts';
import type { Minutes } from '../values/minutes.ts';
import { minutesOfMs } from '../values/minutes.ts';
import { compareTexts } from '../values/order.ts';
import { describe } from './describe.ts';
import type { Piece } from './piece.ts';
import type { Proposal } from './proposal.ts';

/** Pieces of one key, and what they come to. */
interface Heap {
  readonly pieces: readonly [Piece, ...Piece[]];
  readonly spans: Interval[];
  readonly rawMinutes: Minutes;
}

/** What the pieces of a day come to. */
export interface Weighed {
  /** By start. */
  readonly proposals: Proposal[];
  /** What rounding left nothing of; `minutes` is 0. */
  readonly dropped: Proposal[];
}

/**
 * Makes proposals of fused pieces: adds up per key and rounds what is estimated (design §2 Git, rule 5).
 * @param pieces as fusion leaves them: those of one key in the order of time.
 * @param keptKeys keys that entries of the day hold already; what is left for them gets a key of its own.
 */
export function weigh(
  pieces: readonly Piece[],
  keptKeys: ReadonlySet<string>,
  rules: DerivationRules,
): Weighed {
  const heaps = heapsOf(pieces);
  const rounded = roundedMinutes(
    heaps.filter((heap) => heap.pieces[0].rounded),
    rules,
  );
  const all = heaps.map((heap) => proposalOf(heap, rounded.get(heap) ?? heap.rawMinutes, keptKeys));
  return {
    proposals: all.filter((proposal) => proposal.minutes > 0),
    dropped: all.filter((proposal) => proposal.minutes === 0),
  };
}

/** By start, then key. A heap without any time is none. */
function heapsOf(pieces: readonly Piece[]): Heap[] {
  const byKey = new Map<string, [Piece, ...Piece[]]>();
  for (const piece of pieces) {
    const same = byKey.get(piece.key);
    if (same) same.push(piece);
    else byKey.set(piece.key, [piece]);
  }
  return [...byKey.values()]
    .map((those) => {
      const spans = union(those.flatMap((piece) => piece.spans));
      return { pieces: those, spans, rawMinutes: minutesOfMs(coveredMs(spans)) };
    })
    .filter((heap) => heap.spans.length > 0)
    .sort((a, b) => a.spans[0]!.start - b.spans[0]!.start || compareTexts(a.pieces[0].key, b.pieces[0].key));
}

function roundedMinutes(heaps: readonly Heap[], rules: DerivationRules): ReadonlyMap<Heap, Minutes> {
  const raws = heaps.map((heap) => heap.rawMinutes);
  const results =
    rules.roundingMode === 'sum-preserving'
      ? roundSumPreserving(raws, rules.rounding)
      : raws.map((raw) => roundNearest(raw, rules.rounding));
  return new Map(heaps.map((heap, index) => [heap, results[index]!]));
}

function proposalOf(heap: Heap, minutes: Minutes, keptKeys: ReadonlySet<string>): Proposal {
  const { pieces, spans, rawMinutes } = heap;
  const [{ key, ticket, project, source }] = pieces;
  return {
    key: freeKey(key, keptKeys),
    ticket,
    project,
    minutes,
    rawMinutes,
    source,
    description: describe(pieces.map((piece) => piece.description)),
    commits: [...new Set(pieces.flatMap((piece) => piece.commit ?? []))],
    startedAt: spans[0]!.start,
    endedAt: spans.at(-1)!.end,
    evidence: evidenceOf(pieces),
    spans,
  };
}

/** `git:TB-042`, or `git:TB-042~2` (`~3`, …) when the person settled an earlier one: later work must not be lost. */
function freeKey(key: string, keptKeys: ReadonlySet<string>): string {
  let candidate = key;
  for (let n = 2; keptKeys.has(candidate); n += 1) candidate = `${key}~${n}`;
  return candidate;
}

/** One line per thing and rule, from its first moment to its last. */
function evidenceOf(pieces: readonly Piece[]): EvidenceRef[] {
  const lines = new Map<string, EvidenceRef>();
  for (const { at, because, spans } of pieces) {
    const startedAt = spans[0]?.start ?? at;
    const endedAt = spans.at(-1)?.end ?? at;
    const name = `${because.kind} ${because.ref} ${because.rule}`;
    const line = lines.get(name) ?? { ...because, startedAt, endedAt };
    lines.set(name, {
      ...line,
      startedAt: earliest(line.startedAt, startedAt),
      endedAt: latest(line.endedAt, endedAt),
    });
  }
  return [...lines.values()].sort((a, b) => a.startedAt - b.startedAt || a.endedAt - b.endedAt);
}
