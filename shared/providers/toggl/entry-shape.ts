import { z } from 'zod';
import type { RemoteEntry } from '../../entries/booking.ts';
import { parseInstant } from '../../values/instant.ts';
import type { Instant } from '../../values/instant.ts';
import type { Zone } from '../../values/local-day.ts';
import { dayOf } from '../../values/local-day.ts';
import { minutes, minutesOfMs } from '../../values/minutes.ts';
import { said } from '../../values/said.ts';
import { ProviderFailure } from '../failure.ts';
import { readNote } from '../reference.ts';

export const NAME = 'Toggl Track';

/** Ids are numbers; texts are taken too, in case they grow out of them. */
export const togglId = z.union([z.int(), z.string().min(1)]).transform(String);
const instantText = z.string().transform((text, context): Instant => {
  const at = parseInstant(text);
  if (at !== null) return at;
  context.addIssue('not an instant');
  return z.NEVER;
});

/** A time entry, as far as Stint looks at it. A running one has a negative duration. */
export const togglEntry = z.object({
  id: togglId,
  workspace_id: togglId.nullish(),
  wid: togglId.nullish(),
  project_id: togglId.nullish(),
  task_id: togglId.nullish(),
  billable: z.boolean().nullish(),
  start: instantText,
  duration: z.number().max(1e9),
  description: z.string().nullish(),
  server_deleted_at: z.string().nullish(),
});
export type TogglEntry = z.infer<typeof togglEntry>;

/** Lists that are empty come as null. */
export const listOf = <T extends z.ZodType>(row: T) =>
  z
    .array(row)
    .nullable()
    .transform((rows) => rows ?? []);

/** In our words. It has no lock of its own: what may not be changed is refused when it is tried. @param zone days are counted in. */
export function remoteOf(entry: TogglEntry, zone: Zone): RemoteEntry {
  const running = entry.duration < 0;
  return {
    id: entry.id,
    unit: entry.project_id ?? '',
    task: entry.task_id ?? null,
    date: dayOf(entry.start, zone),
    minutes: running ? minutes(0) : minutesOfMs(entry.duration * 1000),
    ...readNote(entry.description ?? ''),
    billable: entry.billable ?? null,
    locked: null,
    running,
  };
}

/** An id as Toggl takes it. @throws ProviderFailure `refused` when it is no number: it would be refused there too. */
export function numberOf(id: string, what: string): number {
  const number = /^\d{1,15}$/.test(id) ? Number(id) : null;
  if (number === null)
    throw new ProviderFailure('refused', said`Ids of Toggl Track are numbers; the ${what} "${id}" is none.`);
  return number;
}
