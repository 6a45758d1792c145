// What the stand-in of Productive lets itself be told: entries, one by one or in bulk, and timers.
import type { FakeAnswer } from './fake-provider.ts';
import {
  badRequest,
  denied,
  documentOf,
  invalid,
  json,
  nothing,
  notFound,
  Refusal,
} from './productive-answers.ts';
import type { Records, Resource, TimeEntry } from './productive-records.ts';

interface Sent {
  readonly id: string | null;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Ids, wherever they stood: null points at nothing, undefined was not sent. */
  readonly links: Readonly<Record<'person' | 'service' | 'task' | 'time_entry', string | null | undefined>>;
}

export interface Writer {
  readonly records: Records;
  readonly person: string;
  readonly now: () => number;
}

/** Changes of entries: `POST`, `PATCH`, `DELETE /time_entries`, alone or in bulk. */
export function writeEntries(
  writer: Writer,
  method: string,
  id: string | null,
  body: string,
  bulk: boolean,
): FakeAnswer {
  if (method === 'DELETE' && id !== null) return removed(writer, [id]);
  const sent = sentOf(body, 'time_entries', bulk);
  if (method === 'DELETE')
    return removed(
      writer,
      sent.map((one) => one.id ?? ''),
    );
  // All are looked at before any is written.
  const entries = sent.map((one) => (method === 'POST' ? created(writer, one) : changed(writer, one, id)));
  for (const entry of entries) writer.records.entries.set(entry.id, entry);
  return written(writer.records, 'time_entries', entries, method === 'POST' ? 201 : 200, bulk);
}

/** Answers to a change tell no relationship but that to the organisation. */
function written(
  records: Records,
  type: string,
  things: readonly { readonly id: string }[],
  status: number,
  bulk: boolean,
): FakeAnswer {
  const shown = things.map(({ id }): Resource => ({ ...records.find(type, id)!, relations: {} }));
  return json(status, documentOf(records, bulk ? shown : shown[0]!, []));
}

function created({ records, person, now }: Writer, sent: Sent): TimeEntry {
  const entry: TimeEntry = {
    id: records.nextId(),
    person,
    service: '',
    task: null,
    date: '',
    time: Number.NaN,
    billableTime: 0,
    note: null,
    startedAt: null,
    jiraWorklog: null,
    jiraIssue: null,
    approvedAt: null,
    invoiced: false,
    submitted: false,
    timerStartedAt: null,
    timerStoppedAt: null,
    updatedAt: new Date(now()).toISOString(),
  };
  if (sent.links.person === undefined) throw invalid('person', "can't be blank");
  if (sent.links.service === undefined) throw invalid('person', 'person cannot track on this service');
  return filled(records, entry, sent, person);
}

function changed({ records, person, now }: Writer, sent: Sent, id: string | null): TimeEntry {
  const entry = records.entries.get(id ?? sent.id ?? '');
  if (!entry || entry.person !== person) throw notFound();
  if (id !== null && sent.id !== null && sent.id !== id) {
    throw new Refusal(409, 'conflict', 'Conflict', 'id in the body is not the one in the address');
  }
  changeable(entry);
  return { ...filled(records, { ...entry }, sent, person), updatedAt: new Date(now()).toISOString() };
}

function removed({ records, person }: Writer, ids: readonly string[]): FakeAnswer {
  const entries = ids.map((id) => records.entries.get(id));
  for (const entry of entries) {
    if (!entry || entry.person !== person) throw notFound();
    changeable(entry);
  }
  for (const id of ids) {
    records.entries.delete(id);
    for (const timer of records.timers.values()) if (timer.entry === id) records.timers.delete(timer.id);
  }
  return nothing();
}

/** Whoever approves may change what is approved; this person does not. */
function changeable(entry: TimeEntry): void {
  if (entry.approvedAt !== null) throw denied('This time entry is approved and cannot be changed any more');
  if (entry.invoiced) throw invalid('base', 'Time entry is invoiced and cannot be changed');
}

