import type { BookingDraft, OutboxRow, RemoteEntry } from '#shared/entries/booking.ts';
import type { Outbox } from '#shared/ports/booking-stores.ts';
import type { Id } from '#shared/values/ids.ts';
import type { Instant } from '#shared/values/instant.ts';
import type { LocalDay } from '#shared/values/local-day.ts';
import type { ProviderId } from '#shared/values/provider-id.ts';
import type { Connections } from './connections.ts';

/** A row of the table `outbox`. */
interface Row {
  id: Id;
  user: string;
  provider: ProviderId;
  account: string;
  entry: Id;
  date: LocalDay;
  action: OutboxRow['action'];
  state: OutboxRow['state'];
  draft: string;
  hash: string;
  remote_id: string | null;
  confirmed: string | null;
  settled_hash: string | null;
  lost: string;
  attempts: number;
  next_try_at: Instant | null;
  last_error: string | null;
  created_at: Instant;
  updated_at: Instant;
}

const COLUMNS = (
  'id user provider account entry date action state draft hash remote_id confirmed settled_hash lost attempts next_try_at ' +
  'last_error created_at updated_at'
).split(' ');

const outboxRowOf = (row: Row): OutboxRow => ({
  id: row.id,
  user: row.user,
  provider: row.provider,
  account: row.account,
  entry: row.entry,
  date: row.date,
  action: row.action,
  state: row.state,
  draft: JSON.parse(row.draft) as BookingDraft,
  hash: row.hash,
  remoteId: row.remote_id,
  confirmed: row.confirmed === null ? null : (JSON.parse(row.confirmed) as RemoteEntry),
  settledHash: row.settled_hash,
  lost: JSON.parse(row.lost) as BookingDraft[],
  attempts: row.attempts,
  nextTryAt: row.next_try_at,
  lastError: row.last_error,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

const rowOf = (row: OutboxRow): Row => ({
  id: row.id,
  user: row.user,
  provider: row.provider,
  account: row.account,
  entry: row.entry,
  date: row.date,
  action: row.action,
  state: row.state,
  draft: JSON.stringify(row.draft),
  hash: row.hash,
  remote_id: row.remoteId,
  confirmed: row.confirmed === null ? null : JSON.stringify(row.confirmed),
  settled_hash: row.settledHash,
  lost: JSON.stringify(row.lost),
  attempts: row.attempts,
  next_try_at: row.nextTryAt,
  last_error: row.lastError,
  created_at: row.createdAt,
  updated_at: row.updatedAt,
});

/**
 * What was told to providers. Written on the durable connection: a row that was not on the disk when its call went out
 * could not say after a power cut that an entry may have been made (design §2 "Booking": exactly once).
 */
export function outboxStore({ durable, origin, answer }: Connections): Outbox {
  const select = `SELECT ${COLUMNS.join(', ')} FROM outbox
    WHERE user = @user AND provider = @provider AND account = @account`;
  interface Account {
    user: string;
    provider: string;
    account: string;
  }
  const between = durable.prepare<Account & { from: string; to: string }, Row>(
    `${select} AND date BETWEEN @from AND @to ORDER BY date, id`,
  );
  const ofEntries = durable.prepare<Account & { entries: string }, Row>(
    `${select} AND entry IN (SELECT value FROM json_each(@entries)) ORDER BY date, id`,
  );
  const unsettled = durable.prepare<Account, Row>(`${select} AND state <> 'sent' ORDER BY date, id`);
  // Takes the place of the row of this account and entry, and of an older one with this id.
  const replace = durable.prepare(
    `REPLACE INTO outbox (${COLUMNS.join(', ')}, origin)
     VALUES (${COLUMNS.map((column) => `@${column}`).join(', ')}, @origin)`,
  );
  const remove = durable.prepare('DELETE FROM outbox WHERE id = ?');
  const recover = durable.prepare(
    `UPDATE outbox SET state = 'unknown', updated_at = ? WHERE state = 'sending' AND origin = ?`,
  );
  const putAll = durable.transaction((rows: readonly OutboxRow[]): void => {
    for (const row of rows) replace.run({ ...rowOf(row), origin });
  });
  return {
    between: ({ user, provider, account }, from, to) =>
      answer(() => between.all({ user, provider, account, from, to }).map(outboxRowOf)),
    ofEntries: ({ user, provider, account }, entries) =>
      answer(() =>
        ofEntries.all({ user, provider, account, entries: JSON.stringify(entries) }).map(outboxRowOf),
      ),
    unsettled: ({ user, provider, account }) =>
      answer(() => unsettled.all({ user, provider, account }).map(outboxRowOf)),
    put: (rows) => answer(() => (rows.length === 0 ? undefined : putAll.immediate(rows))),
    remove: (id) => answer(() => void remove.run(id)),
    recover: (at) => answer(() => recover.run(at, origin).changes),
  };
}
