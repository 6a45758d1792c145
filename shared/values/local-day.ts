import * as TemporalInstant from 'temporal-polyfill/fns/Instant';
import * as PlainDate from 'temporal-polyfill/fns/PlainDate';
import * as PlainTime from 'temporal-polyfill/fns/PlainTime';
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime';
import type { Instant } from './instant.ts';
import { instant } from './instant.ts';
import type { Interval } from './interval.ts';
import { intersect } from './interval.ts';
import { once } from './lazily.ts';

/** A day on the person's wall calendar, `2026-02-10`. It has 23, 24 or 25 hours, or none where a zone skipped it. */
export type LocalDay = string & { readonly __localDay: unique symbol };
/** An IANA zone name, `Europe/Berlin`. */
export type Zone = string;

// The functions of Temporal without its classes: a third of the code, on the way of every program we start.

/** A day as Temporal counts with it. @throws RangeError when the calendar has no such day. */
export const dateOf = (day: string): PlainDate.Record =>
  PlainDate.create(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)));

/** The day as we write it. */
export const dayOfDate = (date: PlainDate.Record): LocalDay => PlainDate.toString(date) as LocalDay;

/** Reads `2026-02-10`; null when there is no such day. Years 1900 to 2999: days are compared as text. */
export function parseLocalDay(text: string): LocalDay | null {
  if (!/^(?:19|2\d)\d{2}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    dateOf(text);
    return text as LocalDay;
  } catch {
    return null;
  }
}

/** Is it the name of a zone this runtime knows? Mere offsets (`+01:00`) are not: they know no summer time. */
export function isZone(text: string): boolean {
  // Temporal would also take an offset, or a whole date-time with a zone in it.
  if (!/^[A-Za-z][\w+-]*(?:\/[\w+-]+)*$/.test(text)) return false;
  // Most are on the list of those in use, which is had in a tenth of the time of a first look at a clock.
  if (zonesInUse().has(text)) return true;
  try {
    zoned(instant(0), text);
    return true;
  } catch {
    return false;
  }
}

const zonesInUse = once(() => new Set(Intl.supportedValuesOf('timeZone')));

const zoned = (at: Instant, zone: Zone): ZonedDateTime.Record =>
  TemporalInstant.toZonedDateTimeISO(TemporalInstant.fromEpochMilliseconds(at), zone);

/** The local day an instant falls on. */
export function dayOf(at: Instant, zone: Zone): LocalDay {
  return dayOfDate(ZonedDateTime.toPlainDate(zoned(at, zone)));
}

/** From local midnight to the next local midnight, as the zone had it (23, 24 or 25 hours). */
export function dayInterval(day: LocalDay, zone: Zone): Interval {
  const date = dateOf(day);
  return { start: midnight(date, zone), end: midnight(PlainDate.addDays(date, 1), zone) };
}

const midnight = (date: PlainDate.Record, zone: Zone): Instant =>
  instant(PlainDate.toZonedDateTime(date, zone).epochMilliseconds);

/** The day `n` days later (earlier when negative). */
export function addDays(day: LocalDay, n: number): LocalDay {
  return dayOfDate(PlainDate.addDays(dateOf(day), n));
}

/** Every day from `from` to `to`, both included. */
export function daysBetween(from: LocalDay, to: LocalDay): LocalDay[] {
  const out: LocalDay[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) out.push(day);
  return out;
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: LocalDay): number {
  return PlainDate.dayOfWeek(dateOf(day));
}

/** The instant at which the wall clock showed `HH:MM` on that day; a time skipped by DST moves forward. */
export function atClock(day: LocalDay, hour: number, minute: number, zone: Zone): Instant {
  const plainTime = PlainTime.create(hour, minute);
  const at = PlainDate.toZonedDateTime(dateOf(day), { timeZone: zone, plainTime });
  return instant(at.epochMilliseconds);
}

/** `09:15` as the wall clock of the zone shows it. */
export function formatClock(at: Instant, zone: Zone): string {
  const time = zoned(at, zone);
  return `${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`;
}

/** Cuts an interval at local midnights (design §2: a span over local midnight is split there). */
export function splitAtMidnight(interval: Interval, zone: Zone): { day: LocalDay; part: Interval }[] {
  const out: { day: LocalDay; part: Interval }[] = [];
  if (interval.end <= interval.start) return out;
  const last = dayOf(instant(interval.end - 1), zone);
  for (let day = dayOf(interval.start, zone); day <= last; day = addDays(day, 1)) {
    const part = intersect(interval, dayInterval(day, zone));
    if (part) out.push({ day, part });
  }
  return out;
}
