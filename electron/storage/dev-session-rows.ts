import type { DevSession, TicketLink } from '#shared/evidence/dev-session.ts';
import { workedMinutes } from '#shared/evidence/session-time.ts';
import { reversed } from './entry-rows.ts';
import type { Db } from './sqlite.ts';

/** A row as SQLite has it; `more` is what has no column of its own. */
export interface DevSessionRow {
  id: DevSession['id'];
  user: string;
  title: string;
  type: DevSession['type'];
  status: DevSession['status'];
  ticket: DevSession['ticket'];
  project: string | null;
  started_at: DevSession['startedAt'];
  ended_at: DevSession['endedAt'];
  alive_at: DevSession['aliveAt'];
  more: string;
  updated_at: DevSession['updatedAt'];
  revision: number;
}

type More = Omit<
  DevSession,
  | 'id'
  | 'user'
  | 'title'
  | 'type'
  | 'status'
  | 'ticket'
  | 'project'
  | 'startedAt'
  | 'endedAt'
  | 'aliveAt'
  | 'links'
  | 'updatedAt'
  | 'revision'
>;

/** The columns a session is made of again; the others are for searching and adding up. */
export const DEV_SESSION_COLUMNS =
  'id, user, title, type, status, ticket, project, started_at, ended_at, alive_at, more, updated_at, revision';

export const devSessionOf = (row: DevSessionRow, links: readonly TicketLink[]): DevSession => ({
  ...(JSON.parse(row.more) as More),
  id: row.id,
  user: row.user,
  title: row.title,
  type: row.type,
  status: row.status,
  ticket: row.ticket,
  project: row.project,
  startedAt: row.started_at,
  endedAt: row.ended_at,
  aliveAt: row.alive_at,
  links,
  updatedAt: row.updated_at,
  revision: row.revision,
});

function rowOf(session: DevSession) {
  const { id, user, title, type, status, ticket, project, startedAt, endedAt, aliveAt, ...rest } = session;
  const { links: _, updatedAt, revision, ...more } = rest;
  const { outcome } = session;
  return {
    id,
    user,
    title,
    type,
    status,
    ticket,
    project,
    started_at: startedAt,
    ended_at: endedAt,
    alive_at: aliveAt,
    more: JSON.stringify(more satisfies More),
    words: `${title} ${session.summary ?? ''}`.toLowerCase(),
    duration_minutes: outcome === null ? 0 : workedMinutes(session, startedAt),
    attention_minutes: outcome?.attentionMinutes ?? 0,
    agent_minutes: outcome?.agentMinutes ?? 0,
    commits: outcome?.git?.commits ?? 0,
    files_changed: outcome?.git?.files ?? 0,
    lines_added: outcome?.git?.linesAdded ?? 0,
    lines_removed: outcome?.git?.linesRemoved ?? 0,
    tokens: outcome?.cost.tokens.total ?? 0,
    cost_usd: outcome?.cost.total.usd ?? 0,
    cost_units: outcome?.cost.total.units ?? 0,
    updated_at: updatedAt,
    revision,
    tail: reversed(id),
  };
}

const COLUMNS =
  `id user title type status ticket project started_at ended_at alive_at more words duration_minutes attention_minutes
  agent_minutes commits files_changed lines_added lines_removed tokens cost_usd cost_units updated_at revision tail`.split(
    /\s+/,
  );

/** Writes development sessions and the tickets they are linked with; only the ledger does. */
export function devSessionWriter(db: Db, origin: string) {
  const insert = db.prepare(
    `INSERT INTO dev_sessions (${COLUMNS.join(', ')}, origin)
     VALUES (${COLUMNS.map((column) => `@${column}`).join(', ')}, @origin)`,
  );
  // The heartbeat writes alive_at on its own path: a step read before it never takes it back.
  const update = db.prepare(
    `UPDATE dev_sessions SET alive_at = nullif(max(coalesce(alive_at, 0), coalesce(@alive_at, 0)), 0), ${COLUMNS.filter(
      (column) => column !== 'id' && column !== 'alive_at',
    )
      .map((column) => `${column} = @${column}`)
      .join(', ')} WHERE id = @id`,
  );
  const remove = db.prepare('DELETE FROM dev_sessions WHERE id = ?');
  const forgetReport = db.prepare('DELETE FROM dev_session_reports WHERE session = ?');
  const revision = db.prepare<[string], number>('SELECT revision FROM dev_sessions WHERE id = ?').pluck();
  const unlink = db.prepare('DELETE FROM dev_session_tickets WHERE session = ?');
  const link = db.prepare(
    `INSERT INTO dev_session_tickets (session, ticket, relationship, linked_at, place) VALUES (?, ?, ?, ?, ?)`,
  );
  const relink = ({ id, links }: DevSession): void => {
    unlink.run(id);
    links.forEach(({ ticket, relationship, at }, place) => link.run(id, ticket, relationship, at, place));
  };
  return {
    revision: (session: DevSession): number | undefined => revision.get(session.id),
    insert: (session: DevSession) => {
      insert.run({ ...rowOf(session), origin });
      relink(session);
    },
    update: (session: DevSession) => {
      update.run(rowOf(session));
      relink(session);
    },
    remove: (session: DevSession) => {
      remove.run(session.id);
      unlink.run(session.id);
      forgetReport.run(session.id);
    },
  };
}
