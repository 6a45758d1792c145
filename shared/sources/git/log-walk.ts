import type { Instant } from '../../values/instant.ts';
import type { RefTip } from './branch-of.ts';
import { CommitGraph } from './commit-graph.ts';
import type { LogRecord } from './log-record.ts';
import { isOwn, readLogRecord } from './log-record.ts';

/** As many commits of a window are remembered with their parents; beyond, a branch may stay unknown. */
const GRAPH_LIMIT = 100_000;
/** More tips than this are not remembered: the next scan then walks the window again. */
export const TIP_LIMIT = 1_000;

/**
 * Takes commits one by one as git walks them, newest first, and keeps little: the person's own, the shape of the
 * newest part of the graph, and the tips, so that a million commits cost no more memory than a hundred thousand.
 */
export class LogWalk {
  readonly own = new Map<string, LogRecord>();
  readonly graph = new CommitGraph();
  /** Refs that point into the graph. */
  readonly refs: RefTip[] = [];
  /** Commits seen that no other commit seen has as a parent: what the next scan need not walk again. */
  readonly tips: Set<string>;
  /** Parents of commits seen that did not come by yet. */
  readonly #awaited = new Set<string>();
  readonly #emails: ReadonlySet<string>;
  readonly #since: Instant;

  /** @param known tips of earlier walks, behind which git was told not to look. */
  constructor(emails: ReadonlySet<string>, since: Instant, known: readonly string[]) {
    this.tips = new Set(known);
    this.#emails = emails;
    this.#since = since;
  }

  /** @param fields one record of `LOG_FORMAT`; a broken one is passed over. */
  take(fields: readonly string[]): void {
    const record = readLogRecord(fields);
    if (!record) return;
    const { hash, parents } = record;
    if (!this.#awaited.delete(hash) && this.tips.size <= TIP_LIMIT) this.tips.add(hash);
    for (const parent of parents) {
      // Only where clocks lie does a parent come before its child; as a tip too many it does no harm.
      if (!this.tips.delete(parent)) this.#awaited.add(parent);
    }
    if (this.graph.size < GRAPH_LIMIT) {
      this.graph.add(hash, parents, mergedBranch(record));
      for (const ref of record.refs) this.refs.push({ ref, hash });
    }
    if (isOwn(record, this.#emails, this.#since)) this.own.set(hash, record);
  }

  /** A ref points at this commit, and everything behind it was seen. */
  reached(hash: string): void {
    this.tips.add(hash);
  }
}

/** `Merge branch 'x'`, `Merge remote-tracking branch 'origin/x'`, `Merge pull request #1 from someone/x`. */
function mergedBranch({ parents, subject }: LogRecord): string | null {
  if (parents.length !== 2) return null;
  const quoted = /^Merge (remote-tracking )?branch '([^'\s]+)'/.exec(subject);
  if (quoted) return quoted[1] ? afterSlash(quoted[2]!) : quoted[2]!;
  const request = /^Merge pull request #\d+ from (\S+)$/.exec(subject);
  return request ? afterSlash(request[1]!) : null;
}

const afterSlash = (name: string): string => name.slice(name.indexOf('/') + 1);
