import type { Migration } from './migration.ts';

/**
 * What calendars, tools, editors, coding agents and trackers tell (design §2 "Calendar", "Editors and agents"), and how
 * far each of these sources has been read. Long rows have an index of their own, as in the first tables.
 *
 * Signs of life and lines of tools come by the thousand: their tables are their own index, in the order of time, and
 * the key keeps out what was told twice.
 */
export const evidence: Migration = {
  version: 4,
  up(db) {
    db.exec(`
      CREATE TABLE source_states (
        key TEXT PRIMARY KEY,
        origin TEXT NOT NULL,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        paused INTEGER NOT NULL,
        last_read_at INTEGER,
        problem TEXT,
        mark TEXT
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE events (
        id TEXT NOT NULL,
        source TEXT NOT NULL,
        origin TEXT NOT NULL,
        series TEXT,
        title TEXT NOT NULL,
        start_at INTEGER NOT NULL,
        end_at INTEGER NOT NULL,
        all_day INTEGER NOT NULL,
        status TEXT NOT NULL,
        response TEXT NOT NULL,
        busy INTEGER NOT NULL,
        attended INTEGER, -- what the person said; null: nothing
        kind TEXT NOT NULL,
        PRIMARY KEY (id, source)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX events_by_start ON events (start_at);
      CREATE INDEX events_by_source ON events (source, start_at);
      CREATE INDEX events_long ON events (end_at) WHERE end_at - start_at > 86400000;

      CREATE TABLE tool_marks (
        user TEXT NOT NULL,
        at INTEGER NOT NULL,
        tool TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('start', 'stop')),
        ticket TEXT NOT NULL, -- empty: none
        origin TEXT NOT NULL,
        project TEXT,
        detail TEXT NOT NULL,
        PRIMARY KEY (user, at, tool, kind, ticket)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE beats (
        user TEXT NOT NULL,
        at INTEGER NOT NULL,
        entity TEXT NOT NULL,
        type TEXT NOT NULL,
        origin TEXT NOT NULL,
        category TEXT NOT NULL,
        project TEXT,
        branch TEXT,
        language TEXT,
        editor TEXT,
        is_write INTEGER NOT NULL,
        PRIMARY KEY (user, at, entity, type)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE agent_runs (
        user TEXT NOT NULL,
        agent TEXT NOT NULL,
        id TEXT NOT NULL,
        origin TEXT NOT NULL,
        started_at INTEGER NOT NULL,
        alive_at INTEGER NOT NULL,
        ended TEXT CHECK (ended IN ('stopped', 'inactive', 'crashed')),
        cwd TEXT,
        branch TEXT,
        title TEXT NOT NULL,
        active TEXT NOT NULL,
        PRIMARY KEY (user, agent, id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX agent_runs_by_start ON agent_runs (user, started_at);
      CREATE INDEX agent_runs_open ON agent_runs (user, started_at) WHERE ended IS NULL;
      CREATE INDEX agent_runs_long ON agent_runs (user, alive_at) WHERE alive_at - started_at > 86400000;

      -- An answer is found again by message and request; one without a message never is, so it has no key.
      CREATE TABLE agent_uses (
        agent TEXT NOT NULL,
        run TEXT NOT NULL,
        origin TEXT NOT NULL,
        message TEXT,
        request TEXT,
        at INTEGER NOT NULL,
        model TEXT NOT NULL,
        is_sidechain INTEGER NOT NULL,
        input INTEGER NOT NULL,
        output INTEGER NOT NULL,
        cache_write_5m INTEGER NOT NULL,
        cache_write_1h INTEGER NOT NULL,
        cache_read INTEGER NOT NULL,
        is_fast INTEGER NOT NULL,
        cost REAL -- US dollars, where the agent said it itself
      ) STRICT;
      CREATE INDEX agent_uses_by_time ON agent_uses (at);
      CREATE UNIQUE INDEX agent_uses_by_message ON agent_uses (agent, message, coalesce(request, ''))
        WHERE message IS NOT NULL;

      CREATE TABLE ticket_facts (
        ticket TEXT PRIMARY KEY,
        origin TEXT NOT NULL,
        title TEXT NOT NULL,
        type TEXT,
        status TEXT,
        estimate INTEGER, -- minutes
        labels TEXT NOT NULL,
        url TEXT,
        source TEXT NOT NULL CHECK (source IN ('linear', 'jira', 'github', 'file')),
        at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX ticket_facts_by_time ON ticket_facts (at);
    `);
  },
};
