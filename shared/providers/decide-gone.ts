import type { OutboxRow } from '../entries/booking.ts';
import { sameRemote } from './compare.ts';
import { blocked, left, lineOf, lockedThere, refused } from './verdicts.ts';
import type { Case, Choice, Decision } from './decision.ts';

const FORGET: Decision['step'] = { call: null, look: false, line: null };

/**
 * There is nothing to book here (any more). What stands at the provider is only taken away when the person says so.
 * @param row as it is after what became of a lost call is known; null: nothing was ever told.
 */
export function decideGone(of: Case, row: OutboxRow | null): Decision {
  const { sight, provider } = of;
  const gone = of.absent === 'corrected' ? 'Corrected to nothing here' : 'Deleted here';
  if (row === null)
    return { action: 'skip', reason: 'There is nothing to book.', step: of.row === null ? null : FORGET };
  if (of.absent === 'draft') {
    return row.remoteId === null
      ? {
          action: 'skip',
          reason: 'The day is a draft again: nothing is booked until it is handed in.',
          step: FORGET,
        }
      : {
          action: 'skip',
          reason: 'The day is a draft again; booked as it was.',
          step: resolvedLine(of, row),
        };
  }
  if (row.remoteId === null) return { action: 'skip', reason: `${gone} before it was booked.`, step: FORGET };
  if (sight.kind === 'absent' && (sight.lookedUp || row.confirmed === null)) {
    return { action: 'skip', reason: `${gone}, and gone in ${provider}.`, step: FORGET };
  }
  const seen = sight.kind === 'seen' ? sight.remote : null;
  const changedThere = seen !== null && (row.confirmed === null || !sameRemote(seen, row.confirmed));
  const choice = of.choice ?? (changedThere ? forAll(of) : null);
  if (choice === 'leave') return left;
  if (choice === 'theirs') {
    return { action: 'skip', reason: `${gone}; it stays in ${provider}, as you said.`, step: FORGET };
  }
  if (seen !== null && seen.locked !== null) return blocked(`${gone}. ${lockedThere(provider, seen.locked)}`);

  const asked = choice === 'delete' || choice === 'mine';
  if (changedThere && !asked) {
    const reason = `${gone}, but changed in ${provider} since it was booked. Choose which side is right.`;
    const known = of.row?.lastError === reason && of.row.state === 'sent';
    return {
      action: 'conflict',
      reason,
      step: known ? null : { call: null, look: false, line: { ...lineOf(row), lastError: reason } },
    };
  }
  if (row.state === 'failed' && row.action === 'delete' && !asked && !of.retry) return refused(provider, row);
  // Asked before, and held up since.
  const begun = row.action === 'delete' && row.state !== 'sent';
  if (!asked && !of.deleteAll && !begun) {
    return {
      action: 'delete',
      reason: `${gone}, but still in ${provider}: it is deleted there only when you say so.`,
      step: null,
    };
  }
  return {
    action: 'delete',
    reason: `${gone}, so it is deleted in ${provider}.`,
    step: {
      call: 'delete',
      look: sight.kind !== 'seen',
      line: { ...lineOf(row), action: 'delete', lastError: null },
    },
  };
}

/** "Mine" for every conflict takes away what others changed only together with the wish to delete. */
const forAll = ({ conflicts, deleteAll }: Case): Choice | null =>
  conflicts === 'mine' && !deleteAll ? null : conflicts;

/** Nothing waits and nothing is unknown any more; that it is not as it is here is seen from the hashes. */
const resolvedLine = (of: Case, row: OutboxRow): Decision['step'] =>
  of.row !== null && of.row.state !== 'sent' && of.row.state !== 'failed'
    ? { call: null, look: false, line: lineOf(row) }
    : null;
