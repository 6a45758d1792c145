import type { Instant } from '../values/instant.ts';

/**
 * A run of a coding agent, from its first sign of life to its last. What it worked is not what the person worked
 * (design §2 "Two ledgers"): it is reported and priced; only the time the person was present may become theirs.
 */
export interface AgentRun {
  readonly user: string;
  /** `claude-code`, `codex`. */
  readonly agent: string;
  /** Its own id; with `agent` it tells one run from another. */
  readonly id: string;
  readonly startedAt: Instant;
  /** Last sign of life. */
  readonly aliveAt: Instant;
  /** How it ended; null: it has not, as far as is known. */
  readonly ended: 'stopped' | 'inactive' | 'crashed' | null;
  readonly cwd: string | null;
  readonly branch: string | null;
  readonly title: string;
  /** Stretches in which it, or the person talking to it, did something. */
  readonly active: readonly { readonly start: Instant; readonly end: Instant }[];
}

/** Tokens of one answer of a model. */
export interface AgentUse {
  readonly agent: string;
  readonly run: string;
  /** Tells an answer from its copies in other lines and files (contract "Dedupe"); null: it cannot be told. */
  readonly message: string | null;
  readonly request: string | null;
  readonly at: Instant;
  readonly model: string;
  readonly isSidechain: boolean;
  readonly input: number;
  readonly output: number;
  readonly cacheWrite5m: number;
  readonly cacheWrite1h: number;
  readonly cacheRead: number;
  readonly isFast: boolean;
  /** In US dollars, where the agent said it itself. */
  readonly cost: number | null;
}
