import type { Entry, EntrySource, EntryState, EvidenceRef } from '#shared/entries/entry.ts';
import type { Id } from '#shared/values/ids.ts';
import type { Instant } from '#shared/values/instant.ts';
import type { Interval } from '#shared/values/interval.ts';
import type { LocalDay } from '#shared/values/local-day.ts';
import type { Minutes } from '#shared/values/minutes.ts';
import type { TicketId } from '#shared/values/ticket-id.ts';
import type { Db } from './sqlite.ts';

/** A row of the table `entries`. */
export interface EntryRow {
  id: Id;
  user: string;
  date: LocalDay;
  ticket: TicketId | null;
  project: string | null;
  minutes: Minutes;
  raw_minutes: Minutes;
  source: EntrySource;
  description: string;
  commits: string;
  started_at: Instant | null;
  ended_at: Instant | null;
  zone: string;
  evidence: string;
  spans: string;
  state: EntryState;
  key: string | null;
  correction_reason: string | null;
  correction_of: Id | null;
  created_at: Instant;
  updated_at: Instant;
  revision: number;
}

export const entryOf = (row: EntryRow): Entry => ({
  id: row.id,
  user: row.user,
  date: row.date,
  ticket: row.ticket,
  project: row.project,
  minutes: row.minutes,
  rawMinutes: row.raw_minutes,
  source: row.source,
  description: row.description,
  commits: JSON.parse(row.commits) as readonly string[],
  startedAt: row.started_at,
  endedAt: row.ended_at,
  zone: row.zone,
  evidence: JSON.parse(row.evidence) as readonly EvidenceRef[],
  spans: JSON.parse(row.spans) as readonly Interval[],
  state: row.state,
  key: row.key,
  correction:
    row.correction_reason === null ? null : { reason: row.correction_reason, of: row.correction_of },
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  revision: row.revision,
});

const rowOf = (entry: Entry): EntryRow => ({
  id: entry.id,
  user: entry.user,
  date: entry.date,
  ticket: entry.ticket,
  project: entry.project,
  minutes: entry.minutes,
  raw_minutes: entry.rawMinutes,
  source: entry.source,
  description: entry.description,
  commits: JSON.stringify(entry.commits),
  started_at: entry.startedAt,
  ended_at: entry.endedAt,
  zone: entry.zone,
  evidence: JSON.stringify(entry.evidence),
  spans: JSON.stringify(entry.spans),
  state: entry.state,
  key: entry.key,
  correction_reason: entry.correction?.reason ?? null,
  correction_of: entry.correction?.of ?? null,
  created_at: entry.createdAt,
  updated_at: entry.updatedAt,
  revision: entry.revision,
});

const COLUMNS =
  'id user date ticket project minutes raw_minutes source description commits started_at ended_at zone evidence ' +
  'spans state key correction_reason correction_of created_at updated_at revision';
export const ENTRY_COLUMNS = COLUMNS.split(' ');

/** The end of an id turned round, so that "ends in" becomes "begins with", which an index answers. */
export const reversed = (text: string): string => [...text].toReversed().join('');

/** Writes entries; only the ledger does. */
export function entryWriter(db: Db, origin: string) {
  const insert = db.prepare(
    `INSERT INTO entries (${ENTRY_COLUMNS.join(', ')}, tail, origin)
     VALUES (${ENTRY_COLUMNS.map((column) => `@${column}`).join(', ')}, @tail, @origin)`,
  );
  const update = db.prepare(
    `UPDATE entries SET ${ENTRY_COLUMNS.slice(1)
      .map((column) => `${column} = @${column}`)
      .join(', ')} WHERE id = @id`,
  );
  const remove = db.prepare('DELETE FROM entries WHERE id = ?');
  const revision = db.prepare<[string], number>('SELECT revision FROM entries WHERE id = ?').pluck();
  return {
    revision: (entry: Entry): number | undefined => revision.get(entry.id),
    insert: (entry: Entry) => insert.run({ ...rowOf(entry), tail: reversed(entry.id), origin }),
    update: (entry: Entry) => update.run(rowOf(entry)),
    remove: (entry: Entry) => remove.run(entry.id),
  };
}
