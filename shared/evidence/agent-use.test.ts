import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aUse } from '../ports/sample-sources.ts';
import type { AgentUse } from './agent.ts';
import { betterUse, isSameUse, tokensOf, withUse } from './agent-use.ts';

const keptOf = (uses: readonly AgentUse[]): readonly AgentUse[] =>
  uses.reduce((known: readonly AgentUse[], use) => withUse(known, use), []);

describe('copies of an answer', () => {
  it('name the same message and request', () => {
    expect(isSameUse(aUse('m1'), aUse('m1', { output: 50, run: 'other' }))).toBe(true);
    expect(isSameUse(aUse('m1'), aUse('m2'))).toBe(false);
    expect(isSameUse(aUse('m1'), aUse('m1', { request: 'q2' }))).toBe(false);
    expect(isSameUse(aUse('m1'), aUse('m1', { request: null }))).toBe(false);
    expect(isSameUse(aUse('m1'), aUse('m1', { agent: 'codex' }))).toBe(false);
  });

  it('name the same message only, where one of them is a sub-agent’s', () => {
    expect(isSameUse(aUse('m1'), aUse('m1', { request: 'q2', isSidechain: true }))).toBe(true);
    expect(isSameUse(aUse('m1', { isSidechain: true }), aUse('m1', { request: null }))).toBe(true);
  });

  it('cannot be told without a message', () => {
    expect(isSameUse(aUse(null), aUse(null))).toBe(false);
    expect(isSameUse(aUse(null, { isSidechain: true }), aUse(null))).toBe(false);
  });
});

describe('the better copy', () => {
  const plain = aUse('m1');
  it.each([
    ['the parent’s', plain, aUse('m1', { isSidechain: true, output: 9000, cost: 9 })],
    ['the one with more tokens', aUse('m1', { output: 50 }), aUse('m1', { output: 5, cost: 9 })],
    ['the dearer one', aUse('m1', { cost: 0.02 }), aUse('m1', { cost: 0.01, isFast: true })],
    ['the fast one', aUse('m1', { isFast: true }), plain],
  ])('is %s', (_name, better, worse) => {
    expect(betterUse(better, worse)).toBe(better);
    expect(betterUse(worse, better)).toBe(better);
    expect(keptOf([better, worse])).toEqual([better]);
    expect(keptOf([worse, better])).toEqual([better]);
  });

  it('of an answer that was written down while it grew is the last one: 5, then 50 tokens count 50', () => {
    const kept = keptOf([aUse('m1', { output: 5 }), aUse('m1', { output: 50 })]);
    expect(kept.map((use) => use.output)).toEqual([50]);
  });
});

it('two requests of one message both stand, whatever a sub-agent copied of them', () => {
  const sub = aUse('m1', { request: 'q9', isSidechain: true, output: 9000 });
  const both = [aUse('m1'), aUse('m1', { request: 'q2' })];
  expect(keptOf([sub, ...both])).toEqual(both);
  expect(keptOf([...both, sub])).toEqual(both);
});

const anyUse = fc
  .record({
    message: fc.constantFrom('m1', 'm2', null),
    request: fc.constantFrom('q1', 'q2', null),
    run: fc.constantFrom('r1', 'r2'),
    isSidechain: fc.boolean(),
    input: fc.nat(2),
    output: fc.nat(2),
    isFast: fc.boolean(),
    cost: fc.constantFrom(null, 0.01, 0.02),
  })
  .map(({ message, ...given }) => aUse(message, given));
const sorted = (uses: readonly AgentUse[]): string[] => uses.map((use) => JSON.stringify(use)).toSorted();

describe('whatever was read', () => {
  it('the order of reading never matters, and nothing is left that is a copy of another', () => {
    fc.assert(
      fc.property(
        fc
          .array(anyUse, { maxLength: 8 })
          .chain((uses) =>
            fc.tuple(
              fc.constant(uses),
              fc.shuffledSubarray(uses, { minLength: uses.length, maxLength: uses.length }),
            ),
          ),
        ([uses, shuffled]) => {
          const kept = keptOf(uses);
          expect(sorted(keptOf(shuffled))).toEqual(sorted(kept));
          for (const one of kept)
            for (const other of kept) if (one !== other) expect(isSameUse(one, other)).toBe(false);
        },
      ),
    );
  });

  it('reading it again changes nothing, but for answers that name no message', () => {
    fc.assert(
      fc.property(fc.array(anyUse, { maxLength: 8 }), (uses) => {
        const named = uses.filter((use) => use.message !== null);
        const kept = keptOf(named);
        expect(named.reduce((known: readonly AgentUse[], use) => withUse(known, use), kept)).toEqual(kept);
        const sum = (all: readonly AgentUse[]): number => all.reduce((n, use) => n + tokensOf(use), 0);
        expect(sum(kept)).toBeLessThanOrEqual(sum(named));
      }),
    );
  });
});
