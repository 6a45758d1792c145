import type { Instant } from '../values/instant.ts';
import { plusMinutes } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import { coveredMs, lengthMs, union } from '../values/interval.ts';
import { dayInterval } from '../values/local-day.ts';
import type { Minutes } from '../values/minutes.ts';
import { formatShort, minutes, minutesOfMs } from '../values/minutes.ts';
import { Problem } from '../values/problem.ts';
import { said } from '../values/said.ts';
import type { Entry } from './entry.ts';
import { stretchesOf } from './overlap.ts';

/** New minutes, new times, or both; times come in pairs. */
export interface NewLength {
  readonly minutes?: Minutes;
  readonly startedAt?: Instant;
  readonly endedAt?: Instant;
  /** Start of the stretch that the times are for, of an entry that has several; left out: of the whole entry. */
  readonly stretch?: Instant;
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
  if (patch.stretch !== undefined) return lengthOfStretch(entry, patch.stretch, startedAt, endedAt);
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

/**
 * One stretch of an entry elsewhere, longer or shorter; the others stay where they are.
 * @throws Problem `conflict` when no stretch starts there, `usage` when the times make no sense.
 */
function lengthOfStretch(entry: Entry, at: Instant, start: Instant | null, end: Instant | null): Length {
  const stretches = stretchesOf(entry);
  if (!stretches.some((stretch) => stretch.start === at)) {
    throw new Problem(
      'conflict',
      said`This stretch of the entry is not there any more. Nothing was written.`,
      said`Look at the day again and repeat your change.`,
    );
  }
  const { spans, minutes: length } = moveStretch(
    { spans: stretches, minutes: entry.minutes },
    at,
    assertStretch(entry, start, end),
  );
  return {
    spans,
    startedAt: spans[0]!.start,
    endedAt: spans.at(-1)!.end,
    minutes: length,
    ...(entry.source === 'manual' ? { rawMinutes: length } : {}),
  };
}

/**
 * What an entry covers once the stretch that starts at `at` is `next`. Merely moved, it keeps its minutes, rounded as
 * they may be; otherwise it has those of its one stretch, or as many more or fewer as its stretches grew or shrank.
 */
export function moveStretch(
  entry: { readonly spans: readonly Interval[]; readonly minutes: number },
  at: Instant,
  next: Interval,
): { spans: Interval[]; minutes: Minutes } {
  const others = entry.spans.filter((stretch) => stretch.start !== at);
  const spans = union([...others, next]);
  const grown = coveredMs(spans) - coveredMs(entry.spans);
  if (grown === 0) return { spans, minutes: minutes(entry.minutes) };
  const length = others.length === 0 ? minutesOfMs(lengthMs(next)) : entry.minutes + minutesOfMs(grown);
  return { spans, minutes: minutes(Math.max(1, length)) };
}

function lengthOfTimes(entry: Entry, start: Instant | null, end: Instant | null, wanted?: Minutes): Length {
  const stretch = assertStretch(entry, start, end);
  const length = minutesOfMs(lengthMs(stretch));
  const given = wanted ?? length;
  if (given > length) {
    throw new Problem(
      'usage',
      said`${formatShort(given)} do not fit between these times, which are ${formatShort(length)} apart.`,
      said`Give fewer minutes, or a later end.`,
    );
  }
  const raw = entry.source === 'manual' ? { rawMinutes: given } : {};
  return { ...raw, minutes: given, startedAt: stretch.start, endedAt: stretch.end, spans: [stretch] };
}

/** Both times, in order, on the day of the entry. @throws Problem `usage`. */
function assertStretch(entry: Entry, start: Instant | null, end: Instant | null): Interval {
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
  return { start, end };
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
