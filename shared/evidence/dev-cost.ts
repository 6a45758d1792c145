import type { Settings } from '../settings/catalogue.ts';
import type { AgentUse } from './agent.ts';
import type { OwnPrices } from './cost.ts';
import { costOf, ownPriceOf, priceOf } from './cost.ts';
import type { Amount, Complexity, ReportedUse, SessionCost } from './dev-session.ts';
import { COMPLEXITIES } from './dev-session.ts';
import type { ModelPrice } from './model-prices.ts';

/** What things cost, as the settings have it. */
export interface CostRules {
  /** In US dollars for a million tokens. */
  readonly prices: OwnPrices;
  readonly unit: string;
  /** One unit in US dollars. */
  readonly unitUsd: number;
  /** In units for a million tokens. */
  readonly rates: OwnPrices;
  readonly imageUnits: number;
  readonly searchUnits: number;
}

export const costRulesOf = (settings: Settings): CostRules => ({
  prices: settings['agent.prices'],
  unit: settings['dev.unit'],
  unitUsd: settings['dev.unitUsd'],
  rates: settings['dev.unitRates'],
  imageUnits: settings['dev.imageUnits'],
  searchUnits: settings['dev.searchUnits'],
});

/** What was used: by agents as their transcripts tell, and what somebody reported. */
export interface Used {
  readonly uses: readonly AgentUse[];
  readonly reported: readonly ReportedUse[];
  readonly images: number;
  readonly searches: number;
  readonly complexity: Complexity;
}

/** Tokens of one model, as both kinds of use tell them. */
interface Tokens {
  readonly model: string;
  readonly input: number;
  readonly output: number;
  readonly cacheWrite: number;
  readonly cacheRead: number;
  readonly usd: number;
  /** In dollars that somebody said, which a rate in units does not outweigh. */
  readonly isSaid: boolean;
}

const MILLION = 1_000_000;

/**
 * The cost of a session (document 3): (tokens × rate of their model + images × rate + searches × rate) × complexity, in
 * US dollars and in the unit. Dollars of tokens are the model's price, units its rate in units where it has one, else
 * what its dollars are worth. Images and searches are priced in units and turned into dollars.
 */
export function sessionCost(used: Used, rules: CostRules): SessionCost {
  const unpriced = new Set<string>();
  const all = [
    ...used.uses.map((use) => ofAnswer(use, rules, unpriced)),
    ...used.reported.map((use) => ofReport(use, rules, unpriced)),
  ];
  const models = new Map<string, SessionCost['models'][number]>();
  const tokens = { input: 0, output: 0, cacheWrite: 0, cacheRead: 0, total: 0 };
  for (const one of all) {
    const count = one.input + one.output + one.cacheWrite + one.cacheRead;
    tokens.input += one.input;
    tokens.output += one.output;
    tokens.cacheWrite += one.cacheWrite;
    tokens.cacheRead += one.cacheRead;
    tokens.total += count;
    if (one.model === '<synthetic>') continue;
    const sum = models.get(one.model);
    models.set(one.model, {
      model: one.model,
      tokens: (sum?.tokens ?? 0) + count,
      usd: (sum?.usd ?? 0) + one.usd,
      units: (sum?.units ?? 0) + unitsOf(one, rules),
    });
  }
  const images = priced(used.images, rules.imageUnits, rules);
  const searches = priced(used.searches, rules.searchUnits, rules);
  const base = [...models.values(), images, searches].reduce<Amount>(
    (sum, one) => ({ usd: sum.usd + one.usd, units: sum.units + one.units }),
    { usd: 0, units: 0 },
  );
  const multiplier = COMPLEXITIES[used.complexity];
  return {
    tokens,
    models: [...models.values()]
      .map((model) => ({ ...model, ...rounded(model) }))
      .toSorted((a, b) => b.usd - a.usd || b.units - a.units || (a.model < b.model ? -1 : 1)),
    images: { ...images, ...rounded(images) },
    searches: { ...searches, ...rounded(searches) },
    base: rounded(base),
    multiplier,
    total: rounded({ usd: base.usd * multiplier, units: base.units * multiplier }),
    unit: rules.unit,
    unpriced: [...unpriced].toSorted(),
  };
}

function ofAnswer(use: AgentUse, rules: CostRules, unpriced: Set<string>): Tokens {
  const { usd, unknown } = costOf(use, rules.prices);
  const model = use.isFast ? `${use.model}-fast` : use.model;
  const tokens = {
    model,
    input: use.input,
    output: use.output,
    cacheWrite: use.cacheWrite5m + use.cacheWrite1h,
    cacheRead: use.cacheRead,
    usd,
    isSaid: use.cost !== null,
  };
  return unknown ? fromRate(tokens, use.model, rules, unpriced) : tokens;
}

/** Several calls in one: whether one of them was so long that it cost more is not known. */
function ofReport(use: ReportedUse, rules: CostRules, unpriced: Set<string>): Tokens {
  const { model, input, output, cacheWrite, cacheRead } = use;
  const tokens = { model, input, output, cacheWrite, cacheRead, usd: use.usd ?? 0, isSaid: use.usd !== null };
  if (use.usd !== null) return tokens;
  const price = priceOf(model, rules.prices);
  return price === null ? fromRate(tokens, model, rules, unpriced) : { ...tokens, usd: times(tokens, price) };
}

/** A model without a price may still have a rate in units, which are worth something. */
function fromRate(tokens: Tokens, model: string, rules: CostRules, unpriced: Set<string>): Tokens {
  const units = unitsByRate(tokens, rules);
  if (units === null) {
    unpriced.add(model);
    return tokens;
  }
  return { ...tokens, usd: units * rules.unitUsd };
}

const unitsOf = (tokens: Tokens, rules: CostRules): number =>
  (tokens.isSaid ? null : unitsByRate(tokens, rules)) ?? tokens.usd / rules.unitUsd;

function unitsByRate(tokens: Tokens, { rates }: CostRules): number | null {
  const rate = ownPriceOf(tokens.model, rates);
  return rate === null ? null : times(tokens, rate);
}

/** @param price for a million tokens. */
const times = (tokens: Tokens, price: ModelPrice): number =>
  (tokens.input * price.input +
    tokens.output * price.output +
    tokens.cacheWrite * price.cacheWrite +
    tokens.cacheRead * price.cacheRead) /
  MILLION;

const priced = (count: number, rate: number, { unitUsd }: CostRules) => ({
  count,
  units: count * rate,
  usd: count * rate * unitUsd,
});

/** Dollars to a millionth, units to a hundredth: sums of binary fractions have a tail nobody means. */
const rounded = ({ usd, units }: Amount): Amount => ({
  usd: Math.round(usd * 1e6) / 1e6,
  units: Math.round(units * 100) / 100,
});
