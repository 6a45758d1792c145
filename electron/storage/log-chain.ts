import type { LogRecord } from '#shared/values/log-record.ts';
import { hashedText } from '#shared/values/log-record.ts';
import { crypto } from '../adapters/crypto.ts';

export type { LogRecord } from '#shared/values/log-record.ts';
export { canonicalJson } from '#shared/values/log-record.ts';

/**
 * SHA-256 over everything a record says and over the hash before it, in hex. Whoever edits, removes, inserts or moves a
 * record breaks the chain there. (Who rewrites the whole rest of the log and its head as well is not found out by this;
 * a backup from before is the witness then.)
 */
export const hashOf = (record: LogRecord): string =>
  crypto().createHash('sha256').update(hashedText(record)).digest('hex');
