import { describe, expect, it } from 'vitest';
import { instant } from '../values/instant.ts';
import type { AgentUse } from './agent.ts';
import { costOf, priceOf, sumUses } from './cost.ts';
import { MODEL_PRICES, PRICES_AS_OF } from './model-prices.ts';

const use = (more: Partial<AgentUse> = {}): AgentUse => ({
  agent: 'claude-code',
  run: 'ses-1',
  message: 'msg_1',
  request: null,
  at: instant(0),
  model: 'claude-sonnet-4-5-20250929',
  isSidechain: false,
  input: 0,
  output: 0,
  cacheWrite5m: 0,
  cacheWrite1h: 0,
  cacheRead: 0,
  isFast: false,
  cost: null,
  ...more,
});
const usd = (more: Partial<AgentUse>): number => costOf(use(more), {}).usd;

describe('what an answer cost', () => {
  it.each([
    [{ input: 1_000 }, 0.003],
    [{ output: 1_000 }, 0.015],
    [{ cacheWrite5m: 1_000 }, 0.00375],
    [{ cacheWrite1h: 1_000 }, 0.006],
    [{ cacheRead: 1_000 }, 0.0003],
    // From 200 000 of a kind on: the rest of them at the other price.
    [{ input: 300_000 }, 0.6 + 0.6],
    [{ cacheWrite1h: 300_000 }, 1.2 + 1.2],
    [{ input: 300_000, model: 'claude-opus-4-8' }, 1.5],
    [{ input: 1_000, model: 'claude-opus-4-6', isFast: true }, 0.03],
    [{ input: 1_000, isFast: true }, 0.003],
    [{ input: 1_000, cost: 0.5 }, 0.5],
    [{ input: 1_000, model: 'claude-nonesuch-9' }, 0],
  ])('%j is %f', (given, expected) => expect(usd(given)).toBeCloseTo(expected, 12));
  it('a price nobody knows is said; what Claude Code wrote itself has none', () => {
    expect(costOf(use({ input: 5, model: 'claude-nonesuch-9' }), {})).toEqual({ usd: 0, unknown: true });
    expect(costOf(use({ input: 5, model: '<synthetic>' }), {})).toEqual({ usd: 0, unknown: false });
    expect(costOf(use({ model: 'claude-nonesuch-9' }), {})).toEqual({ usd: 0, unknown: false });
  });
  it('the person’s own prices come first, by the name of the family too', () => {
    const own = {
      'claude-sonnet-4-5': { input: 1, output: 2 },
      gpt: { input: 4, output: 8, cacheRead: 0, cacheWrite: 9 },
    };
    expect(costOf(use({ input: 1_000_000 }), own).usd).toBe(1);
    expect(costOf(use({ cacheRead: 1_000_000 }), own).usd).toBeCloseTo(0.1, 12);
    expect(costOf(use({ model: 'gpt', cacheRead: 5, cacheWrite5m: 1_000_000 }), own).usd).toBe(9);
  });
});

describe('names of models', () => {
  it.each([
    'claude-opus-4-5',
    'claude-opus-4-5-20251101',
    'claude-opus-4-5@20251101',
    'claude-opus-4-5-latest',
    'claude-opus-4-5[1m]',
    'anthropic/claude-opus-4-5',
    'us.anthropic.claude-opus-4-5-20251101-v1:0',
    'vertex_ai/claude-opus-4-5@20251101',
  ])('%s', (name) => expect(priceOf(name, {})).toBe(MODEL_PRICES['claude-opus-4-5']));
  it.each(['', 'claude', 'constructor', 'toString', '__proto__', 'claude-opus-4-51'])(
    '%j has no price',
    (name) => expect(priceOf(name, {})).toBeNull(),
  );
  it('prices have a date', () => expect(PRICES_AS_OF).toMatch(/^\d{4}-\d{2}-\d{2}$/));
});

it('answers add up by model; fast ones stand apart, the dearest model first', () => {
  const sum = sumUses(
    [
      use({ input: 10, output: 5 }),
      use({ input: 20, cacheWrite5m: 1, cacheWrite1h: 2, cacheRead: 3 }),
      use({ model: 'claude-opus-4-6', output: 100 }),
      use({ model: 'claude-opus-4-6', output: 100, isFast: true }),
      use({ model: '<synthetic>', input: 7 }),
      use({ model: 'claude-nonesuch-9', input: 7 }),
    ],
    {},
  );
  expect(sum).toMatchObject({
    input: 44,
    output: 205,
    cacheWrite: 3,
    cacheRead: 3,
    unpriced: ['claude-nonesuch-9'],
  });
  expect(sum.models.map((model) => model.model)).toEqual([
    'claude-opus-4-6-fast',
    'claude-opus-4-6',
    'claude-sonnet-4-5-20250929',
    'claude-nonesuch-9',
  ]);
});
