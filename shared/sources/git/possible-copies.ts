import { findTicketId } from '../../values/ticket-id.ts';
import type { LogRecord } from './log-record.ts';
import type { GraphNode } from './log-walk.ts';

/** So many patch-ids are worked out in one scan at most; the newest commits come first. */
export const COPY_LIMIT = 500;

/**
 * Which commits may be a copy of another one and so need a patch-id (design §2 "Git": "or same patch-id"). A copy is
 * on another line of descent than its original, so an unbroken chain of commits holds none; and commits that name two
 * different tickets are two pieces of work whatever their patches say.
 * @param own newest first.
 * @returns hashes, at most `COPY_LIMIT`.
 */
export function possibleCopies(own: readonly LogRecord[], graph: ReadonlyMap<string, GraphNode>): string[] {
  const commits = own
    .filter((commit) => commit.parents.length < 2 && graph.has(commit.hash))
    .slice(0, COPY_LIMIT);
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

/** For each of the commits the set of those that descend from it, as bits: children are visited before parents. */
function ancestry(hashes: readonly string[], graph: ReadonlyMap<string, GraphNode>): Uint32Array[] {
  const words = Math.ceil(hashes.length / 32);
  const children = new Map<string, number>();
  for (const { parents } of graph.values()) {
    for (const parent of parents)
      if (graph.has(parent)) children.set(parent, (children.get(parent) ?? 0) + 1);
  }
  const index = new Map(hashes.map((hash, n) => [hash, n]));
  const above = new Map<string, Uint32Array>();
  const result: Uint32Array[] = hashes.map(() => new Uint32Array(words));
  const ready = [...graph.keys()].filter((hash) => !children.has(hash));
  for (let hash = ready.pop(); hash !== undefined; hash = ready.pop()) {
    let bits = above.get(hash);
    above.delete(hash);
    const n = index.get(hash);
    if (n !== undefined) {
      bits = bits ? bits.slice() : new Uint32Array(words);
      bits[n >>> 5]! |= 1 << (n & 31);
      result[n] = bits;
    }
    for (const parent of graph.get(hash)!.parents) {
      const left = children.get(parent);
      if (left === undefined) continue;
      if (bits) above.set(parent, joined(above.get(parent), bits));
      children.set(parent, left - 1);
      if (left === 1) ready.push(parent);
    }
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
