import { ticketOfCommit } from '#shared/ports/store-rules.ts';
import type { Migration } from './migration.ts';

/**
 * Which tickets were used last, with their newest words, kept ready for the tray menu and quick add instead of being
 * looked for in ten years of rows. Commits belong to no user of ours: their tickets are kept under the empty user.
 */
export const tickets: Migration = {
  version: 2,
  up(db) {
    db.exec(`
      CREATE TABLE tickets (
        user TEXT NOT NULL,
        ticket TEXT NOT NULL,
        title TEXT NOT NULL,
        used_at INTEGER NOT NULL,
        PRIMARY KEY (user, ticket)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX tickets_by_use ON tickets (user, used_at);
      CREATE INDEX entries_by_ticket ON entries (user, ticket, coalesce(ended_at, started_at, created_at))
        WHERE ticket IS NOT NULL AND state <> 'deleted';
      CREATE INDEX sessions_by_ticket ON sessions (user, ticket, coalesce(ended_at, started_at))
        WHERE ticket IS NOT NULL AND status <> 'cancelled';

      INSERT INTO tickets (user, ticket, title, used_at)
        SELECT user, ticket, title, max(used_at) FROM (
          SELECT user, ticket, description AS title, coalesce(ended_at, started_at, created_at) AS used_at
            FROM entries WHERE ticket IS NOT NULL AND state <> 'deleted'
          UNION ALL
          SELECT user, ticket, title, coalesce(ended_at, started_at)
            FROM sessions WHERE ticket IS NOT NULL AND status <> 'cancelled'
        ) GROUP BY user, ticket;
    `);
    const note = db.prepare(`
      INSERT INTO tickets (user, ticket, title, used_at) VALUES ('', ?, ?, ?)
      ON CONFLICT DO UPDATE SET title = excluded.title, used_at = excluded.used_at WHERE excluded.used_at > used_at`);
    const commits = db.prepare<[], { subject: string; branch: string | null; at: number }>(
      'SELECT subject, branch, authored_at AS at FROM commits',
    );
    for (const commit of commits.all()) {
      const ticket = ticketOfCommit(commit);
      if (ticket !== null) note.run(ticket, commit.subject, commit.at);
    }
  },
};
