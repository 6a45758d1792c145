import type { Migration } from './migration.ts';

/**
 * Development sessions (document 3). What is searched and added up has a column of its own, what is only shown lies in
 * `more` as JSON. Sums of the outcome stand beside it, so that the statistics of years are made where the rows are.
 */
export const devSessions: Migration = {
  version: 10,
  up(db) {
    db.exec(`
      CREATE TABLE dev_sessions (
        id TEXT PRIMARY KEY,
        user TEXT NOT NULL,
        origin TEXT NOT NULL,
        title TEXT NOT NULL,
        type TEXT NOT NULL CHECK (type IN ('feature', 'bugfix', 'refactor', 'research', 'deployment')),
        status TEXT NOT NULL CHECK (status IN ('active', 'paused', 'completed', 'cancelled')),
        ticket TEXT,
        project TEXT,
        started_at INTEGER NOT NULL,
        ended_at INTEGER,
        alive_at INTEGER,
        more TEXT NOT NULL,
        words TEXT NOT NULL, -- title and summary in lower case, to search
        duration_minutes INTEGER NOT NULL,
        attention_minutes INTEGER NOT NULL,
        agent_minutes INTEGER NOT NULL,
        commits INTEGER NOT NULL,
        files_changed INTEGER NOT NULL,
        lines_added INTEGER NOT NULL,
        lines_removed INTEGER NOT NULL,
        tokens INTEGER NOT NULL,
        cost_usd REAL NOT NULL,
        cost_units REAL NOT NULL,
        updated_at INTEGER NOT NULL,
        revision INTEGER NOT NULL,
        tail TEXT NOT NULL -- the id backwards: people name a row by the end of its id
      ) STRICT;
      CREATE INDEX dev_sessions_by_start ON dev_sessions (user, started_at, id);
      CREATE INDEX dev_sessions_by_project ON dev_sessions (user, project, started_at, id);
      CREATE INDEX dev_sessions_open ON dev_sessions (user, started_at) WHERE status IN ('active', 'paused');
      CREATE INDEX dev_sessions_long ON dev_sessions (user, coalesce(ended_at, 9007199254740991))
        WHERE coalesce(ended_at, 9007199254740991) - started_at > 86400000;
      CREATE INDEX dev_sessions_by_tail ON dev_sessions (user, tail);

      CREATE TABLE dev_session_tickets (
        session TEXT NOT NULL,
        ticket TEXT NOT NULL,
        relationship TEXT NOT NULL CHECK (relationship IN ('created', 'completed', 'updated', 'blocked')),
        linked_at INTEGER NOT NULL,
        place INTEGER NOT NULL,
        PRIMARY KEY (session, ticket)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX dev_session_tickets_by_ticket ON dev_session_tickets (ticket, session);

      CREATE TABLE dev_session_reports (
        session TEXT PRIMARY KEY,
        made_at INTEGER NOT NULL,
        markdown TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
