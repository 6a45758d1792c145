import { createHash } from 'node:crypto';
import type { Instant } from '#shared/values/instant.ts';

/** A record of the log as it is stored, but for its own hash. */
export interface LogRecord {
  readonly seq: number;
  readonly id: string;
  readonly at: Instant;
  readonly origin: string;
  readonly actor: string;
  readonly operation: string;
  readonly why: string;
  /** Canonical JSON of the changes. */
  readonly changes: string;
  readonly undoes: string | null;
  readonly redoes: string | null;
  /** How undo treats it: `undoStanding`. */
  readonly standing: string;
  /** Hash of the record before; empty for the first. */
  readonly previous: string;
}

/**
 * SHA-256 over everything a record says and over the hash before it, in hex. Whoever edits, removes, inserts or moves a
 * record breaks the chain there. (Who rewrites the whole rest of the log and its head as well is not found out by this;
 * a backup from before is the witness then.)
 */
export function hashOf(record: LogRecord): string {
  const { seq, id, at, origin, actor, operation, why, changes, undoes, redoes, standing, previous } = record;
  const text = canonicalJson([
    seq,
    id,
    at,
    origin,
    actor,
    operation,
    why,
    changes,
    undoes,
    redoes,
    standing,
    previous,
  ]);
  return createHash('sha256').update(text).digest('hex');
}

/** JSON with the keys of every object in one order and nothing undefined: the same value gives the same text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
