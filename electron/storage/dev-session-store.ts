import type { Statement as SqliteStatement } from 'better-sqlite3';
import type { TicketLink } from '#shared/evidence/dev-session.ts';
import type {
  DevSessionFilter,
  DevSessionStore,
  DevSessionSum,
  KeptReport,
} from '#shared/ports/dev-session-store.ts';
import type { Connections } from './connections.ts';
import { reversed } from './entry-rows.ts';
import type { DevSessionRow } from './dev-session-rows.ts';
import { DEV_SESSION_COLUMNS, devSessionOf } from './dev-session-rows.ts';

type Asked = Record<string, string | number>;
type Statement<Given, Row> = SqliteStatement<[Given], Row>;

/** Reads development sessions, notes that they are alive, keeps their reports. */
export function devSessionStore({ durable, light, answer }: Connections): DevSessionStore {
  const select = `SELECT ${DEV_SESSION_COLUMNS} FROM dev_sessions`;
  const links = durable.prepare<[string], TicketLink>(
    'SELECT ticket, relationship, linked_at AS at FROM dev_session_tickets WHERE session = ? ORDER BY place',
  );
  const sessionOf = (row: DevSessionRow) => devSessionOf(row, links.all(row.id));
  const open = durable.prepare<[string], DevSessionRow>(
    `${select} WHERE user = ? AND status IN ('active', 'paused') ORDER BY started_at DESC, id DESC`,
  );
  const get = durable.prepare<[string], DevSessionRow>(`${select} WHERE id = ?`);
  const ending = durable.prepare<[string, string, string], DevSessionRow>(
    `${select} WHERE user = ? AND tail >= ? AND tail < ? || '~' ORDER BY tail LIMIT 2`,
  );
  // As with timers: those of up to a day start at most a day before, the few longer ones have an index of their own.
  const overlapping = durable.prepare<{ user: string; start: number; end: number }, DevSessionRow>(
    `${select} WHERE user = @user AND started_at > @start - 86400000 AND started_at < @end
       AND coalesce(ended_at, 9007199254740991) > @start AND coalesce(ended_at, 9007199254740991) - started_at <= 86400000
     UNION ALL
     ${select} WHERE user = @user AND coalesce(ended_at, 9007199254740991) > @start
       AND coalesce(ended_at, 9007199254740991) - started_at > 86400000 AND started_at < @end
     ORDER BY started_at, id`,
  );
  const completedOn = durable.prepare<[string, string], { sessions: number }>(
    `SELECT count(*) AS sessions FROM dev_session_tickets AS linked JOIN dev_sessions ON id = session
     WHERE linked.ticket = ? AND user = ? AND status = 'completed'`,
  );
  const alive = light.prepare(`UPDATE dev_sessions SET alive_at = ? WHERE user = ? AND status = 'active'`);
  const report = durable.prepare<[string], { madeAt: KeptReport['madeAt']; markdown: string }>(
    'SELECT made_at AS madeAt, markdown FROM dev_session_reports WHERE session = ?',
  );
  const keep = durable.prepare(
    `INSERT INTO dev_session_reports (session, made_at, markdown) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET made_at = excluded.made_at, markdown = excluded.markdown`,
  );
  // A filter is one of few statements: each is read by SQLite once.
  const known = new Map<string, Statement<Asked, unknown>>();
  const asking = <Row>(sql: string): Statement<Asked, Row> => {
    const statement = known.get(sql) ?? durable.prepare<Asked, unknown>(sql);
    known.set(sql, statement);
    return statement as Statement<Asked, Row>;
  };
  return {
    open: (user) => answer(() => open.all(user).map(sessionOf)),
    get: (id) =>
      answer(() => {
        const row = get.get(id);
        return row ? sessionOf(row) : null;
      }),
    endingIn: (user, suffix) =>
      answer(() => {
        const tail = reversed(suffix.toLowerCase());
        return ending
          .all(user, tail, tail)
          .map(sessionOf)
          .toSorted((a, b) => (a.id < b.id ? -1 : 1));
      }),
    overlapping: (user, { start, end }) => answer(() => overlapping.all({ user, start, end }).map(sessionOf)),
    page: (user, filter, limit, after) =>
      answer(() => {
        const { where, values } = whereOf(user, filter);
        if (after !== null) where.push('(started_at, id) < (@afterStart, @afterId)');
        const rows = asking<DevSessionRow>(
          `${select} WHERE ${where.join(' AND ')} ORDER BY started_at DESC, id DESC LIMIT @limit`,
        ).all({
          ...values,
          limit,
          ...(after === null ? {} : { afterStart: after.startedAt, afterId: after.id }),
        });
        return rows.map(sessionOf);
      }),
    completedOn: (user, ticket) => answer(() => completedOn.get(ticket, user)?.sessions ?? 0),
    sums: (user, filter) =>
      answer(() => {
        const { where, values } = whereOf(user, filter);
        return asking<DevSessionSum>(
          `SELECT type, project, status, count(*) AS sessions, sum(duration_minutes) AS durationMinutes,
               sum(attention_minutes) AS attentionMinutes, sum(agent_minutes) AS agentMinutes, sum(commits) AS commits,
               sum(files_changed) AS filesChanged, sum(lines_added) AS linesAdded, sum(lines_removed) AS linesRemoved,
               sum(tokens) AS tokens, sum(cost_usd) AS costUsd, sum(cost_units) AS costUnits
             FROM dev_sessions WHERE ${where.join(' AND ')}
             GROUP BY type, project, status ORDER BY type, coalesce(project, ''), status`,
        ).all(values);
      }),
    alive: (user, at) => answer(() => void alive.run(at, user)),
    report: (id) => answer(() => report.get(id) ?? null),
    keepReport: (id, { madeAt, markdown }) => answer(() => void keep.run(id, madeAt, markdown)),
  };
}

/** The conditions of a filter; what is put in is bound, never written into the statement. */
function whereOf(user: string, filter: DevSessionFilter): { where: string[]; values: Asked } {
  const where = ['user = @user'];
  const values: Asked = { user };
  const add = (condition: string, given: Asked): void => {
    where.push(condition);
    Object.assign(values, given);
  };
  const { status, type, project, ticket, began, search } = filter;
  if (status !== undefined) add('status = @status', { status });
  if (type !== undefined) add('type = @type', { type });
  if (project !== undefined) add('project = @project', { project });
  if (began !== undefined)
    add('started_at >= @from AND started_at < @to', { from: began.start, to: began.end });
  if (search !== undefined) add('instr(words, @search) > 0', { search: search.trim().toLowerCase() });
  if (ticket !== undefined)
    add('(ticket = @ticket OR id IN (SELECT session FROM dev_session_tickets WHERE ticket = @ticket))', {
      ticket,
    });
  return { where, values };
}
