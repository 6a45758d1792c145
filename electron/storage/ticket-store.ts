import type { RowChange } from '#shared/ports/changes.ts';
import type { TicketReader, TicketUse } from '#shared/ports/stores.ts';
import type { Instant } from '#shared/values/instant.ts';
import type { TicketId } from '#shared/values/ticket-id.ts';
import type { Connections } from './connections.ts';
import type { Db } from './sqlite.ts';

interface TicketRow {
  ticket: TicketId;
  title: string;
  used_at: Instant;
}

const useOf = (row: TicketRow): TicketUse => ({
  ticket: row.ticket,
  title: row.title,
  lastUsedAt: row.used_at,
});

/** Reads which tickets were used last; commits' tickets (user '') belong to everybody of this installation. */
export function ticketStore({ durable, answer }: Connections): TicketReader {
  // With max() SQLite takes the other columns from the row that has the maximum.
  const recent = durable.prepare<[string], TicketRow>(
    `SELECT ticket, title, max(used_at) AS used_at FROM tickets WHERE user IN (?, '')
     GROUP BY ticket ORDER BY used_at DESC, ticket`,
  );
  return {
    recent: (user, query, limit) =>
      answer(() => {
        const wanted = query.trim().toLowerCase();
        const found: TicketUse[] = [];
        for (const row of recent.iterate(user)) {
          if (found.length >= limit) break;
          // Compared here, since SQLite knows upper and lower case of ASCII only.
          if (`${row.ticket} ${row.title}`.toLowerCase().includes(wanted)) found.push(useOf(row));
        }
        return found;
      }),
  };
}

/** Keeps the list of tickets true after a step; only the ledger does. */
export function ticketWriter(db: Db) {
  const newest = db.prepare<{ user: string; ticket: string }, { title: string; used_at: number }>(
    `SELECT title, used_at FROM (
       SELECT * FROM (SELECT description AS title, coalesce(ended_at, started_at, created_at) AS used_at FROM entries
         WHERE user = @user AND ticket = @ticket AND state <> 'deleted' AND correction_reason IS NULL
         ORDER BY coalesce(ended_at, started_at, created_at) DESC LIMIT 1)
       UNION ALL
       SELECT * FROM (SELECT title, coalesce(ended_at, started_at) AS used_at FROM sessions
         WHERE user = @user AND ticket = @ticket AND status <> 'cancelled'
         ORDER BY coalesce(ended_at, started_at) DESC LIMIT 1)
     ) ORDER BY used_at DESC LIMIT 1`,
  );
  const put = db.prepare(
    `INSERT INTO tickets (user, ticket, title, used_at) VALUES (@user, @ticket, @title, @used_at)
     ON CONFLICT DO UPDATE SET title = excluded.title, used_at = excluded.used_at`,
  );
  const remove = db.prepare('DELETE FROM tickets WHERE user = ? AND ticket = ?');
  return {
    /** Looks again at every ticket that the changed rows name or named. */
    refresh(changes: readonly RowChange[]): void {
      for (const [user, tickets] of ticketsIn(changes)) {
        for (const ticket of tickets) {
          const use = newest.get({ user, ticket });
          if (use) put.run({ user, ticket, ...use });
          else remove.run(user, ticket);
        }
      }
    },
  };
}

function ticketsIn(changes: readonly RowChange[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const change of changes) {
    for (const row of [change.before, change.after]) {
      if (row === null || !('ticket' in row) || row.ticket === null) continue;
      found.set(row.user, (found.get(row.user) ?? new Set()).add(row.ticket));
    }
  }
  return found;
}
