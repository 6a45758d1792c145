/** What a model costs, in US dollars for a million tokens. */
export interface ModelPrice {
  readonly input: number;
  readonly output: number;
  /** Writing to the cache for five minutes; an hour costs twice the input. */
  readonly cacheWrite: number;
  readonly cacheRead: number;
  /** What the tokens of one answer beyond 200 000 of their kind cost. */
  readonly above200k?: Pick<ModelPrice, 'input' | 'output' | 'cacheWrite' | 'cacheRead'>;
  /** An answer given fast costs so many times as much. */
  readonly fast?: number;
}

/** The day these prices were the published ones (LiteLLM's table of model prices). Newer ones: setting `agent.prices`. */
export const PRICES_AS_OF = '2026-09-22';

/** Most models write to the cache for 1.25 times and read from it for a tenth of the price of new input. */
const model = (input: number, output: number, more: Partial<ModelPrice> = {}): ModelPrice => ({
  input,
  output,
  cacheWrite: input * 1.25,
  cacheRead: input / 10,
  ...more,
});

/** Sonnet 4 and 4.5 with a million tokens of context. */
const LONG_CONTEXT = { above200k: { input: 6, output: 22.5, cacheWrite: 7.5, cacheRead: 0.6 } };

/** Prices by family; a name with a date (`claude-opus-4-5-20251101`) is its family's. */
export const MODEL_PRICES: Readonly<Record<string, ModelPrice>> = {
  'claude-3-haiku': model(0.25, 1.25, { cacheWrite: 0.3, cacheRead: 0.03 }),
  'claude-3-sonnet': model(3, 15),
  'claude-3-opus': model(15, 75),
  'claude-3-5-haiku': model(0.8, 4),
  'claude-3-5-sonnet': model(3, 15),
  'claude-3-7-sonnet': model(3, 15),
  'claude-sonnet-4': model(3, 15, LONG_CONTEXT),
  'claude-4-sonnet': model(3, 15, LONG_CONTEXT),
  'claude-opus-4': model(15, 75),
  'claude-4-opus': model(15, 75),
  'claude-opus-4-1': model(15, 75),
  'claude-sonnet-4-5': model(3, 15, LONG_CONTEXT),
  'claude-haiku-4-5': model(1, 5),
  'claude-opus-4-5': model(5, 25),
  'claude-opus-4-6': model(5, 25, { fast: 6 }),
  'claude-opus-4-7': model(5, 25, { fast: 6 }),
  'claude-opus-4-8': model(5, 25, { fast: 2 }),
  'claude-sonnet-4-6': model(3, 15),
  'claude-opus-5': model(5, 25, { fast: 2 }),
  'claude-sonnet-5': model(2, 10),
  'claude-fable-5': model(10, 50),
  'claude-fable-5-1': model(10, 50, { cacheRead: 0.25 }),
  'claude-mythos-preview': model(10, 50),
  'claude-mythos-5': model(10, 50),
  'claude-mythos-5-1': model(10, 50, { cacheRead: 0.25 }),
};
