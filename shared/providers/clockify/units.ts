import { z } from 'zod';
import type { Api } from '../api.ts';
import { ProviderFailure } from '../failure.ts';
import type { Unit } from '../provider.ts';
import { workspacePath } from './entries.ts';
import { pages } from './pages.ts';
import { said } from '../../values/said.ts';

/** Tasks of so many projects are asked for one by one, where they do not come with the projects. */
const TASK_LOOKUPS = 10;

const task = z.object({ id: z.string().min(1), name: z.string(), status: z.string().nullish() });
const project = z.object({
  id: z.string().min(1),
  name: z.string(),
  clientName: z.string().nullish(),
  client: z.object({ name: z.string().nullish() }).nullish(),
  archived: z.boolean().nullish(),
  billable: z.boolean().nullish(),
  template: z.boolean().nullish(),
  /** Comes with `hydrated`. */
  tasks: z.array(task).nullish(),
});
type Project = z.infer<typeof project>;
type Task = z.infer<typeof task>;

/** Projects, active and archived, and the tasks below them. */
export async function units(api: Api): Promise<readonly Unit[]> {
  const path = `${workspacePath(api)}/projects`;
  const projects = (await pages(api, path, { hydrated: true }, project)).filter(
    ({ template }) => template !== true,
  );
  const lookedUp = await tasksLookedUp(api, projects);
  return projects.flatMap((one) => unitsOf(one, one.tasks ?? lookedUp.get(one.id) ?? []));
}

function unitsOf(one: Project, tasks: readonly Task[]): readonly Unit[] {
  const customer = one.client?.name || one.clientName;
  const names = [one.name, ...(customer ? [customer] : [])];
  const whole: Unit = {
    unit: one.id,
    task: null,
    names,
    billable: one.billable ?? null,
    closed: one.archived === true ? said`archived` : null,
    left: null,
    capped: false,
  };
  const parts = tasks.map(({ id, name, status }) => ({
    ...whole,
    task: id,
    names: [name, ...names],
    closed: whole.closed ?? (status?.toUpperCase() === 'DONE' ? said`done` : null),
  }));
  return [whole, ...parts];
}

/** Projects are worth having without tasks: when a quota or a role is in the way, there are none. */
async function tasksLookedUp(
  api: Api,
  projects: readonly Project[],
): Promise<ReadonlyMap<string, readonly Task[]>> {
  const found = new Map<string, readonly Task[]>();
  const bare = projects.filter((one) => one.archived !== true && (one.tasks ?? null) === null);
  for (const { id } of bare.slice(0, TASK_LOOKUPS)) {
    const path = `${workspacePath(api)}/projects/${encodeURIComponent(id)}/tasks`;
    const tasks = await pages(api, path, {}, task).catch(ifNotForUs);
    if (tasks === null) break;
    found.set(id, tasks);
  }
  return found;
}

function ifNotForUs(failure: unknown): null {
  if (failure instanceof ProviderFailure && ['refused', 'missing', 'limited'].includes(failure.kind))
    return null;
  throw failure;
}
