import type { DayReader } from '#shared/ports/stores.ts';
import type { DayRecord, DayStatus } from '#shared/review/day.ts';
import type { Instant } from '#shared/values/instant.ts';
import type { LocalDay } from '#shared/values/local-day.ts';
import type { Connections } from './connections.ts';
import type { Db } from './sqlite.ts';

interface DayRow {
  user: string;
  date: LocalDay;
  status: DayStatus;
  reviewed_at: Instant | null;
  submitted_at: Instant | null;
  revision: number;
}

const recordOf = (row: DayRow): DayRecord => ({
  user: row.user,
  date: row.date,
  status: row.status,
  reviewedAt: row.reviewed_at,
  submittedAt: row.submitted_at,
  revision: row.revision,
});

const rowOf = (day: DayRecord): DayRow => ({
  user: day.user,
  date: day.date,
  status: day.status,
  reviewed_at: day.reviewedAt,
  submitted_at: day.submittedAt,
  revision: day.revision,
});

/** Reads how far days have come. */
export function dayStore({ durable, answer }: Connections): DayReader {
  const between = durable.prepare<[string, string, string], DayRow>(
    `SELECT user, date, status, reviewed_at, submitted_at, revision FROM days
     WHERE user = ? AND date BETWEEN ? AND ? ORDER BY date`,
  );
  return { between: (user, from, to) => answer(() => between.all(user, from, to).map(recordOf)) };
}

/** Writes day records; only the ledger does. */
export function dayWriter(db: Db, origin: string) {
  const insert = db.prepare(
    `INSERT INTO days (user, date, origin, status, reviewed_at, submitted_at, revision)
     VALUES (@user, @date, @origin, @status, @reviewed_at, @submitted_at, @revision)`,
  );
  const update = db.prepare(
    `UPDATE days SET status = @status, reviewed_at = @reviewed_at, submitted_at = @submitted_at, revision = @revision
     WHERE user = @user AND date = @date`,
  );
  const remove = db.prepare('DELETE FROM days WHERE user = ? AND date = ?');
  const revision = db
    .prepare<[string, string], number>('SELECT revision FROM days WHERE user = ? AND date = ?')
    .pluck();
  return {
    revision: (day: DayRecord): number | undefined => revision.get(day.user, day.date),
    insert: (day: DayRecord) => insert.run({ ...rowOf(day), origin }),
    update: (day: DayRecord) => update.run(rowOf(day)),
    remove: (day: DayRecord) => remove.run(day.user, day.date),
  };
}
