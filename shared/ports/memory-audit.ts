import type { Commit } from '../evidence/commit.ts';
import { canonicalJson, hashedText } from '../values/log-record.ts';
import { sha256 } from '../values/sha256.ts';
import { utf8Of } from '../values/utf8.ts';
import type { AuditTrail, ChainedRecord } from './audit-trail.ts';
import { trailIn } from './audit-trail.ts';
import { byText } from './memory-rows.ts';
import { undoStanding } from './store-rules.ts';
import type { Stores } from './stores.ts';

/** The audit trail of stores in memory, chained as on disk; commits are those a test names. */
export interface MemoryAudit extends AuditTrail {
  readonly commits: Commit[];
}

export function memoryAudit(stores: Pick<Stores, 'ledger'>): MemoryAudit {
  const commits: Commit[] = [];
  return {
    commits,
    async trail(entries) {
      const steps = (await stores.ledger.history(Number.MAX_SAFE_INTEGER)).toReversed();
      const log: ChainedRecord[] = [];
      for (const [at, step] of steps.entries()) {
        const record = {
          seq: at + 1,
          id: step.id,
          at: step.at,
          origin: 'memory',
          actor: step.actor,
          operation: step.operation,
          why: step.why,
          changes: canonicalJson(step.changes),
          undoes: step.undoes ?? null,
          redoes: step.redoes ?? null,
          standing: undoStanding(step),
          previous: log.at(-1)?.hash ?? '',
        };
        log.push({ ...record, hash: sha256(utf8Of(hashedText(record))) });
      }
      return trailIn(log, entries);
    },
    commitsNamed: async (hashes) =>
      commits
        .filter(({ hash }) => hashes.some((named) => hash.startsWith(named)))
        .toSorted((a, b) => a.authoredAt - b.authoredAt || byText(a.hash, b.hash)),
  };
}
