import type { Commit } from '../evidence/commit.ts';
import type { Id } from '../values/ids.ts';
import type { LogRecord } from '../values/log-record.ts';

export type ChainedRecord = LogRecord & { readonly hash: string };
export type ChainLink = Pick<ChainedRecord, 'seq' | 'at' | 'previous' | 'hash'>;

export interface Trail {
  /** The records that changed one of the entries, oldest first. */
  readonly records: readonly ChainedRecord[];
  /** How every record from the first of these to the last follows from the one before. */
  readonly links: readonly ChainLink[];
  /** Where the log ends. */
  readonly head: { readonly records: number; readonly hash: string };
}

/** What an inspector asks of the store: who wrote what when, and which commits it rests on. */
export interface AuditTrail {
  /** What the log has of the entries. */
  trail(entries: ReadonlySet<Id>): Promise<Trail>;
  /** Commits by their hashes, or by how these begin, in any repository; by author time. */
  commitsNamed(hashes: readonly string[]): Promise<readonly Commit[]>;
}

/** Ids of the rows that a record of the log is about. */
export function* idsIn(changes: string): Iterable<string> {
  for (const [, id] of changes.matchAll(/"id":"([^"\\]+)"/g)) yield id!;
}

/** The part of a log that is about some entries. @param log all of it, oldest first. */
export async function trailIn(
  log: AsyncIterable<ChainedRecord> | Iterable<ChainedRecord>,
  entries: ReadonlySet<string>,
): Promise<Trail> {
  const records: ChainedRecord[] = [];
  const links: ChainLink[] = [];
  let head = { records: 0, hash: '' };
  let until = 0;
  for await (const record of log) {
    const { seq, at, previous, hash } = record;
    const isAbout = [...idsIn(record.changes)].some((id) => entries.has(id));
    if (isAbout) {
      records.push(record);
      until = links.length + 1;
    }
    if (records.length > 0) links.push({ seq, at, previous, hash });
    head = { records: seq, hash };
  }
  return { records, links: links.slice(0, until), head };
}
