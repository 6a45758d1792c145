import { z } from 'zod';
import { jsonObject, remoteId, whyNot } from './json-object.ts';
import { said } from '../../values/said.ts';

/** A project as `project-mapping.json` of claude-time knows it. Null: the file says nothing of it. */
export interface MappedProject {
  readonly key: string;
  readonly customer: string | null;
  readonly budgetHours: number | null;
  readonly hourlyRate: number | null;
  readonly currency: string | null;
  /** Prefix of its tickets in Linear, in capitals. */
  readonly linearTeam: string | null;
  /** Id of the Productive service its time is booked on. */
  readonly service: string | null;
}

const words = z
  .string()
  .trim()
  .max(200)
  .nullish()
  .transform((text) => text || null);
const amount = z.number().min(0).max(1e6).nullish();

const project = z.object({
  customer: words,
  budget_hours: amount,
  hourly_rate: amount,
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullish(),
  linear_team: z
    .string()
    .trim()
    .regex(/^([A-Za-z][A-Za-z0-9]+)?$/)
    .nullish()
    .transform((team) => team?.toUpperCase() || null),
  productive_service_id: remoteId,
});

/**
 * Reads `project-mapping.json` (requirements document 1): projects by key. A project that makes no sense is skipped and
 * named with the reason; the others are taken.
 * @throws Problem `usage` when the text is no JSON object.
 */
export function readProjectMapping(text: string): {
  readonly projects: readonly MappedProject[];
  readonly skipped: readonly string[];
} {
  const projects: MappedProject[] = [];
  const skipped: string[] = [];
  for (const [name, value] of Object.entries(jsonObject(text, 'project-mapping.json'))) {
    const key = name.trim();
    const read = project.safeParse(value);
    if (key === '' || key.length > 200)
      skipped.push(said`"${key.slice(0, 40)}": that is no key of a project`);
    else if (!read.success) skipped.push(said`${key}: ${whyNot(read.error)}`);
    else {
      const { data } = read;
      projects.push({
        key,
        customer: data.customer,
        budgetHours: data.budget_hours ?? null,
        hourlyRate: data.hourly_rate ?? null,
        currency: data.currency ?? null,
        linearTeam: data.linear_team,
        service: data.productive_service_id,
      });
    }
  }
  return { projects, skipped };
}
