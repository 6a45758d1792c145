import type { LoggedStep, RowChange } from '#shared/ports/changes.ts';
import {
  conflict,
  expectedRevision,
  JOB_ACTOR,
  noStep,
  rowName,
  undoStanding,
  writingOrder,
} from '#shared/ports/store-rules.ts';
import type { Ledger } from '#shared/ports/stores.ts';
import type { Clock, IdSource } from '#shared/ports/world.ts';
import type { Id } from '#shared/values/ids.ts';
import type { Instant } from '#shared/values/instant.ts';
import type { Connections } from './connections.ts';
import { dayWriter } from './day-store.ts';
import { devSessionWriter } from './dev-session-rows.ts';
import { entryWriter } from './entry-rows.ts';
import { gapWriter } from './gap-store.ts';
import type { LogRecord } from './log-chain.ts';
import { canonicalJson, hashOf } from './log-chain.ts';
import { mappingWriter } from './mapping-store.ts';
import { projectWriter } from './project-store.ts';
import { repositoryWriter } from './repository-store.ts';
import { sessionWriter } from './session-store.ts';
import type { Db } from './sqlite.ts';
import { errorCodeOf } from './sqlite.ts';
import { ticketWriter } from './ticket-store.ts';
import { verifyLog } from './verify-log.ts';

interface StepRow {
  id: Id;
  at: Instant;
  actor: string;
  operation: string;
  why: string;
  changes: string;
  undoes: Id | null;
  redoes: Id | null;
}

const stepOf = (row: StepRow): LoggedStep => ({
  id: row.id,
  at: row.at,
  actor: row.actor,
  operation: row.operation,
  why: row.why,
  changes: JSON.parse(row.changes) as readonly RowChange[],
  ...(row.undoes === null ? {} : { undoes: row.undoes }),
  ...(row.redoes === null ? {} : { redoes: row.redoes }),
});

const STEP = 'id, at, actor, operation, why, changes, undoes, redoes';
const AFTER_BARRIER =
  "standing = 'offered' AND seq > coalesce((SELECT max(seq) FROM log WHERE actor = @actor AND standing = 'barrier'), 0)";

/** Every change a person can see, in one step, on the disk before it is confirmed, and logged. */
export function ledgerStore(connections: Connections, clock: Clock, ids: IdSource): Ledger {
  const { durable, answer } = connections;
  const write = stepWriter(durable, connections.origin);

  // The newest step that does something (a first time or again) and has not been taken back.
  const undoable = durable.prepare<{ actor: string }, StepRow>(
    `SELECT ${STEP} FROM log AS done WHERE actor = @actor AND undoes IS NULL AND ${AFTER_BARRIER}
       AND NOT EXISTS (SELECT 1 FROM log AS undo WHERE undo.undoes = done.id)
     ORDER BY seq DESC LIMIT 1`,
  );
  // What the newest undo took back that has not been repeated since; a fresh change ends all redoing.
  const redoable = durable.prepare<{ actor: string }, StepRow>(
    `SELECT ${STEP} FROM log WHERE id = (
       SELECT undoes FROM log AS undo WHERE actor = @actor AND undoes IS NOT NULL AND ${AFTER_BARRIER}
         AND seq > coalesce((SELECT max(seq) FROM log WHERE actor = @actor AND standing = 'offered' AND undoes IS NULL AND redoes IS NULL), 0)
         AND NOT EXISTS (SELECT 1 FROM log AS redo WHERE redo.redoes = undo.undoes AND redo.seq > undo.seq)
       ORDER BY seq DESC LIMIT 1)`,
  );
  const history = durable.prepare<[number], StepRow>(`SELECT ${STEP} FROM log ORDER BY seq DESC LIMIT ?`);
  const place = durable.prepare<[string], { seq: number }>('SELECT seq FROM log WHERE id = ?');
  const older = durable.prepare<[number, number], StepRow>(
    `SELECT ${STEP} FROM log WHERE seq < ? ORDER BY seq DESC LIMIT ?`,
  );
  const offered = (query: typeof undoable, actor: string): LoggedStep | null => {
    const row = actor === JOB_ACTOR ? undefined : query.get({ actor });
    return row ? stepOf(row) : null;
  };

  return {
    commit: (change) =>
      answer(() => {
        const at = clock.now();
        const step: LoggedStep = { ...change, id: ids.next(at), at };
        write.immediate(step);
        return step;
      }),
    undoable: (actor) => answer(() => offered(undoable, actor)),
    redoable: (actor) => answer(() => offered(redoable, actor)),
    verify: () => verifyLog(durable, answer),
    history: (limit, before) =>
      answer(() => {
        if (before === undefined) return history.all(limit).map(stepOf);
        const found = place.get(before);
        if (found === undefined) throw noStep(before);
        return older.all(found.seq, limit).map(stepOf);
      }),
  };
}

