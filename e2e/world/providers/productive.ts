// A stand-in of Productive.io, API v2, as the contract describes it and as others have seen it answer.
import type {
  FakeAnswer,
  FakeEntry,
  FakeNeeds,
  FakeProvider,
  FakeRequest,
  FakeUnit,
} from './fake-provider.ts';
import { countRequests } from './productive-limits.ts';
import { denied, documentOf, includeOf, json, notFound, Refusal } from './productive-answers.ts';
import type { ListRules } from './productive-lists.ts';
import { list } from './productive-lists.ts';
import { asText, COLLEAGUE, FOREIGN_ORGANIZATION, ME, ORGANIZATION, Records } from './productive-records.ts';
import type { TimeEntry } from './productive-records.ts';
import type { Writer } from './productive-writes.ts';
import { startTimer, stopTimer, writeEntries } from './productive-writes.ts';

const LISTS =
  /^\/(time_entries|services|deals|projects|tasks|people|timers|companies|organization_memberships)$/;
const ONE = /^\/(time_entries|services|deals|projects|tasks|people|timers|companies)\/(\d+)$/;

export interface ProductiveNeeds extends FakeNeeds {
  /** The person is in two organisations, so that one must be chosen. */
  readonly secondOrganization?: boolean;
  /** How lists behave, where it is not documented, or to have many pages of few things. */
  readonly lists?: Partial<ListRules>;
}

export interface ProductiveFake extends FakeProvider {
  /** A colleague books. Returns the id. */
  addOfColleague(entry: { date: string; minutes: number; note: string; unit: string }): string;
  /** Another way of taking no change any more, with another answer. */
  invoice(id: string): void;
}

export function makeProductive(needs: ProductiveNeeds): ProductiveFake {
  const { now } = needs;
  const records = new Records(needs.secondOrganization ?? false);
  const rules: ListRules = { maxPageSize: 200, cursors: true, nestedIncludes: true, ...needs.lists };
  const writer: Writer = { records, person: ME.id, now };
  const counts = { requests: 0, tooMany: 0 };
  const limit = countRequests(now, needs.limits ?? true);
  const token = 'fake-productive-token';
  const readOnlyToken = 'fake-productive-read-only-token';

  const route = (request: FakeRequest): FakeAnswer => {
    const { method, headers } = request;
    const [path, query] = partsOf(request.target);
    const type = headers['content-type'] ?? '';
    if (!/^application\/vnd\.api\+json\s*(;\s*ext="?bulk"?\s*)?$/.test(type)) {
      throw new Refusal(
        415,
        'unsupported_content_type',
        'Unsupported Content Type',
        'Content-Type has to be application/vnd.api+json',
      );
    }
    if (headers['x-auth-token'] !== token && headers['x-auth-token'] !== readOnlyToken) {
      throw new Refusal(401, 'invalid_auth_token', 'Unauthenticated', 'X-Auth-Token is missing or not valid');
    }
    limit(path.startsWith('/reports/'));
    inOrganization(headers['x-organization-id'], path);
    if (method !== 'GET' && headers['x-auth-token'] === readOnlyToken) {
      throw denied('This token is read-only: it cannot be used to make changes', 'read_only_token');
    }
    return answer(method, path, query, request.body, type.includes('bulk'));
  };

  const answer = (
    method: string,
    path: string,
    query: ReadonlyMap<string, string>,
    body: string,
    bulk: boolean,
  ): FakeAnswer => {
    if (method === 'GET') return read(path, query);
    const entry = /^\/time_entries(?:\/(\d+))?$/.exec(path);
    const alone = entry?.[1] !== undefined;
    if (entry && ['POST', 'PATCH', 'DELETE'].includes(method) && (method === 'POST' ? !alone : alone || bulk))
      return writeEntries(writer, method, entry[1] ?? null, body, bulk);
    if (/^\/time_entries\/\d+\/(un)?(approve|reject)$/.test(path) && method === 'PATCH')
      throw denied('You may not approve or reject time');
    if (path === '/timers' && method === 'POST') return startTimer(writer, body);
    const timer = /^\/timers\/(\d+)\/stop$/.exec(path);
    if (timer && (method === 'PATCH' || method === 'PUT')) return stopTimer(writer, timer[1]!);
    throw notFound();
  };

  const read = (path: string, query: ReadonlyMap<string, string>): FakeAnswer => {
    const [, lists] = LISTS.exec(path) ?? [];
    if (lists !== undefined) return list(records, lists, query, rules);
    const [, type, id] = ONE.exec(path) ?? [];
    const one = type === undefined ? undefined : records.find(type, id!);
    if (!one) throw notFound();
    const include = includeOf(one.type, query.get('include'), rules.nestedIncludes);
    return json(200, documentOf(records, one, include));
  };

  const entryOf = (entry: Partial<TimeEntry> & Pick<TimeEntry, 'date' | 'time' | 'service'>): string => {
    const id = records.nextId();
    records.entries.set(id, {
      id,
      person: ME.id,
      task: null,
      billableTime: entry.time,
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
      ...entry,
    });
    return id;
  };
  const known = (id: string): TimeEntry => {
    const entry = records.entries.get(id);
    if (!entry) throw new Error(`there is no entry ${id}`);
    return entry;
  };

  return {
    id: 'productive',
    token,
    readOnlyToken,
    ids: { organizationId: ORGANIZATION.id, personId: ME.id },
    counts,
    handle(request) {
      counts.requests++;
      try {
        return route(request);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        if (error.answer.status === 429) counts.tooMany++;
        return error.answer;
      }
    },
    entries: () =>
      [...records.entries.values()].filter(({ person }) => person === ME.id).map((entry) => told(entry)),
    addUnit: (unit) => addUnit(records, unit),
    closeUnit(unit) {
      const service = records.services.get(unit);
      if (!service) throw new Error(`there is no service ${unit}`);
      service.closed = true;
    },
    add: ({ date, minutes, note, unit, task }) =>
      entryOf({ date, time: minutes, note: `<p>${note}</p>`, service: unit, task: task ?? null }),
    addOfColleague: ({ date, minutes, note, unit }) =>
      entryOf({ date, time: minutes, note: `<p>${note}</p>`, service: unit, person: COLLEAGUE.id }),
    edit(id, { minutes, note, date }) {
      const entry = known(id);
      if (entry.billableTime === entry.time) entry.billableTime = minutes ?? entry.time;
      entry.time = minutes ?? entry.time;
      entry.note = note === undefined ? entry.note : `<p>${note}</p>`;
      entry.date = date ?? entry.date;
      entry.updatedAt = new Date(now()).toISOString();
    },
    remove: (id) => void records.entries.delete(id),
    lock(id) {
      known(id).approvedAt = new Date(now()).toISOString();
    },
    invoice(id) {
      known(id).invoiced = true;
    },
  };
}

