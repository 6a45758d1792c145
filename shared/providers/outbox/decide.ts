import type { BookingDraft, OutboxRow, RemoteEntry } from '../../entries/booking.ts';
import { formatShort } from '../../values/minutes.ts';
import { said } from '../../values/said.ts';
import { holds } from './compare.ts';
import { decideBooked } from './decide-booked.ts';
import { decideGone } from './decide-gone.ts';
import type { Case, Decision } from './decision.ts';
import { resolveRow } from './resolve.ts';
import { isLost } from './sight.ts';
import {
  blocked,
  conflict,
  left,
  lineOf,
  lockedThere,
  nothingThere,
  refused,
  sentence,
  settled,
} from './verdicts.ts';

/**
 * What is to be done about one entry (design §2 "Booking"). Decides from what is known alone, so it may be asked again
 * once more is known: where it says `look`, that is what it waits for.
 */
export function decide(of: Case): Decision {
  const { row, sight, provider, draft } = of;
  if (
    row !== null &&
    isLost(row) &&
    (sight.kind === 'unseen' || (sight.kind === 'absent' && !sight.lookedUp))
  ) {
    return {
      action:
        draft === null || of.obstacle !== null ? 'skip' : row.action === 'adopt' ? 'create' : row.action,
      reason: said`${provider} never answered whether it took it: it will be looked up before anything is repeated.`,
      step: { call: null, look: true, line: lineOf(row) },
    };
  }
  const known = row === null ? null : resolveRow(row, sight);
  if (draft === null) return decideGone(of, known);
  if (known !== null && known.remoteId !== null) return decideBooked(of, known, draft);
  return decideNew(of, known, draft);
}

/** Nothing there is known to be this entry's by its id. */
function decideNew(of: Case, row: OutboxRow | null, draft: BookingDraft): Decision {
  const { sight, provider, choice, hash } = of;
  if (choice === 'leave') return left;
  // Without a unit nothing can be compared.
  if (of.obstacle !== null && draft.unit === '') return blocked(of.obstacle);
  if (sight.kind === 'seen') {
    const { remote, by } = sight;
    if (by === 'timer') return decideTimer(of, remote, draft);
    const mark =
      by === 'reference' ? said`it carries the mark of this entry` : said`day, unit and time are the same`;
    if (by === 'hand' || holds(remote, draft)) {
      return {
        action: 'adopt',
        reason: said`Already there (${mark}): it is taken as this entry’s booking.`,
        step: { call: null, look: false, line: settled(remote, draft, hash) },
      };
    }
    return conflict(of, draft, remote, said`There already with the mark of this entry, but not the same`);
  }
  if (of.obstacle !== null) return blocked(of.obstacle);
  if (row?.state === 'failed' && row.hash === hash && !of.retry) return refused(provider, row);
  return {
    action: 'create',
    reason: sentence(said`Not booked yet: ${formatShort(draft.minutes)} are created`, of.warning),
    step: {
      call: 'create',
      look: sight.kind === 'unseen',
      line: { action: 'create', draft, hash, ...nothingThere },
    },
  };
}

/** The live timer of the session made it already: it gets the final minutes and words. */
function decideTimer(of: Case, remote: RemoteEntry, draft: BookingDraft): Decision {
  const { hash } = of;
  if (of.obstacle !== null) return blocked(of.obstacle);
  if (remote.locked !== null) return blocked(lockedThere(of.provider, remote.locked));
  if (of.row?.state === 'failed' && of.row.hash === hash && !of.retry) return refused(of.provider, of.row);
  return {
    action: 'update',
    reason: sentence(said`The timer has made it already: it gets its final minutes and note`, of.warning),
    step: {
      call: 'update',
      look: false,
      line: {
        action: 'update',
        draft,
        hash,
        remoteId: remote.id,
        confirmed: remote,
        settledHash: null,
        lastError: null,
      },
    },
  };
}
