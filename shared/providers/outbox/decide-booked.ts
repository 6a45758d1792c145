import type { BookingDraft, OutboxRow, RemoteEntry } from '../../entries/booking.ts';
import { differences, holds, sameRemote } from './compare.ts';
import { blocked, conflict, left, lineOf, lockedThere, refused, sentence, settled } from './verdicts.ts';
import type { Case, Decision } from './decision.ts';
import { said } from '../../values/said.ts';

/** It was booked before: what changed since, here or there, decides. */
export function decideBooked(of: Case, row: OutboxRow, draft: BookingDraft): Decision {
  const { sight, hash } = of;
  const changedHere = row.settledHash !== hash;
  if (sight.kind === 'unseen') return decideUnseen(of, row, draft, changedHere);
  if (sight.kind === 'absent') {
    // The person agreed that it is gone.
    if (row.confirmed === null && !changedHere) {
      return { action: 'skip', reason: said`It is gone there, and was left so.`, step: tidy(of, row) };
    }
    return conflict({ ...of, row }, draft, null, said`It is gone in ${of.provider}, where it was booked`);
  }

  const { remote } = sight;
  const changedThere = row.confirmed === null || !sameRemote(remote, row.confirmed);
  const moved = remote.id !== row.remoteId;
  if (!changedHere && !changedThere) {
    return {
      action: 'skip',
      reason: booked(row, remote, draft),
      step: moved ? keep(remote, draft, hash) : tidy(of, row),
    };
  }
  const same = holds(remote, draft);
  if (same && changedThere) {
    return {
      action: 'skip',
      reason: said`Booked: both sides say the same again.`,
      step: keep(remote, draft, hash),
    };
  }
  // A change of ours whose answer was lost came after all, later than the ones after it: nobody else was there.
  const late = changedThere && row.confirmed !== null && row.lost.some((said) => holds(remote, said));
  if (changedThere && !late) {
    return conflict({ ...of, row }, draft, remote, said`Changed in ${of.provider} since it was booked`);
  }
  // What only the start or the billable mark would change is not worth a refusal.
  const details = draft.billable !== row.draft.billable || draft.startedAt !== row.draft.startedAt;
  if (same && (!details || remote.locked !== null)) {
    return { action: 'skip', reason: said`Booked as it is here.`, step: keep(remote, draft, hash) };
  }
  if (of.choice === 'leave') return left;
  if (of.choice === 'theirs') return conflict({ ...of, row }, draft, remote, '');
  if (remote.locked !== null) return blocked(lockedThere(of.provider, remote.locked));
  if (of.obstacle !== null) return blocked(of.obstacle);
  if (row.state === 'failed' && row.hash === hash && !of.retry) return refused(of.provider, row);
  const what = late ? said`A change of ours that was given up came after all` : CHANGED;
  return update(of, { ...row, remoteId: remote.id, confirmed: remote }, draft, what, false);
}

/** Without a look at the other side nothing more can be said than what was last known of it. */
function decideUnseen(of: Case, row: OutboxRow, draft: BookingDraft, changedHere: boolean): Decision {
  if (!changedHere) {
    const reason =
      row.confirmed === null
        ? said`It was gone there when last seen, and was left so.`
        : said`Booked, when last seen.`;
    return { action: 'skip', reason, step: null };
  }
  if (row.confirmed === null) {
    return {
      action: 'conflict',
      reason: row.lastError ?? said`The two sides differed when last seen.`,
      step: null,
    };
  }
  if (of.choice === 'leave') return left;
  if (row.confirmed.locked !== null) return blocked(lockedThere(of.provider, row.confirmed.locked));
  if (of.obstacle !== null) return blocked(of.obstacle);
  if (row.state === 'failed' && row.hash === of.hash && !of.retry) return refused(of.provider, row);
  return update(of, row, draft, CHANGED, true);
}

const CHANGED = said`Changed here since it was booked`;

function update(of: Case, row: OutboxRow, draft: BookingDraft, what: string, look: boolean): Decision {
  const how = row.confirmed === null ? '' : differences(draft, row.confirmed);
  return {
    action: 'update',
    reason: sentence(how === '' ? what : said`${what} (${how})`, of.warning),
    step: {
      call: 'update',
      look,
      line: { ...lineOf(row), action: 'update', draft, hash: of.hash, lastError: null },
    },
  };
}

const keep = (remote: RemoteEntry, draft: BookingDraft, hash: string): Decision['step'] => ({
  call: null,
  look: false,
  line: settled(remote, draft, hash),
});

/** All is well, so nothing waits any more and no remark stays, except about what the provider made of it. */
function tidy(of: Case, row: OutboxRow): Decision['step'] {
  const stale =
    of.row !== null && (of.row.state !== 'sent' || (of.row.lastError !== null && isConflict(of.row)));
  if (!stale) return null;
  return { call: null, look: false, line: { ...lineOf(row), lastError: null } };
}

const isConflict = (row: OutboxRow): boolean => row.confirmed === null || holds(row.confirmed, row.draft);

function booked(row: OutboxRow, remote: RemoteEntry, draft: BookingDraft): string {
  if (row.lastError !== null && !holds(remote, draft)) return `Booked. ${row.lastError}`;
  return holds(remote, draft) ? said`Booked.` : said`Booked, and left as it is there.`;
}
