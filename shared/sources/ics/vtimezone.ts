import type { Instant } from '../../values/instant.ts';
import { instant } from '../../values/instant.ts';
import type { Interval } from '../../values/interval.ts';
import type { Properties } from './properties.ts';
import { recur } from './recurrence.ts';
import { readRule } from './rule.ts';
import type { Steps } from './steps.ts';
import type { Wall, WallClock } from './wall.ts';
import { DAY_MS, readWritten, utcClock } from './wall.ts';

/** At `wall` (by the old offset) the clocks were set to the new one. */
interface Onset {
  readonly wall: Wall;
  readonly from: number;
  readonly to: number;
}

/** How long before the window clocks were last set at the latest, where they are set at all. */
const LOOK_BACK_MS = 800 * DAY_MS;

/**
 * The clocks of a zone that a calendar itself describes (RFC 5545 §3.6.5), right around the window.
 * @throws Error where it describes none, TooMuchWork where that would never end.
 */
export function describedClock(zone: Properties, window: Interval, steps: Steps): WallClock {
  const onsets = zone.inner
    .filter(({ kind }) => kind === 'standard' || kind === 'daylight')
    .flatMap(({ properties }) => onsetsOf(properties, window, steps))
    .sort((a, b) => a.wall - b.wall || a.to - b.to);
  const [first] = onsets;
  if (first === undefined) throw new Error('no offsets');
  const last = (fits: (onset: Onset) => boolean): Onset | undefined => onsets.findLast(fits);
  return {
    toWall(at: Instant) {
      const onset = last(({ wall, from }) => wall - from <= at);
      return at + (onset ? onset.to : first.from);
    },
    toInstant(wall) {
      const onset = last((one) => one.wall <= wall);
      if (!onset) return instant(wall - first.from);
      // Clocks that are set forward skip what follows; it is read by the old offset.
      const skipped = wall < onset.wall + onset.to - onset.from;
      return instant(wall - (skipped ? onset.from : onset.to));
    },
  };
}

function onsetsOf(properties: Properties, window: Interval, steps: Steps): Onset[] {
  const start = readWritten(properties.text('dtstart'));
  const [from, to] = [offsetOf(properties.text('tzoffsetfrom')), offsetOf(properties.text('tzoffsetto'))];
  if (start === null || from === null || to === null) throw new Error('no offsets');
  const walls = [start.wall];
  const [begin, end] = [window.start - LOOK_BACK_MS, window.end + LOOK_BACK_MS];
  for (const property of properties.all('rrule')) {
    const rule = readRule(property, utcClock);
    // Once it has ended, the end stands for the last time, so that what came last is known.
    const until = rule.until === null ? null : rule.until + from;
    if (until !== null && until < begin) walls.push(until);
    else walls.push(...recur({ ...rule, until }, start.wall, begin, end, steps));
  }
  for (const value of properties.all('rdate').flatMap((property) => property.values)) {
    const written = readWritten(String(value));
    if (written !== null) walls.push(written.utc ? written.wall + from : written.wall);
  }
  return walls.map((wall) => ({ wall, from, to }));
}

/** Milliseconds of `+01:00`, `-00:44:30`. */
function offsetOf(text: string): number | null {
  const match = /^([+-])(\d{2}):?(\d{2})(?::?(\d{2}))?$/.exec(text);
  if (!match) return null;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
  return (match[1] === '-' ? -seconds : seconds) * 1000;
}
