import type { Migration } from './migration.ts';

/**
 * What booking needs: projects and where their time goes (changed by people, through the ledger), and what the machine
 * must remember about every entry it told a provider (design §2 "Booking"). `account` names the workspace at the
 * provider: what is booked in one is no business of another.
 */
export const booking: Migration = {
  version: 3,
  up(db) {
    db.exec(`
      CREATE TABLE projects (
        id TEXT PRIMARY KEY,
        user TEXT NOT NULL,
        origin TEXT NOT NULL,
        key TEXT NOT NULL,
        name TEXT NOT NULL,
        customer TEXT,
        budget INTEGER, -- minutes
        rate_cents INTEGER,
        rate_currency TEXT,
        linear_team TEXT,
        revision INTEGER NOT NULL,
        UNIQUE (user, key),
        CHECK ((rate_cents IS NULL) = (rate_currency IS NULL))
      ) STRICT;

      CREATE TABLE mappings (
        id TEXT PRIMARY KEY,
        user TEXT NOT NULL,
        origin TEXT NOT NULL,
        provider TEXT NOT NULL,
        scope TEXT NOT NULL CHECK (scope IN ('ticket', 'prefix', 'project')),
        name TEXT NOT NULL,
        unit TEXT NOT NULL,
        task TEXT,
        label TEXT NOT NULL,
        billable INTEGER, -- null: as the provider has it
        revision INTEGER NOT NULL,
        UNIQUE (user, provider, scope, name)
      ) STRICT;

      CREATE TABLE outbox (
        id TEXT PRIMARY KEY,
        user TEXT NOT NULL,
        origin TEXT NOT NULL,
        provider TEXT NOT NULL,
        account TEXT NOT NULL,
        entry TEXT NOT NULL,
        date TEXT NOT NULL,
        action TEXT NOT NULL CHECK (action IN ('create', 'update', 'delete', 'adopt')),
        state TEXT NOT NULL CHECK (state IN ('pending', 'sending', 'sent', 'failed', 'unknown')),
        draft TEXT NOT NULL,
        hash TEXT NOT NULL,
        remote_id TEXT,
        confirmed TEXT,
        settled_hash TEXT,
        lost TEXT NOT NULL, -- drafts of creates whose answers were lost
        attempts INTEGER NOT NULL,
        next_try_at INTEGER,
        last_error TEXT,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        UNIQUE (user, provider, account, entry)
      ) STRICT;
      CREATE INDEX outbox_by_day ON outbox (user, provider, account, date, id);
      CREATE INDEX outbox_unsettled ON outbox (user, provider, account, date, id) WHERE state <> 'sent';
      CREATE INDEX outbox_sending ON outbox (origin) WHERE state = 'sending';

      CREATE TABLE provider_cache (
        user TEXT NOT NULL,
        provider TEXT NOT NULL,
        account TEXT NOT NULL,
        kind TEXT NOT NULL,
        origin TEXT NOT NULL,
        value TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (user, provider, account, kind)
      ) STRICT;

      -- Requests are limited by token, whoever of this installation makes them. Several may fall on one millisecond.
      CREATE TABLE calls (
        provider TEXT NOT NULL,
        bucket TEXT NOT NULL,
        at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX calls_by_time ON calls (provider, bucket, at);

      CREATE TABLE holds (
        provider TEXT NOT NULL,
        bucket TEXT NOT NULL,
        until INTEGER NOT NULL,
        PRIMARY KEY (provider, bucket)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE remote_timers (
        user TEXT NOT NULL,
        provider TEXT NOT NULL,
        account TEXT NOT NULL,
        session TEXT NOT NULL,
        origin TEXT NOT NULL,
        remote_id TEXT,
        timer_id TEXT,
        state TEXT NOT NULL CHECK (state IN ('starting', 'running', 'stopping', 'stopped', 'failed')),
        last_error TEXT,
        updated_at INTEGER NOT NULL,
        PRIMARY KEY (user, provider, account, session)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX remote_timers_open ON remote_timers (user, provider, account, session)
        WHERE state IN ('starting', 'running', 'stopping');
    `);
  },
};
