import { z } from 'zod';
import type { Api } from '../api.ts';
import { ProviderFailure } from '../failure.ts';
import type { Unit } from '../provider.ts';
import { readAnswer } from '../read-answer.ts';
import { listOf, NAME, togglId } from './entry-shape.ts';
import { MYSELF, ORGANISATION } from './quota.ts';
import { said } from '../../values/said.ts';

const PAGE_SIZE = 200;
/** More projects than anybody has: a server that gives the same page for ever is not followed for ever. */
const PAGES = 50;

const project = z.object({
  id: togglId,
  name: z.string(),
  client_id: togglId.nullish(),
  client_name: z.string().nullish(),
  active: z.boolean().nullish(),
  /** False: the person may see it, not book on it. */
  can_track_time: z.boolean().nullish(),
  billable: z.boolean().nullish(),
  template: z.boolean().nullish(),
  server_deleted_at: z.string().nullish(),
});
const client = z.object({ id: togglId, name: z.string() });
const task = z.object({
  id: togglId,
  name: z.string(),
  project_id: togglId.nullish(),
  pid: togglId.nullish(),
  active: z.boolean().nullish(),
});
/** A bare list, or wrapped when it comes with `meta`. */
const tasks = z.union([
  listOf(task),
  z.object({ tasks: listOf(task) }).transform((answer) => answer.tasks),
  z.object({ data: listOf(task) }).transform((answer) => answer.data),
]);
type Project = z.infer<typeof project>;

/** Projects, active and archived, and the tasks below them where the plan has tasks. */
export async function units(api: Api): Promise<readonly Unit[]> {
  const projects = (await projectsOf(api)).filter(
    (one) => one.template !== true && (one.server_deleted_at ?? '') === '',
  );
  const clients = await clientsOf(api, projects);
  const below = await tasksOf(api);
  return projects.flatMap((one) => {
    const customer = one.client_name ?? clients.get(one.client_id ?? '') ?? null;
    const names = [one.name, ...(customer === null ? [] : [customer])];
    const whole: Unit = {
      unit: one.id,
      task: null,
      names,
      billable: one.billable ?? null,
      closed: closedOf(one),
      left: null,
      capped: false,
    };
    const parts = below.filter(({ project_id, pid }) => (project_id ?? pid) === one.id);
    return [
      whole,
      ...parts.map((part) => ({
        ...whole,
        task: part.id,
        names: [part.name, ...names],
        closed: whole.closed ?? (part.active === false ? said`done` : null),
      })),
    ];
  });
}

function closedOf({ active, can_track_time }: Project): string | null {
  if (active === false) return said`archived`;
  return can_track_time === false ? said`not open to you` : null;
}

async function projectsOf(api: Api): Promise<readonly Project[]> {
  const found = new Map<string, Project>();
  for (let page = 1; page <= PAGES; page += 1) {
    const answer = await api.call({
      method: 'GET',
      path: `/workspaces/${encodeURIComponent(api.ids.workspaceId)}/projects`,
      query: { active: 'both', page, per_page: PAGE_SIZE },
      buckets: ORGANISATION,
    });
    const rows = readAnswer(NAME, answer, listOf(project));
    const known = found.size;
    for (const row of rows) found.set(row.id, row);
    if (rows.length < PAGE_SIZE || found.size === known) break;
  }
  return [...found.values()];
}

/** Names by id; not asked for when the projects tell them, or have none. */
async function clientsOf(api: Api, projects: readonly Project[]): Promise<ReadonlyMap<string, string>> {
  const unnamed = projects.some(
    (one) => (one.client_id ?? null) !== null && (one.client_name ?? null) === null,
  );
  if (!unnamed) return new Map();
  const answer = await api
    .call({
      method: 'GET',
      path: `/workspaces/${encodeURIComponent(api.ids.workspaceId)}/clients`,
      query: { status: 'both' },
      buckets: ORGANISATION,
    })
    .catch(ifNotForUs);
  const rows = answer === null ? [] : readAnswer(NAME, answer, listOf(client));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function tasksOf(api: Api): Promise<readonly z.infer<typeof task>[]> {
  const answer = await api.call({ method: 'GET', path: '/me/tasks', buckets: MYSELF }).catch(ifNotForUs);
  return answer === null ? [] : readAnswer(NAME, answer, tasks);
}

/** Plans and roles without it: there is none, and the projects are worth having without. */
function ifNotForUs(failure: unknown): null {
  if (failure instanceof ProviderFailure && (failure.kind === 'refused' || failure.kind === 'missing'))
    return null;
  throw failure;
}
