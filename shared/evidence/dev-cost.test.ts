import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aUse } from '../ports/sample-sources.ts';
import { defaultSettings } from '../settings/catalogue.ts';
import { costRulesOf, sessionCost } from './dev-cost.ts';
import type { ReportedUse } from './dev-session.ts';

describe('the cost of a session', () => {
  const rules = costRulesOf(defaultSettings());
  const used = { uses: [], reported: [], images: 0, searches: 0, complexity: 'simple' } as const;
  const reported = (given: Partial<ReportedUse>): ReportedUse => ({
    model: 'claude-sonnet-4',
    calls: 1,
    input: 0,
    output: 0,
    cacheWrite: 0,
    cacheRead: 0,
    usd: null,
    ...given,
  });

  it('is the worked example of document 3: 50 calls, 4 images, a complex system; logged were 145 000', () => {
    // What the document calls about 50 000 VIBE of calls: 50 answers of 2 000 tokens, each to a context of 156 667.
    const calls = reported({ calls: 50, input: 7_833_333, output: 100_000 });
    const cost = sessionCost({ ...used, reported: [calls], images: 4, complexity: 'complex' }, rules);
    expect(cost.unit).toBe('VIBE');
    expect(cost.models[0]!.units).toBeCloseTo(50_000, 0);
    expect(cost.images).toMatchObject({ count: 4, units: 16_000 });
    expect(cost.base.units).toBeCloseTo(66_000, 0);
    expect(cost.total.units).toBeCloseTo(132_000, 0);
    expect(Math.abs(cost.total.units - 145_000) / 145_000).toBeLessThanOrEqual(0.1);
  });

  it('is the same where the service says itself what the calls cost', () => {
    const cost = sessionCost(
      {
        ...used,
        reported: [reported({ calls: 50, input: 100_000, usd: 50 })],
        images: 4,
        complexity: 'complex',
      },
      rules,
    );
    expect(cost.total).toEqual({ usd: 132, units: 132_000 });
  });

  it.each([
    ['GPT-4o', 'gpt-4o', 5_000, 20_000],
    ['Claude Sonnet 4', 'claude-sonnet-4-20250514', 6_000, 30_000],
  ])('has the rates of document 3 for %s', (_, model, input, output) => {
    const cost = (given: Partial<ReportedUse>) =>
      sessionCost({ ...used, reported: [reported({ model, ...given })] }, rules).total.units;
    expect(cost({ input: 1_000_000 })).toBe(input);
    expect(cost({ output: 1_000_000 })).toBe(output);
  });

  it.each([
    ['simple', 1],
    ['medium', 1.5],
    ['complex', 2],
    ['major', 3],
  ] as const)('is multiplied for what is %s', (complexity, times) => {
    const cost = sessionCost({ ...used, images: 1, searches: 10, complexity }, rules);
    expect(cost).toMatchObject({ base: { units: 5_000, usd: 5 }, multiplier: times });
    expect(cost.total).toEqual({ units: 5_000 * times, usd: 5 * times });
  });

  it('of a model without a rate is what its dollars are worth', () => {
    const cost = sessionCost(
      { ...used, uses: [aUse('m', { model: 'claude-opus-5', output: 40_000, input: 0 })] },
      rules,
    );
    expect(cost.total.usd).toBeGreaterThanOrEqual(1);
    expect(cost.total.units).toBeCloseTo(cost.total.usd * 1000, 1);
    expect(cost.unpriced).toEqual([]);
  });

  it('names the models nobody knows a price of, and counts their tokens', () => {
    const cost = sessionCost({ ...used, reported: [reported({ model: 'new-model', input: 5 })] }, rules);
    expect(cost).toMatchObject({
      unpriced: ['new-model'],
      total: { usd: 0, units: 0 },
      tokens: { total: 5 },
    });
  });

  it('adds up: models, images and searches make the base, whatever was used', () => {
    const anyUse = fc.record({
      model: fc.constantFrom('gpt-4o', 'claude-opus-5', 'claude-sonnet-4', 'nobody'),
      input: fc.nat(1e7),
      output: fc.nat(1e6),
      cacheWrite: fc.nat(1e6),
      cacheRead: fc.nat(1e8),
      usd: fc.option(fc.nat(500)),
    });
    fc.assert(
      fc.property(fc.array(anyUse, { maxLength: 6 }), fc.nat(50), fc.nat(500), (uses, images, searches) => {
        const cost = sessionCost({ ...used, reported: uses.map(reported), images, searches }, rules);
        const parts = [...cost.models, cost.images, cost.searches];
        expect(parts.reduce((sum, one) => sum + one.units, 0)).toBeCloseTo(cost.base.units, 0);
        expect(parts.reduce((sum, one) => sum + one.usd, 0)).toBeCloseTo(cost.base.usd, 3);
        expect(cost.models.reduce((sum, one) => sum + one.tokens, 0)).toBe(cost.tokens.total);
      }),
    );
  });
});
