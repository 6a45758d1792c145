import { findTicketId } from '../../values/ticket-id.ts';
import type { CommitGraph } from './commit-graph.ts';
import type { LogRecord } from './log-record.ts';

/** So many patch-ids are worked out in one scan at most; the newest commits come first. */
const COPY_LIMIT = 500;

/** The newest commits that are no merges: those a patch-id can be had for. */
export function plainCommits(own: readonly LogRecord[]): LogRecord[] {
  return own.filter((commit) => commit.parents.length < 2).slice(0, COPY_LIMIT);
}

/**
 * Which commits may be a copy of another one and so need a patch-id (design §2 "Git": "or same patch-id"). A copy is
 * on another line of descent than its original, so an unbroken chain of commits holds none; and commits that name two
 * different tickets are two pieces of work whatever their patches say.
 * @param own newest first.
 * @returns hashes, at most `COPY_LIMIT`.
 */
export function possibleCopies(own: readonly LogRecord[], graph: CommitGraph): string[] {
  const commits = plainCommits(own).filter((commit) => graph.find(commit.hash) !== null);
  if (commits.length < 2) return [];
  const tickets = commits.map((commit) => findTicketId(commit.subject, []));
  if (tickets.every((ticket, n) => ticket !== null && tickets.indexOf(ticket) === n)) return [];
  const behind = ancestry(
    commits.map((commit) => commit.hash),
    graph,
  );
  const found = new Set<number>();
  for (let a = 0; a < commits.length; a += 1) {
    for (let b = a + 1; b < commits.length; b += 1) {
      const unlike = tickets[a] !== null && tickets[b] !== null && tickets[a] !== tickets[b];
      if (!unlike && !holds(behind[a]!, b) && !holds(behind[b]!, a)) found.add(a).add(b);
    }
  }
  return commits.filter((_, n) => found.has(n)).map((commit) => commit.hash);
}

const holds = (bits: Uint32Array, n: number): boolean => ((bits[n >>> 5]! >>> (n & 31)) & 1) === 1;

/**
 * For each of the commits the set of those that descend from it, and itself, as bits. Children are visited before
 * parents; where clocks lied and one is not, a set is too small, and a patch is read in vain.
 */
function ancestry(hashes: readonly string[], graph: CommitGraph): Uint32Array[] {
  const words = Math.ceil(hashes.length / 32);
  const asked = new Map(hashes.map((hash, n) => [graph.find(hash), n]));
  const above = new Map<number, Uint32Array>();
  const result: Uint32Array[] = hashes.map(() => new Uint32Array(words));
  let left = hashes.length;
  for (const commit of graph.order) {
    if (left === 0) break;
    let bits = above.get(commit);
    above.delete(commit);
    const n = asked.get(commit);
    if (n !== undefined) {
      bits = bits ? bits.slice() : new Uint32Array(words);
      bits[n >>> 5]! |= 1 << (n & 31);
      result[n] = bits;
      left -= 1;
    }
    if (bits) for (const parent of graph.parents(commit)) above.set(parent, joined(above.get(parent), bits));
  }
  return result;
}

/** Never changes what it is given: one set may be shared by a whole chain. */
function joined(a: Uint32Array | undefined, b: Uint32Array): Uint32Array {
  if (a === undefined || a === b) return b;
  const out = a.slice();
  for (let n = 0; n < b.length; n += 1) out[n]! |= b[n]!;
  return out;
}
