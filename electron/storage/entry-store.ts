import type { EntryReader } from '#shared/ports/stores.ts';
import type { Connections } from './connections.ts';
import type { EntryRow } from './entry-rows.ts';
import { ENTRY_COLUMNS, entryOf, reversed } from './entry-rows.ts';

/** Reads entries. */
export function entryStore({ durable, answer }: Connections): EntryReader {
  const columns = ENTRY_COLUMNS.join(', ');
  const between = durable.prepare<[string, string, string], EntryRow>(
    `SELECT ${columns} FROM entries WHERE user = ? AND date BETWEEN ? AND ?
     ORDER BY date, started_at NULLS LAST, id`,
  );
  const get = durable.prepare<[string], EntryRow>(`SELECT ${columns} FROM entries WHERE id = ?`);
  // '~' sorts behind every character of an id, so the range holds all that begin with the text.
  const ending = durable.prepare<[string, string, string], EntryRow>(
    `SELECT ${columns} FROM entries WHERE user = ? AND tail >= ? AND tail < ? || '~' ORDER BY tail LIMIT 2`,
  );
  return {
    between: (user, from, to) => answer(() => between.all(user, from, to).map(entryOf)),
    get: (id) =>
      answer(() => {
        const row = get.get(id);
        return row ? entryOf(row) : null;
      }),
    endingIn: (user, suffix) =>
      answer(() => {
        const head = reversed(suffix.toLowerCase());
        return ending
          .all(user, head, head)
          .map(entryOf)
          .toSorted((a, b) => (a.id < b.id ? -1 : 1));
      }),
  };
}
