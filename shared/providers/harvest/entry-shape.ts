import { z } from 'zod';
import type { RemoteEntry } from '../../entries/booking.ts';
import { parseLocalDay } from '../../values/local-day.ts';
import type { LocalDay } from '../../values/local-day.ts';
import type { Minutes } from '../../values/minutes.ts';
import { minutes } from '../../values/minutes.ts';
import { said } from '../../values/said.ts';
import { ProviderFailure } from '../failure.ts';

export const NAME = 'Harvest';
/** Tells our references from those of other programs. */
export const GROUP = 'stint';

/** Ids are numbers; texts are taken too, in case they grow out of them. */
export const harvestId = z.union([z.int(), z.string().min(1)]).transform(String);
const thing = z.object({ id: harvestId });
const spentDate = z.string().transform((text, context): LocalDay => {
  const day = parseLocalDay(text);
  if (day !== null) return day;
  context.addIssue('not a day');
  return z.NEVER;
});

/** A time entry, as far as Stint looks at it. */
export const harvestEntry = z.object({
  id: harvestId,
  spent_date: spentDate,
  hours: z.number().min(-1e5).max(1e5).nullish(),
  notes: z.string().nullish(),
  project: thing,
  task: thing.nullish(),
  billable: z.boolean().nullish(),
  is_locked: z.boolean().nullish(),
  locked_reason: z.string().nullish(),
  is_closed: z.boolean().nullish(),
  is_billed: z.boolean().nullish(),
  is_running: z.boolean().nullish(),
  /** Only where time is tracked by start and end: `8:00am`, or `08:00`. */
  started_time: z.string().nullish(),
  external_reference: z
    .object({
      id: z.union([z.string(), z.number()]).transform(String).nullish(),
      group_id: z.union([z.string(), z.number()]).transform(String).nullish(),
    })
    .nullish(),
});
export type HarvestEntry = z.infer<typeof harvestEntry>;

/** In our words. */
export const remoteOf = (entry: HarvestEntry): RemoteEntry => ({
  id: entry.id,
  unit: entry.project.id,
  task: entry.task?.id ?? null,
  date: entry.spent_date,
  minutes: minutesOfHours(entry.hours ?? 0),
  note: (entry.notes ?? '').replaceAll('\r\n', '\n'),
  reference: referenceIn(entry),
  billable: entry.billable ?? null,
  locked: lockOf(entry),
  running: entry.is_running === true,
});

/**
 * Hours as they are sent. Harvest keeps two decimals, 36 seconds: whether it rounds or cuts, the minutes that come back
 * are the ones that went out. Four decimals are sent, so that an account that keeps more of them bills a third of an
 * hour and not 33 hundredths.
 */
export const hoursOf = (value: Minutes): number => Math.round((value / 60) * 10_000) / 10_000;

/** Hours as they come back, to whole minutes. */
export const minutesOfHours = (hours: number): Minutes => minutes(Math.round(hours * 60));

/** Ours; what another program refers to is not. */
function referenceIn({ external_reference: reference }: HarvestEntry): string | null {
  const id = reference?.id ?? null;
  const group = reference?.group_id ?? null;
  if (id === null || !/^[0-9a-f]{12}$/.test(id)) return null;
  return group === GROUP || group === null || group === '' ? id : null;
}

function lockOf(entry: HarvestEntry): string | null {
  if (entry.is_billed === true) return said`invoiced`;
  if (entry.is_closed === true) return said`approved`;
  if (entry.is_locked === true) return entry.locked_reason || said`locked`;
  return null;
}

/** An id as Harvest takes it. @throws ProviderFailure `refused` when it is no number: it would be refused there too. */
export function numberOf(id: string, what: string): number {
  if (!/^\d{1,15}$/.test(id))
    throw new ProviderFailure('refused', said`Ids of Harvest are numbers; the ${what} "${id}" is none.`);
  return Number(id);
}
