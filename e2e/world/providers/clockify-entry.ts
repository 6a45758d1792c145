// What Clockify takes for a time entry, and what it says when it does not.
import type { FakeAnswer } from './fake-provider.ts';

export interface ClockifyEntry {
  readonly id: string;
  description: string;
  projectId: string | null;
  taskId: string | null;
  tagIds: readonly string[];
  billable: boolean;
  start: string;
  /** Null while it runs. */
  end: string | null;
  type: string;
  customFields: readonly { readonly customFieldId: string; readonly value: unknown }[];
  isLocked: boolean;
  approvalRequestId: string | null;
}

export interface ClockifyProject {
  readonly id: string;
  readonly name: string;
  readonly clientName: string;
  archived: boolean;
  readonly tasks: readonly { readonly id: string; readonly name: string }[];
}

/** What a workspace may insist on. */
export interface ClockifyForces {
  readonly project?: boolean;
  readonly task?: boolean;
  readonly description?: boolean;
}

export const json = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): FakeAnswer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});
export const refusal = (status: number, message: string, code = 501): FakeAnswer =>
  json(status, { message, code });

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

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;
const KINDS: Readonly<Record<string, 'string' | 'boolean' | 'array'>> = {
  start: 'string',
  end: 'string',
  description: 'string',
  projectId: 'string',
  taskId: 'string',
  type: 'string',
  billable: 'boolean',
  tagIds: 'array',
  customFields: 'array',
};

/** A refusal for a field of the wrong kind; null: all are of the right one. */
export function wrongKind(body: Readonly<Record<string, unknown>>): FakeAnswer | null {
  for (const [name, kind] of Object.entries(KINDS)) {
    const value = body[name];
    if (value === undefined || value === null) continue;
    const fits = kind === 'array' ? Array.isArray(value) : typeof value === kind;
    if (!fits) return refusal(400, `Invalid argument(s): [${name}]`, 3002);
  }
  for (const name of ['start', 'end'] as const) {
    const value = body[name];
    if (typeof value === 'string' && (!INSTANT.test(value) || Number.isNaN(Date.parse(value))))
      return refusal(400, `Invalid date format for ${name}: yyyy-MM-ddTHH:mm:ssZ is expected`, 3002);
  }
  return null;
}

/** A refusal for what does not go together; null: it is a good entry. What a workspace insists on may come with the end. */
export function invalid(
  entry: ClockifyEntry,
  projects: ReadonlyMap<string, ClockifyProject>,
  forces: ClockifyForces,
): FakeAnswer | null {
  if (entry.end !== null && Date.parse(entry.end) < Date.parse(entry.start))
    return refusal(400, 'End date must be after start date');
  if (entry.description.length > 3000) return refusal(400, 'Description is longer than 3000 characters');
  const project = entry.projectId === null ? null : projects.get(entry.projectId);
  if (project === undefined) return refusal(400, "Project doesn't belong to Workspace");
  if (project?.archived) return refusal(400, 'Time cannot be tracked on an archived project');
  if (entry.taskId !== null && !project?.tasks.some(({ id }) => id === entry.taskId))
    return refusal(400, "Task doesn't belong to Project");
  const missing = [
    forces.project && project === null ? 'project' : '',
    forces.task && entry.taskId === null ? 'task' : '',
    forces.description && entry.description === '' ? 'description' : '',
  ].filter(Boolean);
  return entry.end !== null && missing.length > 0
    ? refusal(400, `Time entry is missing required fields: ${missing.join(', ')}`)
    : null;
}
