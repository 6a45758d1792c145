// Harvest, API v2, as its vendor and those who use it describe it.
import type { FakeAnswer, FakeNeeds, FakeProvider, FakeRequest } from './fake-provider.ts';
import type { Body, HarvestEntry } from './harvest-state.ts';
import { ACCOUNT, HarvestState, json, USER } from './harvest-state.ts';

const TOKEN = '2416543.pt.Zr4qhV6W0jJ8bX1c';
const READ_ONLY = '2416544.pt.ReadsAndNeverWrites';
const WINDOW_MS = 15_000;
const REQUESTS = 100;
const LARGEST_PAGE = 2000;

export interface HarvestNeeds extends FakeNeeds {
  /** The company tracks time by start and end, not by duration. */
  readonly clockTimes?: boolean;
  /** The person may not see the company. */
  readonly companyHidden?: boolean;
  /** Pages are no longer numbered: a cursor stands in the link to the next one. */
  readonly cursors?: boolean;
}

export interface FakeHarvest extends FakeProvider {
  /** What a colleague books: an administrator's token sees it too. */
  addOfColleague(entry: { date: string; minutes: number; note: string; unit: string }): string;
  /** What the service holds, field by field. */
  raw(id: string): HarvestEntry;
}

export function makeHarvest(needs: HarvestNeeds): FakeHarvest {
  const clockTimes = needs.clockTimes === true;
  const state = new HarvestState(needs.now, clockTimes);
  const counts = { requests: 0, tooMany: 0 };
  /** When the last requests came that were let in. */
  let recent: number[] = [];

  /** 429; null: within the limit. */
  function tooMany(): FakeAnswer | null {
    const now = needs.now();
    recent = recent.filter((at) => at > now - WINDOW_MS);
    if (recent.length < REQUESTS) {
      recent.push(now);
      return null;
    }
    counts.tooMany += 1;
    const seconds = Math.max(1, Math.ceil((recent[0]! + WINDOW_MS - now) / 1000));
    const answer = json({ message: 'Too many requests. Slow down.' }, 429);
    return { ...answer, headers: { ...answer.headers, 'retry-after': String(seconds) } };
  }

  function page(key: string, rows: readonly object[], path: string, query: URLSearchParams): FakeAnswer {
    const size = Number(query.get('per_page') ?? LARGEST_PAGE);
    if (!(size >= 1 && size <= LARGEST_PAGE)) return json({ message: 'per_page is out of range' }, 422);
    const cursor = query.get('cursor');
    const number = cursor === null ? Number(query.get('page') ?? 1) : Number(atob(cursor));
    const pages = Math.max(1, Math.ceil(rows.length / size));
    const next = number < pages ? number + 1 : null;
    const link = next === null ? null : needs.cursors ? `cursor=${btoa(String(next))}` : `page=${next}`;
    const numbers = { total_pages: pages, total_entries: rows.length, next_page: next, page: number };
    return json({
      [key]: rows.slice((number - 1) * size, number * size),
      per_page: size,
      ...(needs.cursors ? {} : { ...numbers, previous_page: number > 1 ? number - 1 : null }),
      links: { next: link === null ? null : `https://api.harvestapp.com/v2${path}?per_page=${size}&${link}` },
    });
  }

  function assignments(query: URLSearchParams): FakeAnswer {
    // Only active ones are given: what is archived is not among them.
    const rows = [...state.projects.entries()].filter(([, project]) => !project.closed);
    return page(
      'project_assignments',
      rows.map(([id, project]) => ({
        id: id + 100,
        is_project_manager: false,
        is_active: true,
        budget: null,
        project: { id, name: project.name, code: project.project },
        client: { id: 5_735_776, name: project.customer, currency: 'EUR' },
        task_assignments: project.tasks.map((task) => ({
          id: Number(task.id) + 1,
          billable: true,
          is_active: true,
          hourly_rate: null,
          budget: project.budget === undefined ? null : project.budget / 60,
          task: { id: Number(task.id), name: task.name },
        })),
      })),
      '/users/me/project_assignments',
      query,
    );
  }

  function list(query: URLSearchParams): FakeAnswer {
    const has = (name: string, holds: (value: string) => boolean): boolean =>
      query.get(name) === null || holds(query.get(name)!);
    const rows = [...state.entries.values()]
      .filter(
        (entry) =>
          has('from', (from) => entry.spent_date >= from) &&
          has('to', (to) => entry.spent_date <= to) &&
          has('user_id', (user) => String(entry.user) === user) &&
          has('project_id', (project) => String(entry.project) === project) &&
          has('is_running', (running) => String(entry.timerStartedAt !== null) === running) &&
          has('external_reference_id', (id) => entry.reference?.['id'] === id),
      )
      .sort((a, b) => (a.spent_date < b.spent_date ? 1 : a.spent_date > b.spent_date ? -1 : b.id - a.id));
    return page(
      'time_entries',
      rows.map((entry) => state.shown(entry)),
      '/time_entries',
      query,
    );
  }

  function answerTo({ method, target, body: text }: FakeRequest, readOnly: boolean): FakeAnswer {
    const { pathname, searchParams } = new URL(target, 'http://harvest.invalid');
    if (method === 'GET') {
      switch (pathname) {
        case '/users/me':
          return json({ id: USER, first_name: 'Ada', last_name: 'Example', email: 'ada@example.com' });
        case '/company':
          if (needs.companyHidden) return json({ message: 'You are not allowed to do that.' }, 403);
          return json({ name: 'Acme', is_active: true, wants_timestamp_timers: clockTimes, clock: '12h' });
        case '/users/me/project_assignments':
          return assignments(searchParams);
        case '/time_entries':
          return list(searchParams);
      }
    }
    const found = /^\/time_entries(?:\/(\d+)(\/restart|\/stop|\/external_reference)?)?$/.exec(pathname);
    if (!found) return notFound();
    if (method !== 'GET' && readOnly) return json({ message: 'You are not allowed to do that.' }, 403);
    const body = objectOf(text);
    if (body === null) return json({ message: 'The body is not valid JSON.' }, 400);
    if (found[1] === undefined) return method === 'POST' ? state.create(body) : notFound();
    const entry = state.entries.get(Number(found[1]));
    return entry ? ofEntry(method, found[2] ?? '', entry, body) : notFound();
  }

  function ofEntry(method: string, verb: string, entry: HarvestEntry, body: Body): FakeAnswer {
    switch (`${method} ${verb}`) {
      case 'GET ':
        return json(state.shown(entry));
      case 'PATCH ':
        return state.update(entry, body);
      case 'DELETE ':
        return state.remove(entry);
      case 'PATCH /restart':
        return state.restart(entry);
      case 'PATCH /stop':
        return state.stop(entry);
      case 'DELETE /external_reference':
        entry.reference = null;
        return json(state.shown(entry));
      default:
        return notFound();
    }
  }

  function handle(request: FakeRequest): FakeAnswer {
    counts.requests += 1;
    const { headers } = request;
    if ((headers['user-agent'] ?? '').trim() === '')
      return json({ message: 'A User-Agent header is required.' }, 400);
    const limited = needs.limits === false ? null : tooMany();
    if (limited) return limited;
    const readOnly = headers['authorization'] === `Bearer ${READ_ONLY}`;
    // A missing or foreign account is answered like a wrong token.
    const isOpen = headers['harvest-account-id'] === String(ACCOUNT);
    if (!isOpen || !(readOnly || headers['authorization'] === `Bearer ${TOKEN}`)) {
      const words = 'The access token is expired, revoked, malformed or invalid for other reasons.';
      return json({ error: 'invalid_token', error_description: words }, 401);
    }
    return answerTo(request, readOnly);
  }

  const held = (id: string): HarvestEntry => {
    const entry = state.entries.get(Number(id));
    if (!entry) throw new Error(`no entry ${id}`);
    return entry;
  };
  function book(
    user: number,
    { date, minutes, note, unit, task }: Parameters<FakeProvider['add']>[0],
  ): string {
    const body = {
      project_id: Number(unit),
      task_id: Number(task ?? state.projects.get(Number(unit))?.tasks[0]?.id),
      spent_date: date,
      notes: note,
      hours: minutes / 60,
      started_time: '0:00',
      ended_time: `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`,
    };
    const answer = state.create(body, user);
    if (answer.status !== 201) throw new Error(answer.body);
    return String((JSON.parse(answer.body) as { id: number }).id);
  }

  return {
    id: 'harvest',
    token: TOKEN,
    readOnlyToken: READ_ONLY,
    ids: { accountId: String(ACCOUNT), personId: String(USER) },
    handle,
    counts,
    entries: () =>
      [...state.entries.values()]
        .filter(({ user }) => user === USER)
        .sort((a, b) => (a.spent_date < b.spent_date ? -1 : a.spent_date > b.spent_date ? 1 : a.id - b.id))
        .map((entry) => state.told(entry)),
    addUnit({ tasks = [{ id: '1', name: 'General' }], ...unit }) {
      if (![unit.unit, ...tasks.map(({ id }) => id)].every((id) => /^\d+$/.test(id)))
        throw new Error(`ids of Harvest are numbers: ${unit.unit}`);
      state.projects.set(Number(unit.unit), { ...unit, tasks, closed: unit.closed === true });
    },
    closeUnit(unit) {
      state.projects.get(Number(unit))!.closed = true;
    },
    add: (entry) => book(USER, entry),
    addOfColleague: (entry) => book(USER + 1, entry),
    edit(id, { minutes, note, date }) {
      const entry = held(id);
      if (note !== undefined) entry.notes = note;
      if (date !== undefined) entry.spent_date = date;
      if (minutes === undefined) return;
      entry.hours = Math.round((minutes / 60) * 100) / 100;
      if (entry.started !== null) entry.ended = entry.started + minutes;
    },
    remove: (id) => void state.entries.delete(held(id).id),
    lock(id) {
      held(id).locked = true;
    },
    raw: (id) => ({ ...held(id) }),
  };
}

const notFound = (): FakeAnswer => json({ status: 404, error: 'Not Found' }, 404);

function objectOf(text: string): Body | null {
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Body) : null;
  } catch {
    return null;
  }
}
