import type { EditorBeat } from '#shared/evidence/editor-beat.ts';
import type { ToolMark } from '#shared/evidence/tool-mark.ts';
import type { ToolStore } from '#shared/ports/evidence-stores.ts';
import type { Instant } from '#shared/values/instant.ts';
import type { TicketId } from '#shared/values/ticket-id.ts';
import type { Connections } from './connections.ts';

interface MarkRow {
  user: string;
  at: Instant;
  tool: string;
  kind: ToolMark['kind'];
  /** Empty: none. */
  ticket: TicketId | '';
  project: string | null;
  detail: string;
}

interface BeatRow {
  user: string;
  at: Instant;
  entity: string;
  type: EditorBeat['type'];
  category: string;
  project: string | null;
  branch: string | null;
  language: string | null;
  editor: string | null;
  is_write: number;
}

const beatOf = ({ is_write, ...row }: BeatRow): EditorBeat => ({ ...row, isWrite: is_write === 1 });
const markOf = (row: MarkRow): ToolMark => ({ ...row, ticket: row.ticket === '' ? null : row.ticket });

/** Lines of tools and signs of life of editors, by the thousand: on the light connection, one transaction a call. */
export function toolStore({ durable, light, origin, answer }: Connections): ToolStore {
  const insertMark = light.prepare(
    `INSERT INTO tool_marks (user, at, tool, kind, ticket, origin, project, detail)
     VALUES (@user, @at, @tool, @kind, @ticket, @origin, @project, @detail) ON CONFLICT DO NOTHING`,
  );
  const addMarks = light.transaction((marks: readonly ToolMark[]): number =>
    marks.reduce(
      (added, mark) => added + insertMark.run({ ...mark, ticket: mark.ticket ?? '', origin }).changes,
      0,
    ),
  );
  const marks = durable.prepare<[string, number, number], MarkRow>(
    `SELECT user, at, tool, kind, ticket, project, detail FROM tool_marks
     WHERE user = ? AND at >= ? AND at < ? ORDER BY at, tool, kind, ticket`,
  );
  // By position, not by name: binding names takes as long again as the insertion.
  const insertBeat = light.prepare(
    `INSERT INTO beats (user, at, entity, type, origin, category, project, branch, language, editor, is_write)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  const addBeat = ({ user, at, entity, type, ...beat }: EditorBeat): number =>
    insertBeat.run(
      ...[user, at, entity, type, origin, beat.category, beat.project, beat.branch, beat.language],
      ...[beat.editor, beat.isWrite ? 1 : 0],
    ).changes;
  const addBeats = light.transaction((beats: readonly EditorBeat[]): number =>
    beats.reduce((added, beat) => added + addBeat(beat), 0),
  );
  const beats = durable.prepare<[string, number, number], BeatRow>(
    `SELECT user, at, entity, type, category, project, branch, language, editor, is_write FROM beats
     WHERE user = ? AND at >= ? AND at < ? ORDER BY at, entity, type`,
  );
  return {
    addMarks: (given) => answer(() => addMarks.immediate(given)),
    marks: (user, { start, end }) => answer(() => marks.all(user, start, end).map(markOf)),
    addBeats: (given) => answer(() => addBeats.immediate(given)),
    beats: (user, { start, end }) => answer(() => beats.all(user, start, end).map(beatOf)),
  };
}
