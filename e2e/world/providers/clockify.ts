// Clockify, API v1, as its vendor and those who use it describe it.
import { instant } from '#shared/values/instant.ts';
import type { LocalDay } from '#shared/values/local-day.ts';
import { atClock, dayOf } from '#shared/values/local-day.ts';
import type { ClockifyEntry, ClockifyForces } from './clockify-entry.ts';
import { json, objectOf, refusal, wrongKind } from './clockify-entry.ts';
import { ClockifyState, minutesOf, seconds, shown, USER, WORKSPACE } from './clockify-state.ts';
import type { FakeAnswer, FakeEntry, FakeNeeds, FakeProvider, FakeRequest } from './fake-provider.ts';
import { QuotaWindow } from './quota-window.ts';

const KEY = 'YzE5NzE4MDAtZDRkOC0yODYx';
const READ_ONLY = 'cmVhZC1vbmx5LWQ0ZDgtMjg2';

export interface ClockifyNeeds extends FakeNeeds {
  /** The zone of the person's settings; days of `entries()` are counted in it. */
  readonly zone?: string;
  /** `featureSubscriptionType` of the workspace. */
  readonly plan?: string | null;
  readonly forces?: ClockifyForces;
  /** False: pages do not say that they are the last one. */
  readonly lastPage?: boolean;
  /** False: projects come without their tasks, hydrated or not. */
  readonly hydrates?: boolean;
  /** More workspaces the person is in. */
  readonly otherWorkspaces?: readonly { readonly id: string; readonly name: string }[];
}

export interface FakeClockify extends FakeProvider {
  /** Another program spends requests of the workspace. */
  spend(requests: number): void;
  /** What the service holds, field by field. */
  raw(id: string): ClockifyEntry;
  /** Somebody adds what Stint knows nothing of. */
  decorate(id: string, more: Partial<Omit<ClockifyEntry, 'id'>>): void;
}

type Body = Readonly<Record<string, unknown>>;

