// What Harvest holds of one account: projects with tasks, and entries, under the rules its vendor describes.
import type { FakeAnswer, FakeEntry, FakeUnit } from './fake-provider.ts';

export const ACCOUNT = 1_204_567;
export const USER = 4_711_001;
const HOUR_MS = 3_600_000;

export interface HarvestEntry {
  readonly id: number;
  user: number;
  spent_date: string;
  project: number;
  task: number;
  notes: string | null;
  /** What it has, the stretch of a running timer left out. */
  hours: number;
  timerStartedAt: number | null;
  /** Minutes on the dial; only where time is tracked by start and end. */
  started: number | null;
  ended: number | null;
  reference: Readonly<Record<string, unknown>> | null;
  locked: boolean;
}

interface Project extends FakeUnit {
  readonly tasks: readonly { readonly id: string; readonly name: string }[];
  closed: boolean;
}

export type Body = Readonly<Record<string, unknown>>;

export const json = (value: unknown, status = 200): FakeAnswer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(value),
});
export const refusal = (message: string): FakeAnswer => json({ message }, 422);

/** Two decimals, as the service keeps them. */
const twoDecimals = (hours: number): number => Math.round(hours * 100) / 100;
/** What may be said of an entry; anything else is passed over, as the service does. */
const WRITABLE = [
  'project_id',
  'task_id',
  'spent_date',
  'notes',
  'hours',
  'started_time',
  'ended_time',
  'external_reference',
];

export class HarvestState {
  readonly projects = new Map<number, Project>();
  readonly entries = new Map<number, HarvestEntry>();
  readonly #now: () => number;
  /** Time is tracked by start and end. */
  readonly #clock: boolean;
  #lastId = 636_700_000;

  constructor(now: () => number, clock: boolean) {
    this.#now = now;
    this.#clock = clock;
  }

  create(body: Body, user = USER): FakeAnswer {
    for (const name of ['project_id', 'task_id', 'spent_date']) {
      if (body[name] === undefined || body[name] === null) return refusal(`${name} can't be blank`);
    }
    const entry: HarvestEntry = {
      id: (this.#lastId += 1),
      user,
      spent_date: '',
      project: 0,
      task: 0,
      notes: null,
      hours: 0,
      timerStartedAt: null,
      started: null,
      ended: null,
      reference: null,
      locked: false,
    };
    const refused = this.#write(entry, body);
    if (refused) return refused;
    const isOver = this.#clock ? entry.ended !== null : typeof body['hours'] === 'number';
    if (this.#clock) entry.started ??= this.#dialNow();
    if (!isOver) this.#run(entry);
    this.entries.set(entry.id, entry);
    return json(this.shown(entry), 201);
  }

  update(entry: HarvestEntry, body: Body): FakeAnswer {
    if (entry.locked) return refusal('This time entry is locked: its timesheet has been approved.');
    const copy = { ...entry };
    const refused = this.#write(copy, body);
    if (refused) return refused;
    Object.assign(entry, copy);
    return json(this.shown(entry));
  }

  remove(entry: HarvestEntry): FakeAnswer {
    if (entry.locked) return refusal('This time entry is locked: its timesheet has been approved.');
    this.entries.delete(entry.id);
    return { status: 200, headers: { 'content-type': 'application/json' }, body: '' };
  }

  restart(entry: HarvestEntry): FakeAnswer {
    if (entry.locked) return refusal('This time entry is locked: its timesheet has been approved.');
    if (entry.timerStartedAt !== null) return refusal('This timer is already running.');
    this.#run(entry);
    return json(this.shown(entry));
  }

  stop(entry: HarvestEntry): FakeAnswer {
    if (entry.timerStartedAt === null) return refusal('This timer is not running.');
    this.#halt(entry);
    return json(this.shown(entry));
  }

  /** As the service answers. */
  shown(entry: HarvestEntry): object {
    const project = this.projects.get(entry.project);
    const task = project?.tasks.find(({ id }) => Number(id) === entry.task);
    const hours = this.#hoursOf(entry);
    return {
      id: entry.id,
      spent_date: entry.spent_date,
      hours,
      hours_without_timer: twoDecimals(entry.hours),
      rounded_hours: Math.ceil(hours * 4) / 4,
      notes: entry.notes,
      is_locked: entry.locked,
      locked_reason: entry.locked ? 'Item Approved and Locked for this Time Period' : null,
      is_closed: entry.locked,
      is_billed: false,
      timer_started_at: isoOrNull(entry.timerStartedAt),
      started_time: dial(entry.started),
      ended_time: dial(entry.ended),
      is_running: entry.timerStartedAt !== null,
      billable: true,
      budgeted: true,
      user: { id: entry.user, name: 'Ada Example' },
      client: { id: 5_735_776, name: project?.customer ?? '', currency: 'EUR' },
      project: { id: entry.project, name: project?.name ?? '' },
      task: { id: entry.task, name: task?.name ?? '' },
      task_assignment: { id: entry.task + 1, billable: true, is_active: true, budget: null },
      external_reference: entry.reference,
      invoice: null,
    };
  }

  /** As a story tells it. */
  told(entry: HarvestEntry): FakeEntry {
    return {
      id: String(entry.id),
      date: entry.spent_date,
      minutes: Math.round(this.#hoursOf(entry) * 60),
      note: entry.notes ?? '',
      reference: typeof entry.reference?.['id'] === 'string' ? entry.reference['id'] : null,
      unit: String(entry.project),
      task: String(entry.task),
      billable: true,
      running: entry.timerStartedAt !== null,
    };
  }

  /** Null: done. What is not the kind of this company is passed over without a word. */
  #write(entry: HarvestEntry, all: Body): FakeAnswer | null {
    const body = Object.fromEntries(Object.entries(all).filter(([name]) => WRITABLE.includes(name)));
    if ('project_id' in body) entry.project = Number(body['project_id']);
    if ('task_id' in body) entry.task = Number(body['task_id']);
    if ('spent_date' in body) entry.spent_date = String(body['spent_date']);
    if ('notes' in body) entry.notes = typeof body['notes'] === 'string' ? body['notes'] : null;
    if ('external_reference' in body) entry.reference = referenceOf(body['external_reference']);
    if (Number.isNaN(Date.parse(`${entry.spent_date}T00:00Z`))) return refusal('Spent date is not a date');

    const project = this.projects.get(entry.project);
    if (!project) return refusal('Project must be one you are assigned to');
    if (project.closed) return refusal(`${project.name} is archived: no time can be tracked to it`);
    if (!project.tasks.some(({ id }) => Number(id) === entry.task))
      return refusal(`Task is not a task of ${project.name}`);
    return this.#clock ? this.#writeClock(entry, body) : this.#writeHours(entry, body);
  }

  #writeHours(entry: HarvestEntry, { hours }: Body): FakeAnswer | null {
    if (hours === undefined || hours === null) return null;
    if (typeof hours !== 'number' || hours < 0 || hours > 999) return refusal('Hours is not a valid number');
    entry.hours = twoDecimals(hours);
    if (entry.timerStartedAt !== null) entry.timerStartedAt = this.#now();
    return null;
  }

  #writeClock(entry: HarvestEntry, body: Body): FakeAnswer | null {
    for (const [name, field] of [
      ['started_time', 'started'],
      ['ended_time', 'ended'],
    ] as const) {
      if (!(name in body)) continue;
      entry[field] = minuteOf(body[name]);
      if (entry[field] === null) return refusal(`${name} is not a time`);
    }
    if (entry.started === null || entry.ended === null) return null;
    if (entry.ended < entry.started) return refusal('Ended time must be after started time');
    entry.hours = twoDecimals((entry.ended - entry.started) / 60);
    entry.timerStartedAt = null;
    return null;
  }

