import { compareTexts } from '../values/order.ts';
import type { AgentUse } from './agent.ts';

/**
 * Are both the same answer of a model (contract "Dedupe")? Message and request tell one from another; a sub-agent's
 * copy of an answer may name another request. An answer without a message is never taken for another one.
 */
export function isSameUse(a: AgentUse, b: AgentUse): boolean {
  if (a.message === null || a.agent !== b.agent || a.message !== b.message) return false;
  return a.request === b.request || a.isSidechain || b.isSidechain;
}

/**
 * The better of two copies of one answer: the parent's, not the sub-agent's; then the one with more tokens (an answer is
 * written down while it grows), the dearer one, the one that says it was fast. What still ties is told apart by
 * its time and run, so that the order of reading never matters.
 */
export const betterUse = (a: AgentUse, b: AgentUse): AgentUse => (compareUses(a, b) <= 0 ? a : b);

/** Negative: `a` is the better copy. */
function compareUses(a: AgentUse, b: AgentUse): number {
  return (
    Number(a.isSidechain) - Number(b.isSidechain) ||
    tokensOf(b) - tokensOf(a) ||
    (b.cost ?? 0) - (a.cost ?? 0) ||
    Number(b.isFast) - Number(a.isFast) ||
    a.at - b.at ||
    compareTexts(a.run, b.run) ||
    compareTexts(a.request ?? '', b.request ?? '') ||
    compareTexts(a.model, b.model) ||
    b.output - a.output ||
    b.input - a.input ||
    b.cacheWrite1h - a.cacheWrite1h ||
    b.cacheRead - a.cacheRead
  );
}

/** All tokens of an answer, written, read and cached. */
export const tokensOf = (use: AgentUse): number =>
  use.input + use.output + use.cacheWrite5m + use.cacheWrite1h + use.cacheRead;

/**
 * What stands once an answer is added to those that are known of its message.
 * @param known answers of which none is a copy of another.
 * @returns answers of which none is a copy of another; the same whatever the order they came in.
 */
export function withUse(known: readonly AgentUse[], use: AgentUse): readonly AgentUse[] {
  const copies = known.filter((one) => isSameUse(one, use));
  const best = copies.reduce((a, b) => betterUse(b, a), use);
  if (best !== use) return known;
  return [...known.filter((one) => !copies.includes(one)), use];
}
