import type { RemoteTimer } from '#shared/entries/booking.ts';
import type { RemoteTimers } from '#shared/ports/booking-stores.ts';
import type { Id } from '#shared/values/ids.ts';
import type { Instant } from '#shared/values/instant.ts';
import type { ProviderId } from '#shared/values/provider-id.ts';
import type { Connections } from './connections.ts';

interface TimerRow {
  session: Id;
  user: string;
  provider: ProviderId;
  account: string;
  remote_id: string | null;
  timer_id: string | null;
  state: RemoteTimer['state'];
  last_error: string | null;
  updated_at: Instant;
}

const timerOf = (row: TimerRow): RemoteTimer => ({
  session: row.session,
  user: row.user,
  provider: row.provider,
  account: row.account,
  remoteId: row.remote_id,
  timerId: row.timer_id,
  state: row.state,
  lastError: row.last_error,
  updatedAt: row.updated_at,
});

const rowOf = (timer: RemoteTimer): TimerRow => ({
  session: timer.session,
  user: timer.user,
  provider: timer.provider,
  account: timer.account,
  remote_id: timer.remoteId,
  timer_id: timer.timerId,
  state: timer.state,
  last_error: timer.lastError,
  updated_at: timer.updatedAt,
});

/** Timers at providers. Durable like the outbox: a forgotten one would run on, and its entry be booked twice. */
export function timerStore({ durable, origin, answer }: Connections): RemoteTimers {
  const select = `SELECT session, user, provider, account, remote_id, timer_id, state, last_error, updated_at
    FROM remote_timers WHERE user = ? AND provider = ? AND account = ?`;
  const ofSession = durable.prepare<[string, string, string, string], TimerRow>(`${select} AND session = ?`);
  // Ids of sessions sort by the time they began.
  const open = durable.prepare<[string, string, string], TimerRow>(
    `${select} AND state IN ('starting', 'running', 'stopping') ORDER BY session`,
  );
  const put = durable.prepare(
    `INSERT INTO remote_timers (user, provider, account, session, origin, remote_id, timer_id, state, last_error, updated_at)
     VALUES (@user, @provider, @account, @session, @origin, @remote_id, @timer_id, @state, @last_error, @updated_at)
     ON CONFLICT DO UPDATE SET origin = excluded.origin, remote_id = excluded.remote_id, timer_id = excluded.timer_id,
       state = excluded.state, last_error = excluded.last_error, updated_at = excluded.updated_at`,
  );
  return {
    ofSession: ({ user, provider, account }, session) =>
      answer(() => {
        const row = ofSession.get(user, provider, account, session);
        return row ? timerOf(row) : null;
      }),
    open: ({ user, provider, account }) => answer(() => open.all(user, provider, account).map(timerOf)),
    put: (timer) => answer(() => void put.run({ ...rowOf(timer), origin })),
  };
}