  /** One timer runs at a time. */
  #run(entry: HarvestEntry): void {
    for (const other of this.entries.values()) {
      if (other.timerStartedAt !== null && other.user === entry.user) this.#halt(other);
    }
    entry.timerStartedAt = this.#now();
    entry.ended = null;
  }

  #halt(entry: HarvestEntry): void {
    entry.hours = this.#hoursOf(entry);
    entry.timerStartedAt = null;
    if (this.#clock) entry.ended = this.#dialNow();
  }

  #hoursOf({ hours, timerStartedAt }: HarvestEntry): number {
    const since = timerStartedAt === null ? 0 : (this.#now() - timerStartedAt) / HOUR_MS;
    return twoDecimals(hours + since);
  }

  #dialNow(): number {
    const at = new Date(this.#now());
    return at.getUTCHours() * 60 + at.getUTCMinutes();
  }
}

const isoOrNull = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

function dial(minute: number | null): string | null {
  if (minute === null) return null;
  const hour = Math.floor(minute / 60);
  return `${hour % 12 || 12}:${String(minute % 60).padStart(2, '0')}${hour < 12 ? 'am' : 'pm'}`;
}

function minuteOf(text: unknown): number | null {
  const found = /^(\d{1,2}):(\d{2})(am|pm)?$/.exec(typeof text === 'string' ? text : '');
  if (!found) return null;
  const hour = Number(found[1]);
  const whole = found[3] === undefined ? hour : (hour % 12) + (found[3] === 'pm' ? 12 : 0);
  return whole < 24 && Number(found[2]) < 60 ? whole * 60 + Number(found[2]) : null;
}

function referenceOf(value: unknown): HarvestEntry['reference'] {
  if (typeof value !== 'object' || value === null) return null;
  const { id, group_id, account_id, permalink } = value as Record<string, unknown>;
  return {
    id: id ?? null,
    group_id: group_id ?? null,
    account_id: account_id ?? null,
    permalink: permalink ?? null,
    service: null,
    service_icon_url: null,
  };
}
