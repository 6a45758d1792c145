import type { AgentUse } from '#shared/evidence/agent.ts';
import type { Instant } from '#shared/values/instant.ts';

/** One answer of a model as its table has it. */
export interface UseRow {
  agent: string;
  run: string;
  message: string | null;
  request: string | null;
  at: Instant;
  model: string;
  is_sidechain: number;
  input: number;
  output: number;
  cache_write_5m: number;
  cache_write_1h: number;
  cache_read: number;
  is_fast: number;
  cost: number | null;
}

export const USE_COLUMNS =
  'agent, run, message, request, at, model, is_sidechain, input, output, cache_write_5m, cache_write_1h, cache_read, is_fast, cost';

export const useOf = (row: UseRow): AgentUse => ({
  agent: row.agent,
  run: row.run,
  message: row.message,
  request: row.request,
  at: row.at,
  model: row.model,
  isSidechain: row.is_sidechain === 1,
  input: row.input,
  output: row.output,
  cacheWrite5m: row.cache_write_5m,
  cacheWrite1h: row.cache_write_1h,
  cacheRead: row.cache_read,
  isFast: row.is_fast === 1,
  cost: row.cost,
});

export const useRowOf = (use: AgentUse): UseRow => ({
  agent: use.agent,
  run: use.run,
  message: use.message,
  request: use.request,
  at: use.at,
  model: use.model,
  is_sidechain: Number(use.isSidechain),
  input: use.input,
  output: use.output,
  cache_write_5m: use.cacheWrite5m,
  cache_write_1h: use.cacheWrite1h,
  cache_read: use.cacheRead,
  is_fast: Number(use.isFast),
  cost: use.cost,
});
