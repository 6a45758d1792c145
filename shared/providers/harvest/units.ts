import { z } from 'zod';
import type { Api } from '../api.ts';
import type { Unit } from '../provider.ts';
import { harvestId } from './entry-shape.ts';
import { pages } from './pages.ts';
import { said } from '../../values/said.ts';

const named = z.object({ id: harvestId, name: z.string() });
const assignment = z.object({
  is_active: z.boolean().nullish(),
  project: named.extend({ code: z.string().nullish() }),
  client: named.nullish(),
  task_assignments: z
    .array(
      z.object({
        is_active: z.boolean().nullish(),
        billable: z.boolean().nullish(),
        task: named,
      }),
    )
    .nullish(),
});

/** Every task of every project the person is assigned to: one request tells them all. */
export async function units(api: Api): Promise<readonly Unit[]> {
  const found = await pages(api, '/users/me/project_assignments', {}, 'project_assignments', assignment);
  return found.flatMap(({ is_active, project, client, task_assignments }) =>
    (task_assignments ?? []).map(({ task, ...one }) => ({
      unit: project.id,
      task: task.id,
      names: [
        task.name,
        project.code ? `[${project.code}] ${project.name}` : project.name,
        ...(client ? [client.name] : []),
      ],
      billable: one.billable ?? null,
      closed: is_active === false || one.is_active === false ? said`closed` : null,
      left: null,
      capped: false,
    })),
  );
}
