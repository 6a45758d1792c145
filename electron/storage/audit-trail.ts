import { setImmediate } from 'node:timers/promises';
import type { AuditTrail, ChainedRecord } from '#shared/ports/audit-trail.ts';
import { trailIn } from '#shared/ports/audit-trail.ts';
import type { CommitRow } from './commit-store.ts';
import { commitOf } from './commit-store.ts';
import type { Connections } from './connections.ts';

/** Records read between two looks at other work. */
const BATCH = 500;

/** What an inspector asks of the log and of the commits. */
export function auditTrail({ durable, answer }: Connections): AuditTrail {
  const next = durable.prepare<[number], ChainedRecord>(
    `SELECT seq, id, at, origin, actor, operation, why, changes, undoes, redoes, standing, previous, hash
     FROM log WHERE seq > ? ORDER BY seq LIMIT ${BATCH}`,
  );
  // Repositories that are no longer registered too; each is one search by the beginning of the hash.
  const named = durable.prepare<[string], CommitRow>(
    `WITH RECURSIVE known (repository) AS (
       SELECT min(repository) FROM commits
       UNION ALL
       SELECT (SELECT min(repository) FROM commits WHERE repository > known.repository) FROM known
         WHERE known.repository IS NOT NULL)
     SELECT DISTINCT c.repository, c.hash, c.author_name, c.author_email, c.authored_at, c.committed_at, c.subject, c.branch, c.is_merge, c.patch_id
     FROM known CROSS JOIN json_each(?) AS wanted
       CROSS JOIN commits AS c ON c.repository = known.repository AND c.hash >= wanted.value AND c.hash < wanted.value || '~'
     ORDER BY c.authored_at, c.hash, c.repository`,
  );
  async function* log(): AsyncGenerator<ChainedRecord> {
    let last = 0;
    for (;;) {
      const batch = await answer(() => next.all(last));
      yield* batch;
      if (batch.length < BATCH) return;
      last = batch.at(-1)!.seq;
      await setImmediate();
    }
  }
  return {
    trail: (entries) => trailIn(log(), entries),
    commitsNamed: (hashes) =>
      answer(() =>
        named.all(JSON.stringify([...new Set(hashes)].filter((hash) => hash !== ''))).map(commitOf),
      ),
  };
}
