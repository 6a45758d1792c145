import type { OutboxRow, RemoteEntry } from '../../entries/booking.ts';
import { holds, sameRemote } from './compare.ts';
import { draftHash } from './draft-hash.ts';
import type { Sight } from './sight.ts';
import { isLost } from './sight.ts';
import { lostBy } from './outbox-rules.ts';

/**
 * What became of a call whose answer was lost, now that it is seen what stands there: a row as if the answer had come.
 * Null: nothing is there and nothing was to be. A row that is not lost, or of which nothing was seen, stays as it is.
 */
export function resolveRow(before: OutboxRow, sight: Sight): OutboxRow | null {
  if (sight.kind === 'unseen') return before;
  if (!isLost(before)) return sight.kind === 'seen' ? lateCreate(before, sight) : before;
  const row: OutboxRow = { ...before, lost: lostBy(before) };
  if (sight.kind === 'seen') return resolveSeen(row, sight.remote);
  switch (row.action) {
    case 'delete':
      return null;
    case 'update':
      // It is gone, whatever the call did.
      return { ...row, state: 'sent', confirmed: null, settledHash: null };
    case 'create':
    case 'adopt':
      return { ...row, state: 'pending', remoteId: null, confirmed: null, settledHash: null };
  }
}

function resolveSeen(row: OutboxRow, remote: RemoteEntry): OutboxRow {
  const done: OutboxRow = {
    ...row,
    state: 'sent',
    remoteId: remote.id,
    confirmed: remote,
    settledHash: row.hash,
    lastError: null,
  };
  switch (row.action) {
    case 'delete':
      return { ...row, state: 'pending' };
    case 'update': {
      const untouched =
        row.confirmed !== null &&
        sameRemote(remote, row.confirmed) &&
        remote.billable === row.confirmed.billable;
      if (untouched) return { ...row, state: 'pending' };
      // Neither as it was nor as it was to be: somebody else was there, and that is a conflict.
      return holds(remote, row.draft) ? done : { ...row, state: 'sent' };
    }
    case 'create':
    case 'adopt':
      return holds(remote, row.draft)
        ? done
        : (cameAfterAll(row, remote) ?? { ...done, confirmed: null, settledHash: null });
  }
}

/** A create that was given up, and not repeated yet, may be there by now: then it was made, as it was told then. */
const lateCreate = (row: OutboxRow, { by, remote }: Sight & { kind: 'seen' }): OutboxRow =>
  (by === 'reference' && row.remoteId === null ? cameAfterAll(row, remote) : null) ?? row;

function cameAfterAll(row: OutboxRow, remote: RemoteEntry): OutboxRow | null {
  const said = row.lost.find((draft) => holds(remote, draft));
  if (said === undefined) return null;
  const settledHash = draftHash(said);
  return { ...row, state: 'sent', remoteId: remote.id, confirmed: remote, settledHash, lastError: null };
}
