import type { AgentUse } from './agent.ts';
import { tokensOf } from './agent-use.ts';
import type { ModelPrice } from './model-prices.ts';
import { MODEL_PRICES } from './model-prices.ts';

/** Prices a person set for a model (setting `agent.prices`), in US dollars for a million tokens. */
export type OwnPrices = Readonly<
  Record<
    string,
    {
      readonly input: number;
      readonly output: number;
      readonly cacheWrite?: number | undefined;
      readonly cacheRead?: number | undefined;
    }
  >
>;

const MILLION = 1_000_000;
/** From here on an answer's tokens may cost more. */
const LONG = 200_000;

/**
 * The price of a model as an agent names it: the person's own, else the built-in one of its family. Where it is
 * served from (`us.anthropic.…`, `vertex_ai/…`) and how much context it has (`…[1m]`) does not matter.
 * @returns null when nobody knows.
 */
export function priceOf(model: string, own: OwnPrices): ModelPrice | null {
  const set = ownPriceOf(model, own);
  if (set !== null) return set;
  for (const name of namesOf(model)) {
    const known = Object.hasOwn(MODEL_PRICES, name) ? MODEL_PRICES[name] : undefined;
    if (known !== undefined) return known;
  }
  return null;
}

/** The price that a person set for a model, under its name or its family's; null: none. */
export function ownPriceOf(model: string, own: OwnPrices): ModelPrice | null {
  for (const name of namesOf(model)) {
    const set = Object.hasOwn(own, name) ? own[name] : undefined;
    if (set !== undefined) return priced(set);
  }
  return null;
}

/** From the name as it is to the bare family. */
function namesOf(model: string): string[] {
  const bare = model
    .replace(/^.*\//, '')
    .replace(/^(?:[a-z]+\.)?anthropic\./, '')
    .replace(/\[\w+\]$/, '')
    .replace(/-v\d+(:\d+)?$/, '');
  return [model, bare, bare.replace(/[@-](\d{8}|latest|default)$/, '')];
}

/** Whoever sets input and output only means the usual prices of the cache. */
const priced = (set: OwnPrices[string]): ModelPrice => ({
  input: set.input,
  output: set.output,
  cacheWrite: set.cacheWrite ?? set.input * 1.25,
  cacheRead: set.cacheRead ?? set.input / 10,
});

/** What an answer cost, in US dollars: what the agent said, else reckoned. `unknown`: tokens whose price nobody knows. */
export function costOf(use: AgentUse, own: OwnPrices): { readonly usd: number; readonly unknown: boolean } {
  if (use.cost !== null) return { usd: use.cost, unknown: false };
  const price = priceOf(use.model, own);
  // What Claude Code wrote itself was not asked of any model.
  if (price === null) return { usd: 0, unknown: use.model !== '<synthetic>' && tokensOf(use) > 0 };
  const above = price.above200k;
  const usd =
    tiered(use.input, price.input, above?.input) +
    tiered(use.output, price.output, above?.output) +
    tiered(use.cacheWrite5m, price.cacheWrite, above?.cacheWrite) +
    tiered(use.cacheWrite1h, price.input * 2, above === undefined ? undefined : above.input * 2) +
    tiered(use.cacheRead, price.cacheRead, above?.cacheRead);
  return { usd: (usd / MILLION) * (use.isFast ? (price.fast ?? 1) : 1), unknown: false };
}

const tiered = (tokens: number, price: number, above: number | undefined): number =>
  above === undefined || tokens <= LONG ? tokens * price : LONG * price + (tokens - LONG) * above;

/** Tokens and costs of several answers. */
export interface UseSum {
  readonly input: number;
  readonly output: number;
  readonly cacheWrite: number;
  readonly cacheRead: number;
  readonly costUsd: number;
}

export interface PricedUses extends UseSum {
  /** By name; answers given fast stand apart, as `…-fast`. What Claude Code wrote itself is only in the sums. */
  readonly models: readonly ({ readonly model: string } & UseSum)[];
  /** Models whose price nobody knows; they are counted with none. */
  readonly unpriced: readonly string[];
}

/** Adds up answers of which none is a copy of another. */
export function sumUses(uses: readonly AgentUse[], own: OwnPrices): PricedUses {
  const models = new Map<string, UseSum>();
  const unpriced = new Set<string>();
  let sum: UseSum = NOTHING;
  for (const use of uses) {
    const cost = costOf(use, own);
    if (cost.unknown) unpriced.add(use.model);
    sum = plus(sum, use, cost.usd);
    if (use.model === '<synthetic>') continue;
    const name = use.isFast ? `${use.model}-fast` : use.model;
    models.set(name, plus(models.get(name) ?? NOTHING, use, cost.usd));
  }
  return {
    ...sum,
    models: [...models]
      .map(([model, one]) => ({ model, ...one }))
      .toSorted((a, b) => b.costUsd - a.costUsd || (a.model < b.model ? -1 : 1)),
    unpriced: [...unpriced].toSorted(),
  };
}

const NOTHING: UseSum = { input: 0, output: 0, cacheWrite: 0, cacheRead: 0, costUsd: 0 };

const plus = (sum: UseSum, use: AgentUse, usd: number): UseSum => ({
  input: sum.input + use.input,
  output: sum.output + use.output,
  cacheWrite: sum.cacheWrite + use.cacheWrite5m + use.cacheWrite1h,
  cacheRead: sum.cacheRead + use.cacheRead,
  costUsd: sum.costUsd + usd,
});
