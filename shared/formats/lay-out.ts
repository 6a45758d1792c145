import type { Instant } from '../values/instant.ts';
import { plusMinutes } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import type { LocalDay, Zone } from '../values/local-day.ts';
import { atClock, dayInterval } from '../values/local-day.ts';
import { said } from '../values/said.ts';
import type { Skipped, TimeRecord } from './time-record.ts';

/** Time without a clock begins here; the usual start of a working day. */
const MORNING = 9;

export interface Laid {
  readonly record: TimeRecord;
  /** As long as the record's minutes, within its day, beside all others of the day. */
  readonly at: Interval;
}

/**
 * Gives every record a place on the clock of its own, for tools that know nothing else: where it was, else in the first
 * free stretch after that, else in the first one of the day. The length is always that of its minutes, which after
 * rounding and pauses is what counts. Records are of one person and have positive minutes.
 */
export function layOut(records: readonly TimeRecord[], zone: Zone): { laid: Laid[]; skipped: Skipped[] } {
  const laid: Laid[] = [];
  const skipped: Skipped[] = [];
  for (const [date, own] of byDay(records)) {
    const day = dayInterval(date, zone);
    const taken: Interval[] = [];
    // Those with a clock first: the others go around them.
    for (const record of own.toSorted(byClock)) {
      const from = record.startedAt ?? atClock(date, MORNING, 0, zone);
      const start =
        firstFree(taken, { start: from, end: day.end }, record.minutes) ??
        firstFree(taken, day, record.minutes);
      if (start === null) {
        skipped.push({
          place: date,
          reason: said`${record.minutes} minutes do not fit into that day any more`,
        });
        continue;
      }
      const at = { start, end: plusMinutes(start, record.minutes) };
      taken.push(at);
      laid.push({ record, at });
    }
  }
  return { laid: laid.toSorted((a, b) => a.at.start - b.at.start), skipped };
}

function byDay(records: readonly TimeRecord[]): Map<LocalDay, TimeRecord[]> {
  const days = new Map<LocalDay, TimeRecord[]>();
  for (const record of records) {
    const own = days.get(record.date);
    if (own) own.push(record);
    else days.set(record.date, [record]);
  }
  return days;
}

const byClock = (a: TimeRecord, b: TimeRecord): number =>
  (a.startedAt ?? Infinity) < (b.startedAt ?? Infinity) ? -1 : a.startedAt === b.startedAt ? 0 : 1;

/** The first moment in `within` from which so many minutes are free. */
function firstFree(taken: readonly Interval[], within: Interval, length: number): Instant | null {
  let start = within.start;
  for (const other of taken.toSorted((a, b) => a.start - b.start)) {
    if (other.end <= start) continue;
    if (plusMinutes(start, length) <= other.start) break;
    start = other.end;
  }
  return plusMinutes(start, length) <= within.end ? start : null;
}
