// Toggl Track, API v9, as its vendor and those who use it describe it.
import { instant } from '#shared/values/instant.ts';
import type { LocalDay } from '#shared/values/local-day.ts';
import { atClock, dayOf } from '#shared/values/local-day.ts';
import type { FakeAnswer, FakeEntry, FakeNeeds, FakeProvider, FakeRequest } from './fake-provider.ts';
import { LeakyBucket, QuotaWindow } from './quota-window.ts';
import type { TogglEntry, TogglRequires } from './toggl-entry.ts';
import { json, objectOf, plain, quoted, rows, wrongKind } from './toggl-entry.ts';
import { seconds, shown, TogglState, USER, WORKSPACE } from './toggl-state.ts';

const TOKEN = '1971800d4d82861d8f2c1651fea4d212';
const READ_ONLY = 'aa71800d4d82861d8f2c1651fea4d2ff';
const ORGANISATION = 9_100_001;
const HOUR_MS = 3_600_000;
const QUOTAS = { free: 30, starter: 240, premium: 600 } as const;

export interface TogglNeeds extends FakeNeeds {
  /** The zone of the person's profile; days of `entries()` are counted in it. */
  readonly zone?: string;
  readonly plan?: keyof typeof QUOTAS;
  readonly requires?: TogglRequires;
  /** More workspaces the person is in. */
  readonly otherWorkspaces?: readonly { readonly id: number; readonly name: string }[];
}

export interface FakeToggl extends FakeProvider {
  /** Another program of the same person spends requests of a quota. */
  spend(quota: 'org' | 'user', requests: number): void;
  /** What the service holds, field by field. */
  raw(id: string): TogglEntry;
  /** Somebody adds what Stint knows nothing of. */
  decorate(id: string, more: Pick<TogglEntry, 'tags' | 'tag_ids'>): void;
}

type Body = Readonly<Record<string, unknown>>;