export function makeClockify(needs: ClockifyNeeds): FakeClockify {
  const { now, zone = 'Europe/Berlin', plan = 'FREE' } = needs;
  const state = new ClockifyState(now, needs.forces ?? {}, needs.lastPage !== false);
  const paid = plan !== null && !plan.startsWith('FREE');
  const quota = paid ? new QuotaWindow(50, 1000) : new QuotaWindow(30, 3_600_000);
  const counts = { requests: 0, tooMany: 0 };

  const workspace = (one: { id: string; name: string }): object => ({
    ...one,
    featureSubscriptionType: plan,
    workspaceSettings: {
      forceProjects: needs.forces?.project === true,
      forceTasks: needs.forces?.task === true,
      forceDescription: needs.forces?.description === true,
    },
  });
  const home = { id: WORKSPACE, name: 'Acme' };

  function projectsOf(query: URLSearchParams): FakeAnswer {
    const archived = query.get('archived');
    const withTasks = query.get('hydrated') === 'true' && needs.hydrates !== false;
    const found = [...state.projects.values()].filter(
      (project) => archived === null || String(project.archived) === archived,
    );
    return state.page(
      found.map(({ tasks, ...project }) => ({
        ...project,
        workspaceId: WORKSPACE,
        billable: true,
        template: false,
        ...(withTasks
          ? {
              client: { name: project.clientName },
              tasks: tasks.map((task) => ({ ...task, status: 'ACTIVE' })),
            }
          : {}),
      })),
      query,
    );
  }

  function ofEntry(id: string, method: string, body: Body): FakeAnswer {
    const entry = state.held(id);
    if (!entry) return refusal(400, `TimeEntry with id ${id} doesn't belong to Workspace`);
    if (method === 'GET') return json(200, shown(entry));
    if (method === 'PUT') return state.put(entry, body);
    return method === 'DELETE' ? state.delete(entry) : refusal(405, 'Method not allowed', 405);
  }

  function ofUser(user: string, method: string, query: URLSearchParams, body: Body): FakeAnswer {
    if (user !== USER) return refusal(403, 'Access Denied', 403);
    if (method === 'GET') return state.list(query);
    return method === 'PATCH' ? state.stop(body) : refusal(405, 'Method not allowed', 405);
  }

  function ofWorkspace(rest: string, method: string, query: URLSearchParams, body: Body): FakeAnswer {
    const parts = rest.split('/').slice(1).map(decodeURIComponent);
    const [noun, id = '', below, more] = parts;
    if (rest === '' && method === 'GET') return json(200, workspace(home));
    if (noun === 'projects' && id === '' && method === 'GET') return projectsOf(query);
    if (noun === 'projects' && below === 'tasks' && method === 'GET') {
      const project = state.projects.get(id);
      if (!project) return refusal(400, "Project doesn't belong to Workspace");
      return state.page(
        project.tasks.map((task) => ({ ...task, projectId: id, status: 'ACTIVE' })),
        query,
      );
    }
    if (noun === 'time-entries' && id === '' && method === 'POST') return state.create(body);
    if (rest === '/time-entries/status/in-progress' && method === 'GET')
      return json(200, state.running() === null ? [] : [shown(state.running()!)]);
    if (noun === 'time-entries' && parts.length === 2) return ofEntry(id, method, body);
    if (noun === 'user' && below === 'time-entries' && more === undefined)
      return ofUser(id, method, query, body);
    return refusal(404, `No static resource v1/workspaces${rest}.`, 3000);
  }

  function answerTo(request: FakeRequest, readOnly: boolean): FakeAnswer {
    const { pathname, searchParams } = new URL(request.target, 'http://clockify.invalid');
    const reads = request.method === 'GET';
    if (reads && pathname === '/user')
      return json(200, {
        id: USER,
        name: 'Ada Example',
        email: 'ada@example.com',
        activeWorkspace: WORKSPACE,
        defaultWorkspace: WORKSPACE,
        settings: { timeZone: zone, weekStart: 'MONDAY' },
      });
    if (reads && pathname === '/workspaces')
      return json(200, [...(needs.otherWorkspaces ?? []), home].map(workspace));
    const match = /^\/workspaces\/([^/]+)(\/.*)?$/.exec(pathname);
    if (!match) return refusal(404, `No static resource v1${pathname}.`, 3000);
    if (match[1] !== WORKSPACE) return refusal(403, 'Access Denied', 403);
    if (!reads && readOnly) return refusal(403, 'Access Denied', 403);
    const body = reads || request.body === '' ? {} : objectOf(request.body);
    if (body === null) return refusal(400, 'Request body is not readable', 3002);
    return wrongKind(body) ?? ofWorkspace(match[2] ?? '', request.method, searchParams, body);
  }

  function handle(request: FakeRequest): FakeAnswer {
    counts.requests += 1;
    const key = request.headers['x-api-key'] ?? '';
    if (key === '') return refusal(401, 'Full authentication is required to access this resource', 1000);
    if (key !== KEY && key !== READ_ONLY) return refusal(401, 'Api key does not exist', 4003);
    if (needs.limits !== false && !quota.take(now())) {
      counts.tooMany += 1;
      return refusal(429, 'Too Many Requests', 429);
    }
    return answerTo(request, key === READ_ONLY);
  }

  const held = (id: string): ClockifyEntry => {
    const entry = state.held(id);
    if (!entry) throw new Error(`no entry ${id}`);
    return entry;
  };
  const noon = (date: string): number => atClock(date as LocalDay, 12, 0, zone);

  return {
    id: 'clockify',
    token: KEY,
    readOnlyToken: READ_ONLY,
    ids: { workspaceId: WORKSPACE, personId: USER },
    handle,
    counts,
    entries: () =>
      state
        .all()
        .sort((a, b) => Date.parse(a.start) - Date.parse(b.start) || a.id.localeCompare(b.id))
        .map((entry) => storyOf(entry, zone)),
    addUnit({ unit, name, customer, closed, tasks = [] }) {
      state.projects.set(unit, { id: unit, name, clientName: customer, archived: closed === true, tasks });
    },
    closeUnit(unit) {
      state.projects.get(unit)!.archived = true;
    },
    add({ date, minutes, note, unit, task }) {
      const start = noon(date);
      const answer = state.create({
        start: seconds(start),
        end: seconds(start + minutes * 60_000),
        description: note,
        projectId: unit,
        ...(task === undefined ? {} : { taskId: task }),
      });
      if (answer.status !== 201) throw new Error(answer.body);
      return (JSON.parse(answer.body) as { id: string }).id;
    },
    edit(id, { minutes, note, date }) {
      const entry = held(id);
      const length = minutes ?? minutesOf(entry);
      if (note !== undefined) entry.description = note;
      if (date !== undefined) entry.start = seconds(noon(date));
      if (date !== undefined || minutes !== undefined)
        entry.end = seconds(Date.parse(entry.start) + length * 60_000);
    },
    remove: (id) => state.remove(held(id)),
    lock(id) {
      held(id).isLocked = true;
    },
    spend: (requests) => quota.spend(requests, now()),
    raw: (id) => ({ ...held(id) }),
    decorate(id, more) {
      Object.assign(held(id), more);
    },
  };
}

function storyOf(entry: ClockifyEntry, zone: string): FakeEntry {
  return {
    id: entry.id,
    date: dayOf(instant(Date.parse(entry.start)), zone),
    minutes: minutesOf(entry),
    note: entry.description,
    reference: /\[stint ([0-9a-f]{12})\]\s*$/.exec(entry.description)?.[1] ?? null,
    unit: entry.projectId ?? '',
    task: entry.taskId,
    billable: entry.billable,
    running: entry.end === null,
  };
}
