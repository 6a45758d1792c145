// What Clockify holds, and what becomes of it when somebody writes.
import type { ClockifyEntry, ClockifyForces, ClockifyProject } from './clockify-entry.ts';
import { invalid, json, refusal } from './clockify-entry.ts';
import type { FakeAnswer } from './fake-provider.ts';

export const WORKSPACE = '64a687e29ae1f428e7ebe303';
export const USER = '5a0ab5acb07987125438b60f';
const LARGEST_PAGE = 5000;

type Body = Readonly<Record<string, unknown>>;

export class ClockifyState {
  readonly projects = new Map<string, ClockifyProject>();
  readonly #entries = new Map<string, ClockifyEntry>();
  readonly #now: () => number;
  readonly #forces: ClockifyForces;
  readonly #lastPage: boolean;
  #made = 0;

  /** @param lastPage whether pages say that they are the last one. */
  constructor(now: () => number, forces: ClockifyForces, lastPage: boolean) {
    this.#now = now;
    this.#forces = forces;
    this.#lastPage = lastPage;
  }

  all(): ClockifyEntry[] {
    return [...this.#entries.values()];
  }

  held(id: string): ClockifyEntry | null {
    return this.#entries.get(id) ?? null;
  }

  running(): ClockifyEntry | null {
    return this.all().find(({ end }) => end === null) ?? null;
  }

  create(body: Body): FakeAnswer {
    this.#made += 1;
    const made = this.#replace(`65b0000000000000${this.#made.toString(16).padStart(8, '0')}`, body);
    if ('status' in made) return made;
    const before = made.end === null ? this.running() : null;
    if (before) before.end = seconds(this.#now());
    this.#entries.set(made.id, made);
    return json(201, shown(made));
  }

  /** Everything that is not sent is gone. */
  put(entry: ClockifyEntry, body: Body): FakeAnswer {
    if (isClosed(entry)) return refusal(400, 'Time entry is locked or approved and cannot be changed');
    const made = this.#replace(entry.id, body);
    if ('status' in made) return made;
    this.#entries.set(entry.id, made);
    return json(200, shown(made));
  }

  delete(entry: ClockifyEntry): FakeAnswer {
    if (isClosed(entry)) return refusal(403, 'You are not allowed to delete a locked time entry', 403);
    this.remove(entry);
    return { status: 204, headers: {}, body: '' };
  }

  remove(entry: ClockifyEntry): void {
    this.#entries.delete(entry.id);
  }

  stop(body: Body): FakeAnswer {
    const entry = this.running();
    if (!entry) {
      const message = `Currently running time entry doesn't exist on workspace ${WORKSPACE} for user ${USER}`;
      return refusal(404, message, 404);
    }
    if (typeof body['end'] !== 'string') return refusal(400, 'Invalid argument(s): [end]', 3002);
    const stopped: ClockifyEntry = { ...entry, end: body['end'] };
    const refused = invalid(stopped, this.projects, this.#forces);
    if (refused) return refused;
    this.#entries.set(entry.id, stopped);
    return json(200, shown(stopped));
  }

  /** Newest first. */
  list(query: URLSearchParams): FakeAnswer {
    const [from, to] = [query.get('start'), query.get('end')];
    const [first, end] = [
      from === null ? -Infinity : Date.parse(from),
      to === null ? Infinity : Date.parse(to),
    ];
    if (Number.isNaN(first) || Number.isNaN(end)) return refusal(400, 'Invalid date format', 3002);
    const found = this.all()
      .filter((entry) => query.get('in-progress') !== 'true' || entry.end === null)
      .filter(({ start }) => Date.parse(start) >= first && Date.parse(start) <= end)
      .sort((a, b) => Date.parse(b.start) - Date.parse(a.start));
    return this.page(found.map(shown), query);
  }

  page(rows: readonly unknown[], query: URLSearchParams): FakeAnswer {
    const [page, size] = [Number(query.get('page') ?? 1), Number(query.get('page-size') ?? 50)];
    if (!(page >= 1) || !(size >= 1 && size <= LARGEST_PAGE))
      return refusal(400, 'Invalid argument(s): [page, page-size]', 3002);
    const last = page * size >= rows.length;
    return json(
      200,
      rows.slice((page - 1) * size, page * size),
      this.#lastPage ? { 'last-page': String(last) } : {},
    );
  }

  /** An entry of what was sent and nothing else, or a refusal. */
  #replace(id: string, body: Body): ClockifyEntry | FakeAnswer {
    const text = (name: string): string | null => (body[name] as string | null | undefined) || null;
    const start = text('start');
    if (start === null) return refusal(400, 'Invalid argument(s): [start]', 3002);
    const type = text('type') ?? 'REGULAR';
    if (!['REGULAR', 'BREAK'].includes(type)) return refusal(400, 'Invalid argument(s): [type]', 3002);
    const standing = this.#entries.get(id);
    const entry: ClockifyEntry = {
      id,
      description: text('description') ?? '',
      projectId: text('projectId'),
      taskId: text('taskId'),
      tagIds: (body['tagIds'] as string[] | null | undefined) ?? [],
      billable: body['billable'] === true,
      start: seconds(Date.parse(start)),
      end: text('end') === null ? null : seconds(Date.parse(text('end')!)),
      type,
      customFields: (body['customFields'] as ClockifyEntry['customFields'] | null | undefined) ?? [],
      isLocked: standing?.isLocked ?? false,
      approvalRequestId: standing?.approvalRequestId ?? null,
    };
    return invalid(entry, this.projects, this.#forces) ?? entry;
  }
}

const isClosed = (entry: ClockifyEntry): boolean => entry.isLocked || entry.approvalRequestId !== null;

/** `2026-02-10T08:15:00Z`. */
export const seconds = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

export const minutesOf = ({ start, end }: ClockifyEntry): number =>
  end === null ? 0 : Math.round((Date.parse(end) - Date.parse(start)) / 60_000);

export function shown(entry: ClockifyEntry): object {
  const { start, end, customFields, ...rest } = entry;
  const minutes = minutesOf(entry);
  const duration = end === null ? null : `PT${Math.floor(minutes / 60)}H${minutes % 60}M`;
  return {
    ...rest,
    userId: USER,
    workspaceId: WORKSPACE,
    timeInterval: { start, end, duration },
    customFieldValues: customFields.map(({ customFieldId, value }) => ({
      customFieldId,
      value,
      timeEntryId: entry.id,
      name: `Field ${customFieldId}`,
      type: 'TXT',
    })),
    kioskId: null,
  };
}
