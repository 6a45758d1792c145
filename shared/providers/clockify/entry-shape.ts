import { z } from 'zod';
import type { RemoteEntry } from '../../entries/booking.ts';
import { parseInstant } from '../../values/instant.ts';
import type { Instant } from '../../values/instant.ts';
import type { Zone } from '../../values/local-day.ts';
import { dayOf } from '../../values/local-day.ts';
import { minutes, minutesOfMs } from '../../values/minutes.ts';
import { readNote } from '../reference.ts';
import { said } from '../../values/said.ts';

export const NAME = 'Clockify';

const instantText = z.string().transform((text, context): Instant => {
  const at = parseInstant(text);
  if (at !== null) return at;
  context.addIssue('not an instant');
  return z.NEVER;
});

const customField = z.object({ customFieldId: z.string(), value: z.unknown() });

/** A time entry, as far as Stint looks at it. A running one has no end; the spelling of `duration` is not relied on. */
export const clockifyEntry = z.object({
  id: z.string().min(1),
  description: z.string().nullish(),
  projectId: z.string().nullish(),
  taskId: z.string().nullish(),
  tagIds: z.array(z.string()).nullish(),
  billable: z.boolean().nullish(),
  timeInterval: z.object({ start: instantText, end: instantText.nullish() }),
  isLocked: z.boolean().nullish(),
  approvalRequestId: z.string().nullish(),
  type: z.string().nullish(),
  customFieldValues: z.array(customField).nullish(),
});
export type ClockifyEntry = z.infer<typeof clockifyEntry>;

/** Breaks and leave stand among the entries, but are no work that could be booked. */
export const isWork = ({ type }: ClockifyEntry): boolean => !/^(BREAK|TIME_?OFF|HOLIDAY)$/i.test(type ?? '');

/** In our words. @param zone days are counted in. */
export function remoteOf(entry: ClockifyEntry, zone: Zone): RemoteEntry {
  const { start, end } = entry.timeInterval;
  const running = (end ?? null) === null;
  return {
    id: entry.id,
    unit: entry.projectId ?? '',
    task: entry.taskId || null,
    date: dayOf(start, zone),
    minutes: running ? minutes(0) : minutesOfMs(Math.max(0, end! - start)),
    ...readNote(entry.description ?? ''),
    billable: entry.billable ?? null,
    locked: lockOf(entry),
    running,
  };
}

function lockOf({ approvalRequestId, isLocked }: ClockifyEntry): string | null {
  if ((approvalRequestId ?? '') !== '') return said`approved`;
  return isLocked === true ? said`locked` : null;
}
