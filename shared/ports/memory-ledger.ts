import type { Mapping } from '../entries/mapping.ts';
import type { Project } from '../entries/project.ts';
import type { ChangeSet, LoggedStep, RowChange } from './changes.ts';
import type { MemoryRows } from './memory-rows.ts';
import type { Ledger } from './stores.ts';
import {
  conflict,
  expectedRevision,
  JOB_ACTOR,
  noStep,
  rowName,
  undoStanding,
  writingOrder,
} from './store-rules.ts';
import type { Clock, IdSource } from './world.ts';

/** The ledger in memory: the same rules as the one on disk, without the disk and without hashes. */
export function memoryLedger(rows: MemoryRows, clock: Clock, ids: IdSource): Ledger {
  return {
    async commit(change) {
      const draft = {
        entries: new Map(rows.entries),
        days: new Map(rows.days),
        gaps: new Map(rows.gaps),
        sessions: new Map(rows.sessions),
        devSessions: new Map(rows.devSessions),
        repositories: new Map(rows.repositories),
        projects: new Map(rows.projects),
        mappings: new Map(rows.mappings),
      };
      for (const row of writingOrder(change.changes)) apply(draft, row);
      Object.assign(rows, draft);
      const at = clock.now();
      const step: LoggedStep = { ...change, id: ids.next(at), at };
      rows.log.push(step);
      return step;
    },
    async undoable(actor) {
      if (actor === JOB_ACTOR) return null;
      const steps = sinceBarrier(rows.log, actor);
      const undone = new Set(steps.map((step) => step.undoes));
      return steps.findLast((step) => step.undoes === undefined && !undone.has(step.id)) ?? null;
    },
    async redoable(actor) {
      if (actor === JOB_ACTOR) return null;
      const steps = sinceBarrier(rows.log, actor);
      const fresh = steps.findLastIndex((step) => !isReplay(step));
      const undos = steps.slice(fresh + 1);
      const undo = undos.findLast(
        (step, at) =>
          step.undoes !== undefined && !undos.slice(at + 1).some((later) => later.redoes === step.undoes),
      );
      return rows.log.find((step) => step.id === undo?.undoes) ?? null;
    },
    async verify() {
      const records = rows.log.length;
      return { intact: true, records, brokenAt: null, detail: 'Kept in memory only.' };
    },
    async history(limit, before) {
      const end = before === undefined ? rows.log.length : rows.log.findIndex(({ id }) => id === before);
      if (end === -1) throw noStep(before ?? '');
      return rows.log.slice(Math.max(0, end - limit), end).reverse();
    },
  };
}

const isReplay = (step: ChangeSet): boolean => step.undoes !== undefined || step.redoes !== undefined;

/** The actor's steps after the last one that cannot be taken back. */
function sinceBarrier(log: readonly LoggedStep[], actor: string): LoggedStep[] {
  const own = log.filter((step) => step.actor === actor);
  const recent = own.slice(own.findLastIndex((step) => undoStanding(step) === 'barrier') + 1);
  return recent.filter((step) => undoStanding(step) === 'offered');
}

type Draft = Pick<
  MemoryRows,
  'entries' | 'days' | 'gaps' | 'sessions' | 'devSessions' | 'repositories' | 'projects' | 'mappings'
>;

function apply(draft: Draft, change: RowChange): void {
  switch (change.noun) {
    case 'entry': {
      put(draft.entries, change, change.after);
      const { after } = change;
      const twin = [...draft.entries.values()].some(
        (entry) =>
          after !== null &&
          after.key !== null &&
          entry.id !== after.id &&
          entry.key === after.key &&
          entry.user === after.user &&
          entry.date === after.date,
      );
      if (twin) throw conflict(change);
      return;
    }
    case 'day':
      return put(draft.days, change, change.after);
    case 'gap':
      return put(draft.gaps, change, change.after);
    case 'session': {
      // The heartbeat writes `aliveAt` on its own path: a step read before it never takes it back.
      const alive = draft.sessions.get(rowName(change))?.aliveAt ?? null;
      const after = change.after && { ...change.after, aliveAt: later(alive, change.after.aliveAt) };
      return put(draft.sessions, change, after);
    }
    case 'devSession': {
      const alive = draft.devSessions.get(rowName(change))?.aliveAt ?? null;
      const after = change.after && { ...change.after, aliveAt: later(alive, change.after.aliveAt) };
      return put(draft.devSessions, change, after);
    }
    case 'repository': {
      const { after } = change;
      if (after && [...draft.repositories.values()].some((r) => r.path === after.path && r.id !== after.id)) {
        throw conflict(change);
      }
      return put(draft.repositories, change, after);
    }
    case 'project': {
      const { after } = change;
      const same = (other: Project): boolean => other.user === after?.user && other.key === after.key;
      if (hasTwin(draft.projects, after, same)) throw conflict(change);
      return put(draft.projects, change, after);
    }
    case 'mapping': {
      const { after } = change;
      const same = (other: Mapping): boolean =>
        other.user === after?.user &&
        other.provider === after.provider &&
        other.scope === after.scope &&
        other.name === after.name;
      if (hasTwin(draft.mappings, after, same)) throw conflict(change);
      return put(draft.mappings, change, after);
    }
  }
}

/** Is there another row that is called the same? */
const hasTwin = <Row extends { readonly id: string }>(
  table: ReadonlyMap<string, Row>,
  after: Row | null,
  same: (other: Row) => boolean,
): boolean => after !== null && [...table.values()].some((other) => other.id !== after.id && same(other));

function put<Row>(table: Map<string, Row>, change: RowChange, after: Row | null): void {
  const name = rowName(change);
  const stored = table.get(name);
  const revision = expectedRevision(change);
  if ((stored === undefined) !== (change.before === null)) throw conflict(change);
  if (revision !== null && revisionOf(stored) !== revision) throw conflict(change);
  if (after === null) table.delete(name);
  else table.set(name, after);
}

const revisionOf = (row: unknown): unknown =>
  typeof row === 'object' && row !== null && 'revision' in row ? row.revision : null;

const later = <T extends number>(a: T | null, b: T | null): T | null =>
  a === null ? b : b === null ? a : a > b ? a : b;
