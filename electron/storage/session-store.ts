import type { Session, SessionStatus, SessionType } from '#shared/evidence/session.ts';
import type { SessionReader } from '#shared/ports/stores.ts';
import type { Id } from '#shared/values/ids.ts';
import type { Instant } from '#shared/values/instant.ts';
import type { Interval } from '#shared/values/interval.ts';
import type { TicketId } from '#shared/values/ticket-id.ts';
import type { Connections } from './connections.ts';
import type { Db } from './sqlite.ts';

interface SessionRow {
  id: Id;
  user: string;
  title: string;
  ticket: TicketId | null;
  project: string | null;
  type: SessionType;
  status: SessionStatus;
  started_at: Instant;
  ended_at: Instant | null;
  pauses: string;
  paused_at: Instant | null;
  zone: string;
  alive_at: Instant | null;
  recovered: number;
  recovery_source: 'heartbeat' | 'estimated' | null;
  revision: number;
}

const COLUMNS =
  'id user title ticket project type status started_at ended_at pauses paused_at zone alive_at recovered recovery_source revision'.split(
    ' ',
  );

const sessionOf = (row: SessionRow): Session => ({
  id: row.id,
  user: row.user,
  title: row.title,
  ticket: row.ticket,
  project: row.project,
  type: row.type,
  status: row.status,
  startedAt: row.started_at,
  endedAt: row.ended_at,
  pauses: JSON.parse(row.pauses) as readonly Interval[],
  pausedAt: row.paused_at,
  zone: row.zone,
  aliveAt: row.alive_at,
  recovered: row.recovered === 1,
  recoverySource: row.recovery_source,
  revision: row.revision,
});

const rowOf = (session: Session): SessionRow => ({
  id: session.id,
  user: session.user,
  title: session.title,
  ticket: session.ticket,
  project: session.project,
  type: session.type,
  status: session.status,
  started_at: session.startedAt,
  ended_at: session.endedAt,
  pauses: JSON.stringify(session.pauses),
  paused_at: session.pausedAt,
  zone: session.zone,
  alive_at: session.aliveAt,
  recovered: session.recovered ? 1 : 0,
  recovery_source: session.recoverySource,
  revision: session.revision,
});

/** Reads sessions. */
export function sessionStore({ durable, answer }: Connections): SessionReader {
  const select = `SELECT ${COLUMNS.join(', ')} FROM sessions`;
  const open = durable.prepare<[string], SessionRow>(
    `${select} WHERE user = ? AND status IN ('active', 'paused') ORDER BY started_at DESC, id DESC`,
  );
  const get = durable.prepare<[string], SessionRow>(`${select} WHERE id = ?`);
  const recent = durable.prepare<[string, number], SessionRow>(
    `${select} WHERE user = ? ORDER BY started_at DESC, id DESC LIMIT ?`,
  );
  const older = durable.prepare<[string, number, string, number], SessionRow>(
    `${select} WHERE user = ? AND (started_at, id) < (?, ?) ORDER BY started_at DESC, id DESC LIMIT ?`,
  );
  // Those of up to a day start at most a day before the interval; the few longer ones have an index of their own.
  const overlapping = durable.prepare<{ user: string; start: number; end: number }, SessionRow>(
    `${select} WHERE user = @user AND started_at > @start - 86400000 AND started_at < @end
       AND coalesce(ended_at, 9007199254740991) > @start AND coalesce(ended_at, 9007199254740991) - started_at <= 86400000
     UNION ALL
     ${select} WHERE user = @user AND coalesce(ended_at, 9007199254740991) > @start
       AND coalesce(ended_at, 9007199254740991) - started_at > 86400000 AND started_at < @end
     ORDER BY started_at, id`,
  );
  return {
    open: (user) => answer(() => open.all(user).map(sessionOf)),
    get: (id) =>
      answer(() => {
        const row = get.get(id);
        return row ? sessionOf(row) : null;
      }),
    overlapping: (user, { start, end }) => answer(() => overlapping.all({ user, start, end }).map(sessionOf)),
    recent: (user, limit, before) =>
      answer(() =>
        (before === undefined
          ? recent.all(user, limit)
          : older.all(user, before.startedAt, before.id, limit)
        ).map(sessionOf),
      ),
  };
}

/** Writes sessions; only the ledger does. */
export function sessionWriter(db: Db, origin: string) {
  const insert = db.prepare(
    `INSERT INTO sessions (${COLUMNS.join(', ')}, origin)
     VALUES (${COLUMNS.map((column) => `@${column}`).join(', ')}, @origin)`,
  );
  // The heartbeat writes alive_at on its own path: a step read before it never takes it back.
  const update = db.prepare(
    `UPDATE sessions SET alive_at = nullif(max(coalesce(alive_at, 0), coalesce(@alive_at, 0)), 0), ${COLUMNS.filter(
      (column) => column !== 'id' && column !== 'alive_at',
    )
      .map((column) => `${column} = @${column}`)
      .join(', ')} WHERE id = @id`,
  );
  const remove = db.prepare('DELETE FROM sessions WHERE id = ?');
  const revision = db.prepare<[string], number>('SELECT revision FROM sessions WHERE id = ?').pluck();
  return {
    revision: (session: Session): number | undefined => revision.get(session.id),
    insert: (session: Session) => insert.run({ ...rowOf(session), origin }),
    update: (session: Session) => update.run(rowOf(session)),
    remove: (session: Session) => remove.run(session.id),
  };
}
