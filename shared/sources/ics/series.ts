import type { CalendarEvent } from '../../evidence/calendar-event.ts';
import type { Instant } from '../../values/instant.ts';
import { formatInstant, instant } from '../../values/instant.ts';
import type { Interval } from '../../values/interval.ts';
import type { Meeting } from './meeting.ts';
import { instantOf, momentsOf, onClockOf } from './moment.ts';
import { recur } from './recurrence.ts';
import { readRule } from './rule.ts';
import type { Steps } from './steps.ts';
import type { Wall } from './wall.ts';
import { DAY_MS, startOfDay } from './wall.ts';

/** An event as it is read, before anybody said whether they were there. */
export type ReadEvent = Omit<CalendarEvent, 'source' | 'attended'>;

/** A start of a series, on its clock; `end` where it has one of its own. */
interface Planned {
  readonly wall: Wall;
  readonly end: Instant | null;
}

/**
 * All events of one UID that overlap the window, exceptions in place of what they replace (RFC 5545 §3.8.4.4, §3.8.5).
 * @param meetings the event and its exceptions, in any order; copies too.
 * @throws TooMuchWork when it repeats too often; Error when its rule says what no rule can.
 */
export function eventsOf(meetings: readonly Meeting[], window: Interval, steps: Steps): ReadEvent[] {
  const master = newest(meetings.filter((one) => one.replaces === null));
  const exceptions = exceptionsOf(meetings, master);
  if (master === null)
    return within(
      exceptions.map(({ event }) => event),
      window,
    );
  if (!repeats(master)) {
    return within(
      [eventAt(master, master.start.wall, null, master.uid, null), ...exceptions.map(({ event }) => event)],
      window,
    );
  }
  const replaced = new Set(exceptions.map(({ planned }) => planned));
  const later = exceptions.filter(({ meeting }) => meeting.andLater);
  const events = startsOf(master, later, window, steps).flatMap(({ wall, end }) => {
    const planned = master.start.clock.toInstant(wall);
    if (replaced.has(planned)) return [];
    const change = later.findLast((one) => one.planned <= planned);
    const id = idOf(master, wall);
    if (!change) return [eventAt(master, wall, end, id, seriesOf(master))];
    return [
      eventAt(change.meeting, change.meeting.start.wall + wall - change.wall, null, id, seriesOf(master)),
    ];
  });
  return within([...events, ...exceptions.map(({ event }) => event)], window);
}

/** An exception, with the planned start that it replaces: as an instant, and on the clock of its series. */
interface Exception {
  readonly meeting: Meeting;
  readonly planned: Instant;
  readonly wall: Wall;
  readonly event: ReadEvent;
}

/** The newest copy of each exception, by planned start. */
function exceptionsOf(meetings: readonly Meeting[], master: Meeting | null): Exception[] {
  const byStart = new Map<Instant, Meeting[]>();
  const wallOf = (meeting: Meeting): Wall =>
    onClockOf((master ?? meeting).start, meeting.replaces ?? meeting.start);
  for (const meeting of meetings) {
    if (meeting.replaces === null) continue;
    const planned = (master ?? meeting).start.clock.toInstant(wallOf(meeting));
    const same = byStart.get(planned);
    if (same) same.push(meeting);
    else byStart.set(planned, [meeting]);
  }
  return [...byStart]
    .map(([planned, copies]) => {
      const meeting = newest(copies)!;
      const wall = wallOf(meeting);
      const id = idOf(master ?? meeting, wall);
      const event = eventAt(meeting, meeting.start.wall, null, id, seriesOf(meeting));
      return { meeting, planned, wall, event };
    })
    .sort((a, b) => a.planned - b.planned);
}

/** The copy with the highest sequence, then the latest change; texts decide at last, so that the order never does. */
function newest(copies: readonly Meeting[]): Meeting | null {
  const later = (a: Meeting, b: Meeting): boolean => {
    for (const n of [0, 1, 2] as const) if (a.version[n] !== b.version[n]) return a.version[n] > b.version[n];
    return false;
  };
  return copies.reduce<Meeting | null>((best, one) => (best && !later(one, best) ? best : one), null);
}

const repeats = ({ properties }: Meeting): boolean =>
  properties.first('rrule') !== null || properties.first('rdate') !== null;