/** Memberships are those of the token, whatever organisation is named – unless it is one without this person. */
function inOrganization(id: string | undefined, path: string): void {
  if (id === FOREIGN_ORGANIZATION)
    throw denied('X-Auth-Token belongs to nobody in the organization of X-Organization-Id', 'no_person');
  if (path === '/organization_memberships' || id === ORGANIZATION.id) return;
  if (id !== undefined && !/^\d+$/.test(id)) throw notFound();
  throw denied('X-Organization-Id has to be provided', 'no_organization_id');
}

function addUnit(records: Records, unit: FakeUnit): void {
  const company = records.named('companies', unit.customer, {});
  const project = records.named('projects', unit.project, { company });
  records.services.set(unit.unit, {
    id: unit.unit,
    name: unit.name,
    company,
    project,
    deal: { type: 'deals', id: records.nextId() },
    budget: unit.budget ?? null,
    closed: unit.closed ?? false,
  });
  for (const { id, name } of unit.tasks ?? [])
    records.put({ type: 'tasks', id, attributes: { title: name, status: 1 }, relations: { project } });
}

function told(entry: TimeEntry): FakeEntry {
  const note = asText(entry.note);
  return {
    id: entry.id,
    date: entry.date,
    minutes: entry.time,
    note,
    reference: entry.jiraWorklog ?? /\[stint ([0-9a-f]{12})\]$/.exec(note)?.[1] ?? null,
    unit: entry.service,
    task: entry.task,
    billable: entry.time === 0 ? null : entry.billableTime > 0,
    running: entry.timerStartedAt !== null && entry.timerStoppedAt === null,
  };
}

function partsOf(target: string): [string, ReadonlyMap<string, string>] {
  const url = new URL(target, 'http://fake.invalid');
  return [url.pathname, new Map(url.searchParams)];
}
