import type { BookingDraft, OutboxRow, RemoteEntry } from '../../entries/booking.ts';
import { sameRemote } from './compare.ts';
import type { Case, Choice, Decision } from './decision.ts';
import { draftHash } from './draft-hash.ts';
import { blocked, left, lineOf, lockedThere, refused } from './verdicts.ts';
import { said } from '../../values/said.ts';

const FORGET: Decision['step'] = { call: null, look: false, line: null };

/**
 * There is nothing to book here (any more). What stands at the provider is only taken away when the person says so.
 * @param row as it is after what became of a lost call is known; null: nothing was ever told.
 */
export function decideGone(of: Case, row: OutboxRow | null): Decision {
  const { sight, provider } = of;
  const gone = of.absent === 'corrected' ? said`Corrected to nothing here` : said`Deleted here`;
  if ((row === null ? of.row === null : row.remoteId === null) && sight.kind === 'seen') {
    const decision = decideStray(of, sight.remote, gone);
    // What only waited to be booked waits for nothing any more.
    return decision.step === null && of.row !== null && decision.action !== 'blocked'
      ? { ...decision, step: FORGET }
      : decision;
  }
  if (row === null)
    return {
      action: 'skip',
      reason: said`There is nothing to book.`,
      step: of.row === null ? null : FORGET,
    };
  if (of.absent === 'draft') {
    return row.remoteId === null
      ? {
          action: 'skip',
          reason: said`The day is a draft again: nothing is booked until it is handed in.`,
          step: FORGET,
        }
      : {
          action: 'skip',
          reason: said`The day is a draft again; booked as it was.`,
          step: resolvedLine(of, row),
        };
  }
  if (row.remoteId === null)
    return { action: 'skip', reason: said`${gone} before it was booked.`, step: FORGET };
  if (sight.kind === 'absent' && (sight.lookedUp || row.confirmed === null)) {
    return { action: 'skip', reason: said`${gone}, and gone in ${provider}.`, step: FORGET };
  }
  const seen = sight.kind === 'seen' ? sight.remote : null;
  const changedThere = seen !== null && (row.confirmed === null || !sameRemote(seen, row.confirmed));
  const choice = of.choice ?? (changedThere ? forAll(of) : null);
  if (choice === 'leave') return left;
  // The one that was booked may be gone, and its double stay.
  const remoteId = seen?.id ?? row.remoteId;
  if (choice === 'theirs') return stays(of, row.draft, remoteId, seen ?? row.confirmed, gone);
  if (row.settledHash === of.hash && !changedThere && !isAsked(choice)) {
    return { action: 'skip', reason: said`${gone}; it stays in ${provider}, as you said.`, step: null };
  }
  if (seen !== null && seen.locked !== null) return blocked(`${gone}. ${lockedThere(provider, seen.locked)}`);

  const asked = isAsked(choice);
  if (changedThere && !asked) {
    const reason = said`${gone}, but changed in ${provider} since it was booked. Choose which side is right.`;
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
    return unasked(gone, provider);
  }
  return {
    action: 'delete',
    reason: said`${gone}, so it is deleted in ${provider}.`,
    step: {
      call: 'delete',
      look: sight.kind !== 'seen',
      line: { ...lineOf(row), action: 'delete', remoteId, lastError: null },
    },
  };
}

/** It stands there with our mark, but the outbox does not know which one it is. */
function decideStray(of: Case, remote: RemoteEntry, gone: string): Decision {
  const { provider, choice } = of;
  if (of.absent === 'draft') {
    return { action: 'skip', reason: said`The day is a draft again; booked as it was.`, step: null };
  }
  if (choice === 'leave') return left;
  const { date, minutes, note, unit, task, billable, reference } = remote;
  const draft = {
    date,
    minutes,
    note,
    unit,
    task,
    billable,
    reference: reference ?? '',
    startedAt: null,
    zone: 'UTC',
  };
  if (choice === 'theirs') return stays(of, draft, remote.id, remote, gone);
  if (remote.locked !== null) return blocked(`${gone}. ${lockedThere(provider, remote.locked)}`);
  if (!isAsked(choice) && !of.deleteAll) return unasked(gone, provider);
  return {
    action: 'delete',
    reason: said`${gone}, so it is deleted in ${provider}.`,
    step: {
      call: 'delete',
      look: false,
      line: {
        action: 'delete',
        draft,
        hash: draftHash(draft),
        remoteId: remote.id,
        confirmed: remote,
        settledHash: null,
        lastError: null,
      },
    },
  };
}

const isAsked = (choice: Choice | null): boolean => choice === 'delete' || choice === 'mine';

/** The outbox remembers that it may stay, until one of the sides changes: nothing here has the hash ''. */
const stays = (
  of: Case,
  draft: BookingDraft,
  remoteId: string | null,
  confirmed: RemoteEntry | null,
  gone: string,
): Decision => ({
  action: 'skip',
  reason: said`${gone}; it stays in ${of.provider}, as you said.`,
  step: {
    call: null,
    look: false,
    line: {
      action: 'adopt',
      draft,
      hash: of.hash,
      remoteId,
      confirmed,
      settledHash: of.hash,
      lastError: null,
    },
  },
});

const unasked = (gone: string, provider: string): Decision => ({
  action: 'delete',
  reason: said`${gone}, but still in ${provider}: it is deleted there only when you say so.`,
  step: null,
});

/** "Mine" for every conflict takes away what others changed only together with the wish to delete. */
const forAll = ({ conflicts, deleteAll }: Case): Choice | null =>
  conflicts === 'mine' && !deleteAll ? null : conflicts;

/** Nothing waits and nothing is unknown any more; that it is not as it is here is seen from the hashes. */
const resolvedLine = (of: Case, row: OutboxRow): Decision['step'] =>
  of.row !== null && of.row.state !== 'sent' && of.row.state !== 'failed'
    ? { call: null, look: false, line: lineOf(row) }
    : null;
