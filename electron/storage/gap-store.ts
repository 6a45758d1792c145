import type { GapVerdict, SettledGap } from '#shared/entries/settled-gap.ts';
import type { GapReader } from '#shared/ports/stores.ts';
import type { Id } from '#shared/values/ids.ts';
import type { Instant } from '#shared/values/instant.ts';
import type { LocalDay } from '#shared/values/local-day.ts';
import type { Connections } from './connections.ts';
import type { Db } from './sqlite.ts';

interface GapRow {
  id: Id;
  user: string;
  date: LocalDay;
  started_at: Instant;
  ended_at: Instant;
  verdict: GapVerdict;
  created_at: Instant;
  revision: number;
}

const gapOf = (row: GapRow): SettledGap => ({
  id: row.id,
  user: row.user,
  date: row.date,
  startedAt: row.started_at,
  endedAt: row.ended_at,
  verdict: row.verdict,
  createdAt: row.created_at,
  revision: row.revision,
});

const rowOf = (gap: SettledGap): GapRow => ({
  id: gap.id,
  user: gap.user,
  date: gap.date,
  started_at: gap.startedAt,
  ended_at: gap.endedAt,
  verdict: gap.verdict,
  created_at: gap.createdAt,
  revision: gap.revision,
});

const COLUMNS = 'id, user, date, started_at, ended_at, verdict, created_at, revision';

/** Reads which gaps the person settled. */
export function gapStore({ durable, answer }: Connections): GapReader {
  const between = durable.prepare<[string, string, string], GapRow>(
    `SELECT ${COLUMNS} FROM settled_gaps WHERE user = ? AND date BETWEEN ? AND ? ORDER BY date, started_at, id`,
  );
  const get = durable.prepare<[string], GapRow>(`SELECT ${COLUMNS} FROM settled_gaps WHERE id = ?`);
  return {
    between: (user, from, to) => answer(() => between.all(user, from, to).map(gapOf)),
    get: (id) =>
      answer(() => {
        const row = get.get(id);
        return row ? gapOf(row) : null;
      }),
  };
}

/** Writes settled gaps; only the ledger does. */
export function gapWriter(db: Db, origin: string) {
  const insert = db.prepare(
    `INSERT INTO settled_gaps (id, user, origin, date, started_at, ended_at, verdict, created_at, revision)
     VALUES (@id, @user, @origin, @date, @started_at, @ended_at, @verdict, @created_at, @revision)`,
  );
  const update = db.prepare(
    `UPDATE settled_gaps SET user = @user, date = @date, started_at = @started_at, ended_at = @ended_at,
       verdict = @verdict, created_at = @created_at, revision = @revision
     WHERE id = @id`,
  );
  const remove = db.prepare('DELETE FROM settled_gaps WHERE id = ?');
  const revision = db.prepare<[string], number>('SELECT revision FROM settled_gaps WHERE id = ?').pluck();
  return {
    revision: (gap: SettledGap): number | undefined => revision.get(gap.id),
    insert: (gap: SettledGap) => insert.run({ ...rowOf(gap), origin }),
    update: (gap: SettledGap) => update.run(rowOf(gap)),
    remove: (gap: SettledGap) => remove.run(gap.id),
  };
}
