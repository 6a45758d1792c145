import type { Instant } from '../values/instant.ts';
import { plusMinutes } from '../values/instant.ts';
import { lengthMs } from '../values/interval.ts';
import { dayInterval } from '../values/local-day.ts';
import type { Minutes } from '../values/minutes.ts';
import { formatShort, minutesOfMs } from '../values/minutes.ts';
import { Problem } from '../values/problem.ts';
import { said } from '../values/said.ts';
import type { Entry } from './entry.ts';

/** New minutes, new times, or both; times come in pairs. */
export interface NewLength {
  readonly minutes?: Minutes;
  readonly startedAt?: Instant;
  readonly endedAt?: Instant;
}

/** The fields of an entry that say how long it is and when. */
type Length = Partial<Pick<Entry, 'minutes' | 'rawMinutes' | 'startedAt' | 'endedAt' | 'spans'>>;

/**
 * Minutes and times belong together: new clock times set the minutes, new minutes move the end of an entry typed
 * with clock times. Raw minutes and spans of derived time stay: they are what was observed.
 * @throws Problem `usage` when they do not fit each other or the day.
 */
export function lengthAfter(entry: Entry, patch: NewLength): Length {
  const { startedAt = entry.startedAt, endedAt = entry.endedAt } = patch;
  // Forms send all their fields: times that are the old ones are not a change.
  if (startedAt !== entry.startedAt || endedAt !== entry.endedAt) {
    return lengthOfTimes(entry, startedAt, endedAt, patch.minutes);
  }
  if (patch.minutes === undefined || patch.minutes === entry.minutes) return {};
  if (entry.source !== 'manual') return { minutes: patch.minutes };
  const typed = { minutes: patch.minutes, rawMinutes: patch.minutes };
  if (startedAt === null || patch.minutes <= 0) return typed;
  const end = plusMinutes(startedAt, patch.minutes);
  if (end > dayInterval(entry.date, entry.zone).end) {
    throw new Problem(
      'usage',
      said`From its start on, ${formatShort(patch.minutes)} go past midnight.`,
      said`Move the start, or write one entry for each day.`,
    );
  }
  return { ...typed, endedAt: end, spans: [{ start: startedAt, end }] };
}

function lengthOfTimes(entry: Entry, start: Instant | null, end: Instant | null, wanted?: Minutes): Length {
  if (start === null || end === null || end <= start) {
    throw new Problem(
      'usage',
      said`Start and end make no stretch of time.`,
      said`Give both, the end after the start.`,
    );
  }
  const day = dayInterval(entry.date, entry.zone);
  if (start < day.start || end > day.end) {
    throw new Problem(
      'usage',
      said`These times are not on ${entry.date}.`,
      said`Give times of that day; what goes past midnight is an entry of the next day.`,
    );
  }
  const length = minutesOfMs(end - start);
  const minutes = wanted ?? length;
  if (minutes > length) {
    throw new Problem(
      'usage',
      said`${formatShort(minutes)} do not fit between these times, which are ${formatShort(length)} apart.`,
      said`Give fewer minutes, or a later end.`,
    );
  }
  const raw = entry.source === 'manual' ? { rawMinutes: minutes } : {};
  return { ...raw, minutes, startedAt: start, endedAt: end, spans: [{ start, end }] };
}

/** At least a minute, at most the day it is on. @throws Problem `usage`. */
export function assertSensibleMinutes(entry: Pick<Entry, 'minutes' | 'date' | 'zone'>): void {
  if (entry.minutes <= 0) {
    throw new Problem(
      'usage',
      said`An entry of ${formatShort(entry.minutes)} accounts for nothing.`,
      said`Give at least one minute, or delete the entry.`,
    );
  }
  const longest = minutesOfMs(lengthMs(dayInterval(entry.date, entry.zone)));
  if (entry.minutes > longest) {
    throw new Problem(
      'usage',
      said`${formatShort(entry.minutes)} are more than ${entry.date} has: ${formatShort(longest)}.`,
      said`Give fewer minutes, or spread them over several days.`,
    );
  }
}
