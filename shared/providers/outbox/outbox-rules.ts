import type { OutboxRow, RemoteEntry } from '../../entries/booking.ts';
import type { BookingAccount } from '../../ports/booking-stores.ts';
import type { Id } from '../../values/ids.ts';
import type { Instant } from '../../values/instant.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { said } from '../../values/said.ts';
import { differences, holds } from './compare.ts';
import { draftHash } from './draft-hash.ts';
import type { Line } from './decision.ts';
import type { ProviderFailure } from '../failure.ts';
import { isLost } from './sight.ts';

/** How rows of the outbox go from state to state (design §1 "outbox"); each step is on the disk before the next one. */

/** The row of an entry with a new line: to be told (`pending`), or nothing to be told any more (`sent`). */
export function rowWith(
  before: OutboxRow | null,
  line: Line,
  state: 'pending' | 'sent',
  by: {
    readonly id: Id;
    readonly of: BookingAccount;
    readonly entry: Id;
    readonly date: LocalDay;
    readonly now: Instant;
  },
): OutboxRow {
  const same = before !== null && before.hash === line.hash && before.action === line.action;
  return {
    ...by.of,
    ...line,
    id: before?.id ?? by.id,
    entry: by.entry,
    date: by.date,
    state,
    lost: lostBy(before),
    attempts: same ? before.attempts : 0,
    nextTryAt: null,
    createdAt: before?.createdAt ?? by.now,
    updatedAt: by.now,
  };
}

/** A request without an answer may arrive for a long time yet; so many of them are kept in mind. */
const LOST_LIMIT = 8;

/** What calls about this entry said whose answers were lost, the one included that the row itself tells of. */
export function lostBy(row: OutboxRow | null): OutboxRow['lost'] {
  if (row === null || !isLost(row) || row.action === 'delete') return row?.lost ?? [];
  const known = row.lost.some((draft) => draftHash(draft) === draftHash(row.draft));
  return known ? row.lost : [...row.lost, row.draft].slice(-LOST_LIMIT);
}

/** A call is about to be made. */
export const sending = (row: OutboxRow, now: Instant): OutboxRow => ({
  ...row,
  state: 'sending',
  attempts: row.attempts + 1,
  nextTryAt: null,
  updatedAt: now,
});

/** The provider confirmed with its own answer what stands there now. What it made of it is remarked on. */
export const confirmed = (row: OutboxRow, remote: RemoteEntry, now: Instant): OutboxRow => ({
  ...row,
  state: 'sent',
  remoteId: remote.id,
  confirmed: remote,
  settledHash: row.hash,
  nextTryAt: null,
  lastError: holds(remote, row.draft)
    ? null
    : said`It was taken with changes: ${differences(row.draft, remote)}.`,
  updatedAt: now,
});

/** What a call that did not work leaves behind. */
export function afterFailure(row: OutboxRow, failure: ProviderFailure, now: Instant): OutboxRow {
  const told: OutboxRow = { ...row, lastError: failure.message, updatedAt: now };
  switch (failure.kind) {
    case 'unreached':
    case 'unauthorised':
      return { ...told, state: 'pending' };
    case 'limited':
      return { ...told, state: 'pending', nextTryAt: failure.retryAt };
    case 'uncertain':
      return { ...told, state: 'unknown' };
    case 'refused':
      return { ...told, state: 'failed' };
    case 'missing':
      // What was to be changed is gone: the person decides, for making it anew is not what they asked for.
      return row.action === 'update'
        ? { ...told, state: 'sent', confirmed: null, settledHash: null }
        : { ...told, state: 'failed' };
  }
}
