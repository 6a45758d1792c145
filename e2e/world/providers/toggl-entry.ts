// What Toggl Track takes for a time entry, and what it says when it does not.
import type { FakeAnswer } from './fake-provider.ts';

export interface TogglEntry {
  id: number;
  workspace_id: number;
  project_id: number | null;
  task_id: number | null;
  billable: boolean;
  start: string;
  stop: string | null;
  /** Seconds; negative while it runs. */
  duration: number;
  description: string | null;
  tags: string[] | null;
  tag_ids: number[] | null;
  duronly: boolean;
  at: string;
  server_deleted_at: string | null;
  user_id: number;
}

export interface TogglProject {
  readonly id: number;
  readonly name: string;
  readonly clientId: number | null;
  active: boolean;
  readonly tasks: readonly { readonly id: number; readonly name: string }[];
}

/** What a workspace may insist on. */
export interface TogglRequires {
  readonly project?: boolean;
  readonly task?: boolean;
  readonly description?: boolean;
}

/** Plain text: what most refusals are. */
export const plain = (status: number, body: string): FakeAnswer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
});
/** A JSON string: what the others are. */
export const quoted = (status: number, body: string): FakeAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

export const json = (body: unknown): FakeAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
/** Empty lists are null, here and there. */
export const rows = (list: readonly unknown[]): FakeAnswer => json(list.length === 0 ? null : list);

/** The object a body is; null: it is none. */
export function objectOf(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

const NUMBERS = ['workspace_id', 'project_id', 'task_id', 'duration'] as const;
const TEXTS = ['description', 'start', 'stop', 'created_with'] as const;

/** A refusal for a field of the wrong kind, as the vendor's decoder puts it; null: all are of the right one. */
export function wrongKind(body: Readonly<Record<string, unknown>>): FakeAnswer | null {
  for (const name of NUMBERS) {
    const value = body[name];
    if (value !== undefined && value !== null && !Number.isSafeInteger(value))
      return quoted(
        400,
        `Unexpected "${name}" type ${typeof value}, offset=${JSON.stringify(body).indexOf(name)}`,
      );
  }
  for (const name of TEXTS) {
    const value = body[name];
    if (value !== undefined && value !== null && typeof value !== 'string')
      return quoted(
        400,
        `Unexpected "${name}" type ${typeof value}, offset=${JSON.stringify(body).indexOf(name)}`,
      );
  }
  if (body['billable'] !== undefined && typeof body['billable'] !== 'boolean')
    return quoted(400, 'Unexpected "billable" type');
  return null;
}

/** A refusal for what does not go together; null: it is a good entry. */
export function invalid(
  entry: TogglEntry,
  projects: ReadonlyMap<number, TogglProject>,
  requires: TogglRequires,
): FakeAnswer | null {
  const start = Date.parse(entry.start);
  const stop = entry.stop === null ? null : Date.parse(entry.stop);
  if (Number.isNaN(start) || Number.isNaN(stop))
    return plain(400, 'start or stop is not a valid RFC3339 time');
  if (entry.duration >= 999 * 3600)
    return plain(400, 'The max allowed duration per 1 time entry is 999 hours');
  if (entry.duration < 0 && stop !== null) return plain(400, 'A running time entry cannot have a stop');
  if (stop !== null && stop < start) return plain(400, 'Stop time must be after start time');
  if (stop !== null && stop - start !== entry.duration * 1000)
    return plain(400, 'start, stop and duration do not match');
  if ((entry.description ?? '').length > 3000)
    return quoted(400, 'Maximum length for description (3000) exceeded');
  const project = entry.project_id === null ? null : projects.get(entry.project_id);
  if (project === undefined)
    return quoted(
      400,
      'Conflict with project/workspace: project needs to be in the same workspace as the time entry',
    );
  if (project?.active === false) return quoted(400, 'Project is archived');
  if (entry.task_id !== null && !project?.tasks.some(({ id }) => id === entry.task_id))
    return quoted(400, 'Task not found in project');
  if (requires.project && project === null) return quoted(400, 'Project is required in this workspace');
  if (requires.task && entry.task_id === null) return quoted(400, 'Task is required in this workspace');
  if (requires.description && (entry.description ?? '') === '')
    return quoted(400, 'Description is required in this workspace');
  return null;
}
