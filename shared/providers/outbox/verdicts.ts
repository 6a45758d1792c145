import type { BookingDraft, OutboxRow, RemoteEntry } from '../../entries/booking.ts';
import { differences } from './compare.ts';
import type { Case, Decision, Line } from './decision.ts';
import { said } from '../../values/said.ts';

/** The decisions that several rules come to, and the words for them. */

export const nothingThere = { remoteId: null, confirmed: null, settledHash: null, lastError: null } as const;

export const left: Decision = {
  action: 'skip',
  reason: said`Left for another time, as you said.`,
  step: null,
};

export const blocked = (reason: string): Decision => ({ action: 'blocked', reason, step: null });

export const lockedThere = (provider: string, why: string): string =>
  said`It can no longer be changed in ${provider}: ${why}.`;

export const refused = (provider: string, row: OutboxRow): Decision =>
  blocked(
    said`${provider} refused it: ${(row.lastError ?? said`without a word`).replace(/[.\s]+$/, '')}. Change it, or try it again.`,
  );

export const sentence = (words: string, warning: string | null): string =>
  warning === null ? `${words}.` : `${words}; ${warning}.`;

/** A line that says: both sides know of each other, and it is well. */
export const settled = (remote: RemoteEntry, draft: BookingDraft, hash: string): Line => ({
  action: 'adopt',
  draft,
  hash,
  remoteId: remote.id,
  confirmed: remote,
  settledHash: hash,
  lastError: null,
});

export const lineOf = (row: OutboxRow): Line => ({
  action: row.action,
  draft: row.draft,
  hash: row.hash,
  remoteId: row.remoteId,
  confirmed: row.confirmed,
  settledHash: row.settledHash,
  lastError: row.lastError,
});

/** Both sides differ, and only the person can say which one is right. @param remote null: it is gone there. */
export function conflict(of: Case, draft: BookingDraft, remote: RemoteEntry | null, what: string): Decision {
  const choice = of.choice ?? of.conflicts;
  const remoteId = remote?.id ?? of.row?.remoteId ?? null;
  if (choice === 'leave') return left;
  if (choice === 'theirs' || choice === 'delete') {
    return {
      action: 'skip',
      reason:
        remote === null ? said`Left as it is there: not booked.` : said`Left as it is there, as you said.`,
      step: {
        call: null,
        look: false,
        line: {
          action: 'adopt',
          draft,
          hash: of.hash,
          remoteId,
          confirmed: remote,
          settledHash: of.hash,
          lastError: null,
        },
      },
    };
  }
  if (choice === 'mine' || choice === 'create') {
    if (of.obstacle !== null) return blocked(of.obstacle);
    if (remote === null) {
      const looked = of.sight.kind === 'absent' && of.sight.lookedUp;
      return {
        action: 'create',
        reason: said`It is gone there: it is created again, as you said.`,
        step: {
          call: 'create',
          // It may only have been moved to another day.
          look: !looked && remoteId !== null,
          line: { action: 'create', draft, hash: of.hash, ...nothingThere },
        },
      };
    }
    if (remote.locked !== null) return blocked(lockedThere(of.provider, remote.locked));
    return {
      action: 'update',
      reason: said`Changed there to what is here, as you said (${differences(draft, remote)}).`,
      step: {
        call: 'update',
        look: false,
        line: {
          action: 'update',
          draft,
          hash: of.hash,
          remoteId: remote.id,
          confirmed: remote,
          settledHash: null,
          lastError: null,
        },
      },
    };
  }
  const how = remote === null ? '' : differences(draft, remote) || said`in its details`;
  const reason =
    how === ''
      ? said`${what}. Choose which side is right.`
      : said`${what} (${how}). Choose which side is right.`;
  return { action: 'conflict', reason, step: remarkOn(of, draft, remoteId, reason) };
}

/** The outbox remembers that the two sides differ, so that the day can show it without asking again. */
function remarkOn(of: Case, draft: BookingDraft, remoteId: string | null, reason: string): Decision['step'] {
  const { row } = of;
  if (row?.lastError === reason && row.state === 'sent') return null;
  const line: Line =
    row === null || row.remoteId === null
      ? {
          action: 'adopt',
          draft,
          hash: of.hash,
          remoteId,
          confirmed: null,
          settledHash: null,
          lastError: reason,
        }
      : { ...lineOf(row), lastError: reason };
  return { call: null, look: false, line };
}
