import type { EvidenceStore } from '#shared/ports/stores.ts';
import { checkoutStore } from './checkout-store.ts';
import { commitStore } from './commit-store.ts';
import type { Connections } from './connections.ts';
import { presenceStore } from './presence-store.ts';

/** Everything observed. Written on the light connection: it can be observed or read again (see `Database.light`). */
export function evidenceStore(connections: Connections): EvidenceStore {
  const { light, answer } = connections;
  const mark = light.prepare(
    `UPDATE repositories SET last_scan_at = @lastScanAt, last_problem = @lastProblem, mark = @mark,
       covered_from = @coveredFrom WHERE id = @id`,
  );
  const alive = light.prepare('UPDATE sessions SET alive_at = ? WHERE id = ?');
  return {
    ...commitStore(connections),
    ...checkoutStore(connections),
    ...presenceStore(connections),
    markScanned: (id, { lastScanAt, lastProblem, mark: looks, coveredFrom }) =>
      answer(() => void mark.run({ id, lastScanAt, lastProblem, mark: looks, coveredFrom })),
    sessionAlive: (id, at) => answer(() => void alive.run(at, id)),
  };
}
