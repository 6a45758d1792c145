// What Toggl Track holds, and what becomes of it when somebody writes.
import type { FakeAnswer } from './fake-provider.ts';
import type { TogglEntry, TogglProject, TogglRequires } from './toggl-entry.ts';
import { invalid, json, plain, quoted } from './toggl-entry.ts';

export const WORKSPACE = 7_310_001;
export const USER = 5_220_001;
const DAY_MS = 24 * 3_600_000;
/** About three months; the day moves. */
const REACH_MS = 92 * DAY_MS;
const LARGEST_ANSWER = 1000;
const WRITABLE = [
  'project_id',
  'task_id',
  'billable',
  'start',
  'stop',
  'duration',
  'description',
  'tags',
  'tag_ids',
];

type Body = Readonly<Record<string, unknown>>;

export class TogglState {
  readonly projects = new Map<number, TogglProject>();
  readonly clients: string[] = [];
  readonly locked = new Set<number>();
  readonly #entries = new Map<number, TogglEntry>();
  readonly #now: () => number;
  readonly #requires: TogglRequires;
  #nextId = 4_200_000_001;

  constructor(now: () => number, requires: TogglRequires) {
    this.#now = now;
    this.#requires = requires;
  }

  /** Those that were not deleted, as they were made. */
  living(): TogglEntry[] {
    return [...this.#entries.values()].filter((entry) => entry.server_deleted_at === null);
  }

  held(id: number): TogglEntry | null {
    return this.living().find((entry) => entry.id === id) ?? null;
  }

  running(): TogglEntry | null {
    return this.living().find((entry) => entry.duration < 0) ?? null;
  }

  create(body: Body): FakeAnswer {
    for (const name of ['created_with', 'start', 'duration', 'workspace_id'])
      if ((body[name] ?? '') === '') return quoted(400, `${name} is required for time entry creation`);
    if (body['workspace_id'] !== WORKSPACE) return quoted(400, 'workspace_id does not match the path');
    const entry: TogglEntry = {
      id: this.#nextId,
      workspace_id: WORKSPACE,
      project_id: null,
      task_id: null,
      billable: false,
      start: '',
      stop: null,
      duration: 0,
      description: null,
      tags: null,
      tag_ids: null,
      duronly: true,
      at: this.#stamp(),
      server_deleted_at: null,
      user_id: USER,
    };
    const refused = this.write(entry, body);
    if (refused) return refused;
    const before = entry.duration < 0 ? this.running() : null;
    if (before) this.#halt(before);
    this.#nextId += 1;
    this.#entries.set(entry.id, entry);
    return json(shown(entry));
  }

  /** Takes over the fields that were sent. Null: done. */
  write(entry: TogglEntry, body: Body): FakeAnswer | null {
    const next: TogglEntry = { ...entry };
    for (const name of WRITABLE) if (name in body) Reflect.set(next, name, body[name]);
    if (next.duration >= 0 && !('stop' in body) && ('duration' in body || 'start' in body))
      next.stop = seconds(Date.parse(next.start) + next.duration * 1000);
    const refused = invalid(next, this.projects, this.#requires);
    if (refused) return refused;
    Object.assign(entry, next, { at: this.#stamp() });
    return null;
  }

  change(method: string, entry: TogglEntry, stop: boolean, body: Body): FakeAnswer {
    if (this.locked.has(entry.id)) return plain(403, 'Time entry is locked: its timesheet was approved');
    if (method === 'PATCH' && stop) {
      if (entry.duration >= 0) return quoted(409, 'Time entry already stopped');
      this.#halt(entry);
      return json(shown(entry));
    }
    if (method === 'DELETE') {
      this.remove(entry);
      return { status: 200, headers: {}, body: '' };
    }
    if (method !== 'PUT') return plain(405, 'Method Not Allowed');
    return this.write(entry, body) ?? json(shown(entry));
  }

  remove(entry: TogglEntry): void {
    entry.server_deleted_at = this.#stamp();
    entry.at = entry.server_deleted_at;
  }

  list(query: URLSearchParams): FakeAnswer {
    const [from, to, since] = [query.get('start_date'), query.get('end_date'), query.get('since')];
    if (since !== null && query.get('before') !== null)
      return quoted(400, "'since' and 'before' can not be present simultaneously");
    if (since !== null) {
      const changed = [...this.#entries.values()].filter(({ at }) => Date.parse(at) >= Number(since) * 1000);
      return json(changed.map(shown));
    }
    if ((from === null) !== (to === null)) return quoted(400, 'start_date and end_date must both be present');
    const first = from === null ? this.#now() - 9 * DAY_MS : Date.parse(from);
    const end = to === null ? Infinity : Date.parse(to);
    if (Number.isNaN(first) || Number.isNaN(end)) return quoted(400, 'Invalid start_date or end_date');
    const oldest = new Date(this.#now() - REACH_MS).toISOString().slice(0, 10);
    if (first < Date.parse(oldest)) return plain(400, `start_date must not be earlier than ${oldest}`);
    const found = this.living().filter(({ start }) => Date.parse(start) >= first && Date.parse(start) < end);
    found.sort((a, b) => Date.parse(b.start) - Date.parse(a.start));
    return json(found.slice(0, LARGEST_ANSWER).map(shown));
  }

  #halt(entry: TogglEntry): void {
    entry.stop = this.#stamp();
    entry.duration = Math.max(0, Math.floor((Date.parse(entry.stop) - Date.parse(entry.start)) / 1000));
    entry.at = entry.stop;
  }

  #stamp(): string {
    return seconds(this.#now());
  }
}

/** `2026-02-10T08:15:00Z`. */
export const seconds = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

/** With the names of old that are still sent along. */
export const shown = (entry: TogglEntry): object => ({
  ...entry,
  wid: entry.workspace_id,
  uid: entry.user_id,
  ...(entry.project_id === null ? {} : { pid: entry.project_id }),
  ...(entry.task_id === null ? {} : { tid: entry.task_id }),
});
