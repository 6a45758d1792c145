import type { Instant } from './instant.ts';

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

/** What the hash of a record is made of: everything it says, and the hash before it. */
export function hashedText(record: LogRecord): string {
  const { seq, id, at, origin, actor, operation, why, changes, undoes, redoes, standing, previous } = record;
  return canonicalJson([
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
}

/** JSON with the keys of every object in one order and nothing undefined: the same value gives the same text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
