import { minutes } from '../values/minutes.ts';
import { said } from '../values/said.ts';
import type { Skipped, TimeRecord } from './time-record.ts';

/**
 * For tools that know no negative time: what was taken back (corrections) is taken out of the time of the same person,
 * day and ticket, the latest first. What is taken back from nothing is left out and named.
 */
export function netRecords(records: readonly TimeRecord[]): { records: TimeRecord[]; skipped: Skipped[] } {
  const left = records.filter((record) => record.minutes > 0).map((record) => ({ ...record }));
  const skipped: Skipped[] = [];
  for (const taken of records.filter((record) => record.minutes < 0)) {
    let rest = Math.abs(taken.minutes);
    for (const record of left.filter((one) => belongsWith(one, taken)).toReversed()) {
      const part = Math.min(rest, record.minutes);
      record.minutes = minutes(record.minutes - part);
      rest -= part;
    }
    if (rest > 0)
      skipped.push({
        place: taken.date,
        reason: said`${rest} minutes taken back from ${taken.ticket ?? 'no ticket'} are more than that day has on it`,
      });
  }
  return { records: left.filter((record) => record.minutes > 0), skipped };
}

const belongsWith = (a: TimeRecord, b: TimeRecord): boolean =>
  a.user === b.user && a.date === b.date && a.ticket === b.ticket && a.project === b.project;