/** Writes what was sent over an entry. */
function filled(records: Records, entry: TimeEntry, { attributes, links }: Sent, me: string): TimeEntry {
  const before = { ...entry };
  if (links.person !== undefined && links.person !== me)
    throw invalid('person', 'person cannot track on this service');
  if (links.service !== undefined) entry.service = links.service ?? '';
  const service = records.services.get(entry.service);
  if (!service) throw invalid('service', 'must exist');
  if (service.closed)
    throw invalid('service', 'Time cannot be tracked: the budget of this service is closed');
  if (links.task !== undefined) entry.task = links.task;
  if (entry.task !== null) {
    const task = records.find('tasks', entry.task);
    if (task?.relations['project']?.id !== service.project.id)
      throw invalid('task', 'does not belong to the project of the service');
  }
  const { date, time, billable_time: billable, note, started_at: startedAt } = attributes;
  if (date !== undefined) entry.date = textOf(date);
  if (!isDate(entry.date)) throw invalid('date', 'is not a valid date');
  if (time !== undefined) entry.time = typeof time === 'number' ? time : Number.NaN;
  if (!Number.isInteger(entry.time)) throw invalid('time', 'is not a number');
  if (entry.time < 0) throw invalid('time', 'must be greater than or equal to 0');
  if (entry.time > 24 * 60) throw invalid('time', 'must be less than or equal to 1440');
  if (typeof billable === 'number') entry.billableTime = billable;
  else if (before.billableTime === before.time || Number.isNaN(before.time)) entry.billableTime = entry.time;
  if (note !== undefined) entry.note = typeof note === 'string' && note !== '' ? note : null;
  if (startedAt !== undefined) entry.startedAt = typeof startedAt === 'string' ? startedAt : null;
  for (const [name, field] of [
    ['jira_worklog_id', 'jiraWorklog'],
    ['jira_issue_id', 'jiraIssue'],
  ] as const) {
    const value = attributes[name];
    if (value !== undefined) entry[field] = value === null ? null : textOf(value);
  }
  return entry;
}

/** `POST /timers` and `PATCH` (or `PUT`) `/timers/{id}/stop`. */
export function startTimer(writer: Writer, body: string): FakeAnswer {
  const { records, person, now } = writer;
  const sent = sentOf(body, 'timers', false)[0]!;
  const at = new Date(now()).toISOString();
  let entry: TimeEntry;
  if (typeof sent.links.time_entry === 'string') {
    const known = records.entries.get(sent.links.time_entry);
    if (!known || known.person !== person) throw notFound();
    changeable(known);
    entry = known;
  } else {
    if (typeof sent.links.service !== 'string') throw invalid('service', "can't be blank");
    const links = { ...sent.links, person, task: undefined, time_entry: undefined };
    entry = created(writer, { id: null, attributes: { date: at.slice(0, 10), time: 0 }, links });
    records.entries.set(entry.id, entry);
  }
  // A person has one timer at a time.
  for (const timer of records.timers.values())
    if (timer.person === person && timer.stoppedAt === null) stop(writer, timer.id);
  entry.timerStartedAt = at;
  entry.timerStoppedAt = null;
  const id = records.nextId();
  records.timers.set(id, {
    id,
    person,
    entry: entry.id,
    startedAt: at,
    stoppedAt: null,
    totalTime: entry.time,
  });
  return written(records, 'timers', [{ id }], 201, false);
}

export function stopTimer(writer: Writer, id: string): FakeAnswer {
  const timer = writer.records.timers.get(id);
  if (!timer || timer.person !== writer.person) throw notFound();
  if (timer.stoppedAt !== null) {
    throw new Refusal(409, 'timer_already_stopped', 'Conflict', 'Timer is already stopped');
  }
  stop(writer, id);
  return written(writer.records, 'timers', [{ id }], 200, false);
}

/** Whole minutes are added to what the entry has. */
function stop({ records, now }: Writer, id: string): void {
  const timer = records.timers.get(id)!;
  const entry = records.entries.get(timer.entry)!;
  const ran = Math.floor((now() - Date.parse(timer.startedAt)) / 60_000);
  if (entry.billableTime === entry.time) entry.billableTime += ran;
  entry.time += ran;
  timer.stoppedAt = new Date(now()).toISOString();
  timer.totalTime = entry.time;
  entry.timerStoppedAt = timer.stoppedAt;
}

/** The resources of a body. Ids may stand in attributes or in relationships. */
function sentOf(body: string, type: string, bulk: boolean): Sent[] {
  let data: unknown;
  try {
    data = (JSON.parse(body) as { data?: unknown } | null)?.data;
  } catch {
    throw badRequest('invalid_json', 'Bad Request', 'the body is not valid JSON');
  }
  if (Array.isArray(data) !== bulk) {
    throw badRequest(
      'invalid_data',
      'Bad Request',
      'several resources need the extension ext=bulk, one must not have it',
    );
  }
  return (bulk ? (data as unknown[]) : [data]).map((one) => {
    if (typeof one !== 'object' || one === null)
      throw badRequest('missing_data', 'Bad Request', 'data is missing');
    const {
      type: told,
      id,
      attributes = {},
      relationships = {},
    } = one as Record<string, Record<string, unknown>>;
    if (told !== (type as unknown))
      throw new Refusal(409, 'conflict', 'Conflict', `data must be of type ${type}`);
    const linked = (name: string): string | null | undefined => {
      const relation = relationships[name] as { data?: { id?: unknown } | null } | undefined;
      const value = relation?.data === undefined ? attributes[`${name}_id`] : (relation.data?.id ?? null);
      return value === undefined ? undefined : value === null ? null : textOf(value);
    };
    const links = {
      person: linked('person'),
      service: linked('service'),
      task: linked('task'),
      time_entry: linked('time_entry'),
    };
    return { id: id === undefined ? null : textOf(id), attributes, links };
  });
}

const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

/** Ids and days are taken as strings and as numbers. */
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