export function makeToggl(needs: TogglNeeds): FakeToggl {
  const { now, zone = 'Europe/Berlin', plan = 'free' } = needs;
  const state = new TogglState(now, needs.requires ?? {});
  const quotas = { org: new QuotaWindow(QUOTAS[plan], HOUR_MS), user: new QuotaWindow(30, HOUR_MS) };
  // About one a second, with room for one that comes early.
  const bucket = new LeakyBucket(2, 1);
  const counts = { requests: 0, tooMany: 0 };

  function ofMyself(rest: string, query: URLSearchParams): FakeAnswer {
    const workspaces = [{ id: WORKSPACE, name: 'Acme' }, ...(needs.otherWorkspaces ?? [])];
    switch (rest) {
      case '':
        return json({
          id: USER,
          fullname: 'Ada Example',
          email: 'ada@example.com',
          default_workspace_id: WORKSPACE,
          timezone: zone,
          beginning_of_week: 1,
        });
      case '/workspaces':
        return json(
          workspaces.map((one) => ({
            ...one,
            organization_id: ORGANISATION,
            premium: plan !== 'free',
            business_ws: plan === 'premium',
            role: 'user',
          })),
        );
      case '/quota':
        return json([
          { organization_id: ORGANISATION, ...quotaRow('org'), total: QUOTAS[plan] },
          { organization_id: null, ...quotaRow('user'), total: 30 },
        ]);
      case '/tasks': {
        const tasks = [...state.projects.values()].flatMap((project) =>
          project.tasks.map((task) => ({ ...task, project_id: project.id, active: true })),
        );
        if (tasks.length === 0 && plan === 'free') return quoted(402, 'Tasks need a paid plan');
        return rows(tasks);
      }
      case '/time_entries':
        return state.list(query);
      case '/time_entries/current': {
        const entry = state.running();
        return json(entry && shown(entry));
      }
      default: {
        const entry = state.held(Number(/^\/time_entries\/(\d+)$/.exec(rest)?.[1]));
        return entry ? json(shown(entry)) : plain(404, 'Time entry not found');
      }
    }
  }

  const quotaRow = (name: 'org' | 'user'): object => ({
    remaining: quotas[name].remaining,
    resets_in_secs: quotas[name].resetsIn(now()),
  });

  function projectsOf(query: URLSearchParams): FakeAnswer {
    const active = query.get('active') ?? 'true';
    const [page, size] = [Number(query.get('page') ?? 1), Number(query.get('per_page') ?? 151)];
    if (!(size >= 1 && size <= 200)) return quoted(400, 'per_page must be between 1 and 200');
    const found = [...state.projects.values()].filter(
      (project) => active === 'both' || String(project.active) === active,
    );
    return rows(
      found.slice((page - 1) * size, page * size).map((project) => ({
        id: project.id,
        workspace_id: WORKSPACE,
        client_id: project.clientId,
        name: project.name,
        active: project.active,
        status: project.active ? 'active' : 'archived',
        billable: plan === 'free' ? null : true,
        template: null,
      })),
    );
  }

  function ofWorkspace(rest: string, method: string, query: URLSearchParams, body: Body): FakeAnswer {
    if (method === 'GET' && rest === '/projects') return projectsOf(query);
    if (method === 'GET' && rest === '/clients')
      return rows(state.clients.map((name, index) => ({ id: index + 1, wid: WORKSPACE, name })));
    if (method === 'POST' && rest === '/time_entries') return state.create(body);
    const match = /^\/time_entries\/(\d+)(\/stop)?$/.exec(rest);
    if (!match) return plain(404, '404 page not found');
    const entry = state.held(Number(match[1]));
    return entry
      ? state.change(method, entry, match[2] !== undefined, body)
      : plain(404, 'Time entry not found');
  }

  /** 429 as nginx says it, or 402 with the words of a quota; null: within all limits. */
  function tooMany(quota: 'org' | 'user'): FakeAnswer | null {
    const at = now();
    if (!bucket.take(at)) {
      counts.tooMany += 1;
      const body = '<html><head><title>429 Too Many Requests</title></head><body>nginx</body></html>';
      return { status: 429, headers: { 'content-type': 'text/html' }, body };
    }
    if (quotas[quota].take(at)) return null;
    counts.tooMany += 1;
    const words = 'You have hit your hourly limit for API calls.';
    return plain(402, `${words} Your quota will reset in ${quotas[quota].resetsIn(at)} seconds.`);
  }

  function answerTo(request: FakeRequest, readOnly: boolean): FakeAnswer {
    const { pathname, searchParams } = new URL(request.target, 'http://toggl.invalid');
    const reads = request.method === 'GET';
    if (isMine(pathname))
      return reads ? ofMyself(pathname.slice(3), searchParams) : plain(405, 'Method Not Allowed');
    const match = /^\/workspaces\/([^/]+)(\/.*)$/.exec(pathname);
    if (!match) return plain(404, '404 page not found');
    if (match[1] !== String(WORKSPACE)) return quoted(403, 'User does not have access to this workspace');
    if (!reads && readOnly) return quoted(403, 'User does not have permission to write');
    const body = reads || request.body === '' ? {} : objectOf(request.body);
    if (body === null) return quoted(400, 'JSON is not valid');
    return wrongKind(body) ?? ofWorkspace(match[2]!, request.method, searchParams, body);
  }

  function handle(request: FakeRequest): FakeAnswer {
    counts.requests += 1;
    const basic = (request.headers['authorization'] ?? '').replace(/^Basic /, '');
    const credentials = Buffer.from(basic, 'base64').toString();
    const readOnly = credentials === `${READ_ONLY}:api_token`;
    if (!readOnly && credentials !== `${TOKEN}:api_token`) return { status: 401, headers: {}, body: '' };
    if (needs.limits === false) return answerTo(request, readOnly);
    const quota = isMine(request.target) ? 'user' : 'org';
    const answer = tooMany(quota) ?? answerTo(request, readOnly);
    if (answer.status === 429) return answer;
    return {
      ...answer,
      headers: {
        ...answer.headers,
        'x-toggl-quota-remaining': String(quotas[quota].remaining),
        'x-toggl-quota-resets-in': String(quotas[quota].resetsIn(now())),
      },
    };
  }

  const held = (id: string): TogglEntry => {
    const entry = state.held(Number(id));
    if (!entry) throw new Error(`no entry ${id}`);
    return entry;
  };
  const noon = (date: string): string => seconds(atClock(date as LocalDay, 12, 0, zone));

  return {
    id: 'toggl',
    token: TOKEN,
    readOnlyToken: READ_ONLY,
    ids: { workspaceId: String(WORKSPACE) },
    handle,
    counts,
    entries: () =>
      state
        .living()
        .sort((a, b) => Date.parse(a.start) - Date.parse(b.start) || a.id - b.id)
        .map((entry) => storyOf(entry, zone)),
    addUnit({ unit, name, customer, closed, tasks = [] }) {
      if (!state.clients.includes(customer)) state.clients.push(customer);
      state.projects.set(numeric(unit), {
        id: numeric(unit),
        name,
        clientId: state.clients.indexOf(customer) + 1,
        active: closed !== true,
        tasks: tasks.map((task) => ({ id: numeric(task.id), name: task.name })),
      });
    },
    closeUnit(unit) {
      state.projects.get(numeric(unit))!.active = false;
    },
    add({ date, minutes, note, unit, task }) {
      const answer = state.create({
        created_with: 'Toggl Web',
        workspace_id: WORKSPACE,
        start: noon(date),
        duration: minutes * 60,
        project_id: numeric(unit),
        task_id: task === undefined ? null : numeric(task),
        description: note,
      });
      if (answer.status !== 200) throw new Error(answer.body);
      return String((JSON.parse(answer.body) as { id: number }).id);
    },
    edit(id, { minutes, note, date }) {
      const entry = held(id);
      const refused = state.write(entry, {
        ...(note === undefined ? {} : { description: note }),
        ...(date === undefined ? {} : { start: noon(date) }),
        ...(minutes === undefined ? {} : { duration: minutes * 60 }),
      });
      if (refused) throw new Error(refused.body);
    },
    remove: (id) => state.remove(held(id)),
    lock(id) {
      state.locked.add(held(id).id);
    },
    spend: (quota, requests) => quotas[quota].spend(requests, now()),
    raw: (id) => ({ ...held(id) }),
    decorate(id, more) {
      Object.assign(held(id), more);
    },
  };
}

/** Requests about the person have a quota of their own. */
const isMine = (target: string): boolean => /^\/me([/?]|$)/.test(target);

function storyOf(entry: TogglEntry, zone: string): FakeEntry {
  const note = entry.description ?? '';
  return {
    id: String(entry.id),
    date: dayOf(instant(Date.parse(entry.start)), zone),
    minutes: entry.duration < 0 ? 0 : Math.round(entry.duration / 60),
    note,
    reference: /\[stint ([0-9a-f]{12})\]\s*$/.exec(note)?.[1] ?? null,
    unit: entry.project_id === null ? '' : String(entry.project_id),
    task: entry.task_id === null ? null : String(entry.task_id),
    billable: entry.billable,
    running: entry.duration < 0,
  };
}

function numeric(text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`ids of Toggl are numbers: ${text}`);
  return Number(text);
}
