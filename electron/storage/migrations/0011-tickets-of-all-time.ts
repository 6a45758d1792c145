import type { Migration } from './migration.ts';

/**
 * What a person ever spent on each ticket, ready to be added up in one stretch: the index that finds a ticket's newest
 * words holds days and minutes, too, and time without a ticket. By days, ten years had to be sorted first.
 */
export const ticketsOfAllTime: Migration = {
  version: 11,
  up(db) {
    db.exec(`
      DROP INDEX entries_by_ticket;
      CREATE INDEX entries_by_ticket
        ON entries (user, ticket, coalesce(ended_at, started_at, created_at), date, minutes, state)
        WHERE state <> 'deleted';
    `);
  },
};