/** The planned starts whose events may reach into the window, without the excepted ones; exceptions not yet in place. */
function startsOf(master: Meeting, later: readonly Exception[], window: Interval, steps: Steps): Planned[] {
  const { start, properties, zones } = master;
  // Wide enough for the longest of them, and for those moved by a change that goes on.
  const moved = later.map(({ meeting, wall }) => Math.abs(meeting.start.wall - wall));
  const lasting = [master, ...later.map(({ meeting }) => meeting)].map(lengthOf);
  const reach = Math.max(...lasting, 0) + Math.max(...moved, 0) + 2 * DAY_MS;
  const [from, to] = [start.clock.toWall(window.start) - reach, start.clock.toWall(window.end) + reach];
  const byRules = (name: string): Wall[] =>
    properties.all(name).flatMap((rule) => recur(readRule(rule, start.clock), start.wall, from, to, steps));

  const starts = new Map<Instant, Planned>();
  const add = (wall: Wall, end: Instant | null): void => {
    if (wall >= from && wall < to) starts.set(start.clock.toInstant(wall), { wall, end });
  };
  add(start.wall, null);
  for (const wall of byRules('rrule')) add(wall, null);
  for (const property of properties.all('rdate')) {
    steps.spend(property.values.length);
    const moments = momentsOf(property, zones);
    property.values.forEach((value, at) => {
      const moment = moments[at]!;
      add(onClockOf(start, moment), Array.isArray(value) ? endOfPeriod(value, moment, master) : null);
    });
  }

  const excepted = new Set(byRules('exrule').map((wall) => start.clock.toInstant(wall)));
  const days = new Set<Wall>();
  for (const property of properties.all('exdate')) {
    steps.spend(property.values.length);
    for (const moment of momentsOf(property, zones)) {
      if (moment.dateOnly) days.add(startOfDay(moment.wall));
      else excepted.add(start.clock.toInstant(onClockOf(start, moment)));
    }
  }
  return [...starts]
    .filter(([at, { wall }]) => !excepted.has(at) && !days.has(startOfDay(wall)))
    .map(([, planned]) => planned);
}

const lengthOf = ({ start, endOf }: Meeting): number => endOf(start.wall) - instantOf(start);

/** The end of `19970101T180000Z/PT5H30M` or `…/19970102T070000Z`; null where it says none. */
function endOfPeriod(
  value: readonly unknown[],
  start: { readonly clock: Meeting['start']['clock']; readonly wall: Wall },
  { zones }: Meeting,
): Instant | null {
  const end = String(value[1]);
  const length = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(end);
  if (length) {
    const [weeks, days, hours, minutes, seconds] = length.slice(1).map((digits) => Number(digits ?? 0));
    const exact = ((hours! * 60 + minutes!) * 60 + seconds!) * 1000;
    return instant(start.clock.toInstant(start.wall + (weeks! * 7 + days!) * DAY_MS) + exact);
  }
  const [moment] = momentsOf({ name: 'rdate', parameters: {}, values: [end] }, zones);
  if (moment === undefined) return null;
  return moment.floating ? start.clock.toInstant(moment.wall) : instantOf(moment);
}

function eventAt(
  meeting: Meeting,
  wall: Wall,
  end: Instant | null,
  id: string,
  series: string | null,
): ReadEvent {
  return {
    id,
    series,
    ...meeting.facts,
    start: meeting.start.clock.toInstant(wall),
    end: end ?? meeting.endOf(wall),
  };
}

/** The UID, and the start that was planned: it stays when the meeting is moved. */
function idOf({ uid, start }: Meeting, wall: Wall): string {
  const planned = start.dateOnly
    ? formatInstant(instant(wall)).slice(0, 10)
    : `${formatInstant(start.clock.toInstant(wall)).slice(0, 16)}Z`;
  return `${uid}/${planned}`;
}

/** Google parts a series that is changed from a day on, and names the second part after the day; it is one series. */
const seriesOf = ({ uid }: Meeting): string => uid.replace(/_R\d{8}(T\d{6}Z?)?(?=@google\.com$)/, '');

/** Those that overlap the window; one that takes no time when it lies in it. */
const within = (events: readonly ReadEvent[], window: Interval): ReadEvent[] =>
  events.filter(({ start, end }) => start < window.end && (end > window.start || start >= window.start));
