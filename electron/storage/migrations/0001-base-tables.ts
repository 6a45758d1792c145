import type { Migration } from './migration.ts';

/**
 * The tables Stint began with. Instants are epoch milliseconds (INTEGER), local days and ids are TEXT, lists are JSON.
 * Rows carry `user` and `origin` (the installation that wrote them), so that a team store can hold those of many
 * (design §3 "Room to grow").
 *
 * Long rows: a stretch of more than a day (86 400 000 ms) has an index of its own. A stretch that overlaps an interval
 * then either starts in it, or at most a day before it, or is one of the few long ones: no search reads all rows.
 */
export const baseTables: Migration = {
  version: 1,
  up(db) {
    db.exec(`
      CREATE TABLE installation (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        id TEXT NOT NULL
      ) STRICT;
      INSERT INTO installation VALUES (1, lower(hex(randomblob(16))));

      CREATE TABLE entries (
        id TEXT PRIMARY KEY,
        user TEXT NOT NULL,
        origin TEXT NOT NULL,
        date TEXT NOT NULL,
        ticket TEXT,
        project TEXT,
        minutes INTEGER NOT NULL,
        raw_minutes INTEGER NOT NULL,
        source TEXT NOT NULL,
        description TEXT NOT NULL,
        commits TEXT NOT NULL,
        started_at INTEGER,
        ended_at INTEGER,
        zone TEXT NOT NULL,
        evidence TEXT NOT NULL,
        spans TEXT NOT NULL,
        state TEXT NOT NULL,
        key TEXT,
        correction_reason TEXT,
        correction_of TEXT,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        revision INTEGER NOT NULL,
        tail TEXT NOT NULL -- the id backwards: people name a row by the end of its id
      ) STRICT;
      CREATE INDEX entries_by_day ON entries (user, date);
      CREATE UNIQUE INDEX entries_key ON entries (user, date, key) WHERE key IS NOT NULL;
      CREATE INDEX entries_by_tail ON entries (user, tail);

      CREATE TABLE days (
        user TEXT NOT NULL,
        date TEXT NOT NULL,
        origin TEXT NOT NULL,
        status TEXT NOT NULL CHECK (status IN ('draft', 'reviewed', 'submitted')),
        reviewed_at INTEGER,
        submitted_at INTEGER,
        revision INTEGER NOT NULL,
        PRIMARY KEY (user, date)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE sessions (
        id TEXT PRIMARY KEY,
        user TEXT NOT NULL,
        origin TEXT NOT NULL,
        title TEXT NOT NULL,
        ticket TEXT,
        project TEXT,
        type TEXT NOT NULL,
        status TEXT NOT NULL CHECK (status IN ('active', 'paused', 'completed', 'cancelled')),
        started_at INTEGER NOT NULL,
        ended_at INTEGER,
        pauses TEXT NOT NULL,
        paused_at INTEGER,
        zone TEXT NOT NULL,
        alive_at INTEGER,
        recovered INTEGER NOT NULL,
        recovery_source TEXT,
        revision INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX sessions_by_start ON sessions (user, started_at);
      CREATE INDEX sessions_open ON sessions (user, started_at) WHERE status IN ('active', 'paused');
      CREATE INDEX sessions_long ON sessions (user, coalesce(ended_at, 9007199254740991))
        WHERE coalesce(ended_at, 9007199254740991) - started_at > 86400000;

      CREATE TABLE repositories (
        id TEXT PRIMARY KEY,
        origin TEXT NOT NULL,
        path TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        common_dir TEXT NOT NULL,
        added_at INTEGER NOT NULL,
        last_scan_at INTEGER,
        last_problem TEXT,
        mark TEXT,
        covered_from INTEGER
      ) STRICT;

      -- Evidence outlives the registration of its repository: what was derived from it stays explained.
      CREATE TABLE commits (
        repository TEXT NOT NULL,
        hash TEXT NOT NULL,
        author_name TEXT NOT NULL,
        author_email TEXT NOT NULL,
        email_key TEXT NOT NULL, -- lower case, to compare
        authored_at INTEGER NOT NULL,
        committed_at INTEGER NOT NULL,
        subject TEXT NOT NULL,
        branch TEXT,
        is_merge INTEGER NOT NULL,
        patch_id TEXT,
        PRIMARY KEY (repository, hash)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX commits_by_author ON commits (email_key, authored_at);

      CREATE TABLE checkouts (
        repository TEXT NOT NULL,
        at INTEGER NOT NULL,
        branch TEXT NOT NULL, -- empty: a detached head
        until INTEGER,
        PRIMARY KEY (repository, at, branch)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX checkouts_by_start ON checkouts (at);
      CREATE INDEX checkouts_long ON checkouts (coalesce(until, 9007199254740991))
        WHERE coalesce(until, 9007199254740991) - at > 86400000;

      -- A heartbeat changes end_at of one row: no index holds it while the span is shorter than a day, so one page is written.
      CREATE TABLE presence (
        id TEXT PRIMARY KEY,
        user TEXT NOT NULL,
        origin TEXT NOT NULL,
        start_at INTEGER NOT NULL,
        end_at INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('active', 'idle', 'locked', 'suspended', 'unknown')),
        backend TEXT NOT NULL,
        zone TEXT NOT NULL,
        open INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX presence_by_start ON presence (user, start_at);
      CREATE INDEX presence_open ON presence (user, start_at) WHERE open = 1;
      CREATE INDEX presence_long ON presence (user, end_at) WHERE end_at - start_at > 86400000;

      -- One record a step. Each hash covers the record and the hash before it (design §2 "Status").
      CREATE TABLE log (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        at INTEGER NOT NULL,
        origin TEXT NOT NULL,
        actor TEXT NOT NULL,
        operation TEXT NOT NULL,
        why TEXT NOT NULL,
        changes TEXT NOT NULL,
        undoes TEXT,
        redoes TEXT,
        standing TEXT NOT NULL CHECK (standing IN ('offered', 'passed', 'barrier')), -- how undo treats it
        previous TEXT NOT NULL,
        hash TEXT NOT NULL
      ) STRICT;
      CREATE INDEX log_done ON log (actor, seq) WHERE undoes IS NULL;
      CREATE INDEX log_fresh ON log (actor, seq) WHERE undoes IS NULL AND redoes IS NULL;
      CREATE INDEX log_barriers ON log (actor, seq) WHERE standing = 'barrier';
      CREATE INDEX log_undos ON log (actor, seq) WHERE undoes IS NOT NULL;
      CREATE INDEX log_undoes ON log (undoes) WHERE undoes IS NOT NULL;
      CREATE INDEX log_redoes ON log (redoes, seq) WHERE redoes IS NOT NULL;
      CREATE TRIGGER log_is_never_edited BEFORE UPDATE ON log
        BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
      CREATE TRIGGER log_is_never_cut BEFORE DELETE ON log
        BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
      -- REPLACE removes a row without asking the trigger before.
      CREATE TRIGGER log_is_never_replaced BEFORE INSERT ON log
        WHEN EXISTS (SELECT 1 FROM log WHERE seq = NEW.seq OR id = NEW.id)
        BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

      -- Where the log ends: a log that was cut off at its end is found out by this.
      CREATE TABLE log_head (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        records INTEGER NOT NULL,
        hash TEXT NOT NULL
      ) STRICT;
      INSERT INTO log_head VALUES (1, 0, '');
    `);
  },
};
