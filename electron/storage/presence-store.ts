import type { PresenceSpan, PresenceState } from '#shared/evidence/presence.ts';
import type { EvidenceStore } from '#shared/ports/stores.ts';
import type { Id } from '#shared/values/ids.ts';
import type { Instant } from '#shared/values/instant.ts';
import type { Connections } from './connections.ts';

interface PresenceRow {
  id: Id;
  user: string;
  start_at: Instant;
  end_at: Instant;
  state: PresenceState;
  backend: string;
  zone: string;
  open: number;
}

const spanOf = (row: PresenceRow): PresenceSpan => ({
  id: row.id,
  user: row.user,
  start: row.start_at,
  end: row.end_at,
  state: row.state,
  backend: row.backend,
  zone: row.zone,
  open: row.open === 1,
});

/** Presence, made of heartbeats: the open span is extended in place (design §2 "Presence"; one page a heartbeat, §5). */
export function presenceStore({
  durable,
  light,
  origin,
  answer,
}: Connections): Pick<EvidenceStore, 'presence' | 'openPresence' | 'putPresence'> {
  const columns = 'id, user, start_at, end_at, state, backend, zone, open';
  // Naming `open` in SET would write the index on it as well, even where it stays as it is.
  const beat = light.prepare('UPDATE presence SET end_at = ? WHERE id = ? AND state = ? AND open = ?');
  const change = light.prepare('UPDATE presence SET end_at = ?, state = ?, open = ? WHERE id = ?');
  const insert = light.prepare(
    `INSERT INTO presence (id, user, origin, start_at, end_at, state, backend, zone, open)
     VALUES (@id, @user, @origin, @start, @end, @state, @backend, @zone, @open)`,
  );
  const open = durable.prepare<[string], PresenceRow>(
    `SELECT ${columns} FROM presence WHERE user = ? AND open = 1 ORDER BY start_at DESC, id DESC LIMIT 1`,
  );
  const within = durable.prepare<{ user: string; start: number; end: number }, PresenceRow>(
    `SELECT ${columns} FROM presence
       WHERE user = @user AND start_at > @start - 86400000 AND start_at < @end AND end_at > @start
         AND end_at - start_at <= 86400000
     UNION ALL
     SELECT ${columns} FROM presence
       WHERE user = @user AND end_at > @start AND end_at - start_at > 86400000 AND start_at < @end
     ORDER BY start_at, id`,
  );
  return {
    presence: (user, { start, end }) => answer(() => within.all({ user, start, end }).map(spanOf)),
    openPresence: (user) =>
      answer(() => {
        const row = open.get(user);
        return row ? spanOf(row) : null;
      }),
    putPresence: (span) =>
      answer(() => {
        const isOpen = span.open ? 1 : 0;
        if (beat.run(span.end, span.id, span.state, isOpen).changes > 0) return;
        if (change.run(span.end, span.state, isOpen, span.id).changes > 0) return;
        insert.run({ ...span, origin, open: isOpen });
      }),
  };
}
