import type { Migration } from './migration.ts';

/**
 * What reports add up, kept ready: each of these indexes holds every column a sum needs, so that a month of a hundred
 * people, a ticket of ten years or a budget is added up without reading one entry (a row with its evidence is twenty
 * times as long). Deleted entries are in none of them.
 */
export const reports: Migration = {
  version: 6,
  up(db) {
    db.exec(`
      CREATE INDEX entries_of_day ON entries (date, user, project, ticket, source, minutes, state)
        WHERE state <> 'deleted';
      CREATE INDEX entries_of_user ON entries (user, date, project, ticket, source, minutes, state)
        WHERE state <> 'deleted';
      CREATE INDEX entries_of_project ON entries (project, date, user, ticket, source, minutes, state)
        WHERE state <> 'deleted';
      CREATE INDEX entries_of_ticket ON entries (ticket, date, user, project, source, minutes, state)
        WHERE state <> 'deleted';
      CREATE INDEX days_by_date ON days (date, user, status);
      CREATE INDEX sessions_by_day ON sessions (started_at, user, project) WHERE status <> 'cancelled';
    `);
  },
};
