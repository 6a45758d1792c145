import type { Interval } from '../values/interval.ts';
import { intersect } from '../values/interval.ts';
import type { Entry } from './entry.ts';

/**
 * The stretches of the day an entry accounts for: its spans, else its clock times, else none.
 * An entry without clock times can clash with nothing.
 */
export function stretchesOf(entry: Pick<Entry, 'spans' | 'startedAt' | 'endedAt'>): readonly Interval[] {
  if (entry.spans.length > 0) return entry.spans;
  if (entry.startedAt === null || entry.endedAt === null) return [];
  return [{ start: entry.startedAt, end: entry.endedAt }];
}

/**
 * The entries that account for time within the interval already, for a warning before the same hour is booked
 * twice. Deleted ones do not count; touching is no clash.
 */
export function overlapping(entries: readonly Entry[], interval: Interval): Entry[] {
  return entries.filter(
    (entry) =>
      entry.state !== 'deleted' && stretchesOf(entry).some((span) => intersect(span, interval) !== null),
  );
}