/** Writes the rows of a step and its log record; to be run in one transaction. */
function stepWriter(db: Db, origin: string) {
  const entries = entryWriter(db, origin);
  const days = dayWriter(db, origin);
  const gaps = gapWriter(db, origin);
  const sessions = sessionWriter(db, origin);
  const devSessions = devSessionWriter(db, origin);
  const repositories = repositoryWriter(db, origin);
  const projects = projectWriter(db, origin);
  const mappings = mappingWriter(db, origin);
  const tickets = ticketWriter(db);
  const append = logWriter(db, origin);

  const apply = (change: RowChange): void => {
    switch (change.noun) {
      case 'entry':
        return put(entries, change, change.before, change.after);
      case 'day':
        return put(days, change, change.before, change.after);
      case 'gap':
        return put(gaps, change, change.before, change.after);
      case 'session':
        return put(sessions, change, change.before, change.after);
      case 'devSession':
        return put(devSessions, change, change.before, change.after);
      case 'repository':
        return put(repositories, change, change.before, change.after);
      case 'project':
        return put(projects, change, change.before, change.after);
      case 'mapping':
        return put(mappings, change, change.before, change.after);
    }
  };
  return db.transaction((step: LoggedStep): void => {
    for (const change of writingOrder(step.changes)) apply(change);
    tickets.refresh(step.changes);
    append(step);
  });
}

interface Writer<Row> {
  /** Of the row as stored; undefined when there is none. */
  revision(row: Row): number | undefined;
  insert(row: Row): unknown;
  update(row: Row): unknown;
  remove(row: Row): unknown;
}

function put<Row>(writer: Writer<Row>, change: RowChange, before: Row | null, after: Row | null): void {
  const row = after ?? before;
  if (row === null || rowName(change) === '') return;
  const expected = expectedRevision(change);
  const stored = writer.revision(row);
  if ((stored === undefined) !== (before === null)) throw conflict(change);
  if (expected !== null && stored !== expected) throw conflict(change);
  try {
    if (after === null) writer.remove(row);
    else if (before === null) writer.insert(after);
    else writer.update(after);
  } catch (error) {
    // The same key on the same day, or the same path: somebody else was first with another row.
    if (errorCodeOf(error) === 'SQLITE_CONSTRAINT_UNIQUE') throw conflict(change);
    throw error;
  }
}

function logWriter(db: Db, origin: string): (step: LoggedStep) => void {
  const head = db.prepare<[], { records: number; hash: string }>('SELECT records, hash FROM log_head');
  const moveHead = db.prepare('UPDATE log_head SET records = ?, hash = ?');
  const insert = db.prepare(
    `INSERT INTO log (seq, id, at, origin, actor, operation, why, changes, undoes, redoes, standing, previous, hash)
     VALUES (@seq, @id, @at, @origin, @actor, @operation, @why, @changes, @undoes, @redoes, @standing, @previous, @hash)`,
  );
  return (step) => {
    const { records, hash: previous } = head.get()!;
    const record: LogRecord = {
      seq: records + 1,
      id: step.id,
      at: step.at,
      origin,
      actor: step.actor,
      operation: step.operation,
      why: step.why,
      changes: canonicalJson(step.changes),
      undoes: step.undoes ?? null,
      redoes: step.redoes ?? null,
      standing: undoStanding(step),
      previous,
    };
    const hash = hashOf(record);
    insert.run({ ...record, hash });
    moveHead.run(record.seq, hash);
  };
}
