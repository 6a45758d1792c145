import type { Migration } from './migration.ts';

/**
 * What was said to the person by itself, put off, and answered: reminders and questions come once. What waits is worked
 * out from the facts each time and is not kept.
 */
export const prompts: Migration = {
  version: 7,
  up(db) {
    db.exec(`
      CREATE TABLE prompt_notes (
        user TEXT NOT NULL,
        key TEXT NOT NULL, -- of a prompt, of an absence, or of what is put off together
        origin TEXT NOT NULL,
        said_at INTEGER,
        snoozed_until INTEGER,
        answer TEXT,
        detail TEXT,
        start_at INTEGER, -- the time it was about
        end_at INTEGER,
        at INTEGER NOT NULL, -- last touched
        PRIMARY KEY (user, key)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX prompt_notes_by_time ON prompt_notes (user, at);
    `);
  },
};
