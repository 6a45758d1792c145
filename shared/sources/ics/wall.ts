import * as TemporalInstant from 'temporal-polyfill/fns/Instant';
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime';
import type { Instant } from '../../values/instant.ts';
import { instant } from '../../values/instant.ts';
import type { Zone } from '../../values/local-day.ts';

/** What a wall clock shows, as milliseconds since 1970-01-01T00:00 on that very clock; knows no zone. */
export type Wall = number;

export const SECOND_MS = 1000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** Midnight of the day that a clock shows. */
export const startOfDay = (wall: Wall): Wall => Math.floor(wall / DAY_MS) * DAY_MS;
/** Midnight of a date. @param month from 1. */
export const wallOf = (year: number, month: number, day: number): Wall => {
  // Date.UTC takes years below 100 for years of the 20th century.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
};

/** The clocks of a place: what they show at an instant, and when they show something. */
export interface WallClock {
  toWall(at: Instant): Wall;
  /** A time that was skipped moves on by what was skipped; of a time that came twice the first is taken (RFC 5545 §3.3.5). */
  toInstant(wall: Wall): Instant;
}

export const utcClock: WallClock = { toWall: (at) => at, toInstant: (wall) => instant(wall) };

/** Clocks that always stand this far from UTC. */
export const fixedClock = (offsetMs: number): WallClock => ({
  toWall: (at) => at + offsetMs,
  toInstant: (wall) => instant(wall - offsetMs),
});

/** The clocks of an IANA zone. Looks up a zone's rules once a quarter of an hour and no oftener: they are slow. */
export function zoneClock(zone: Zone): WallClock {
  const offsets = new Map<number, number>();
  const offsetAt = (at: number): number => {
    const quarter = Math.floor(at / (15 * MINUTE_MS));
    const known = offsets.get(quarter);
    if (known !== undefined) return known;
    const zoned = TemporalInstant.toZonedDateTimeISO(TemporalInstant.fromEpochMilliseconds(at), zone);
    const offset = Math.round(ZonedDateTime.offsetNanoseconds(zoned) / 1e6);
    offsets.set(quarter, offset);
    return offset;
  };
  return {
    toWall: (at) => at + offsetAt(at),
    toInstant(wall) {
      // The offsets a day around it: where they agree, nothing changes on that day, as on almost all days.
      const before = offsetAt(wall - DAY_MS);
      const after = offsetAt(wall + DAY_MS);
      const first = wall - before;
      if (before === after && offsetAt(first) === before) return instant(first);
      const fits = [before, after, offsetAt(first)]
        .map((offset) => wall - offset)
        .filter((at) => at + offsetAt(at) === wall);
      return instant(fits.length === 0 ? first : Math.min(...fits));
    },
  };
}

/** A date or a date and time as jCal writes it; null when there is no such. */
export interface WrittenTime {
  readonly wall: Wall;
  readonly dateOnly: boolean;
  readonly utc: boolean;
}

const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2})?(Z?))?$/;

/** Reads `2026-02-10`, `2026-02-10T09:00:00`, `2026-02-10T08:00:00Z`. */
export function readWritten(text: string): WrittenTime | null {
  const match = WRITTEN.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((digits) => Number(digits ?? 0));
  const midnight = wallOf(year!, month!, day!);
  if (month! < 1 || month! > 12 || new Date(midnight).getUTCDate() !== day) return null;
  if (hour! > 23 || minute! > 59 || second! > 60) return null;
  // A leap second is told as the second before it: clocks of computers know none.
  const time = hour! * HOUR_MS + minute! * MINUTE_MS + Math.min(second!, 59) * SECOND_MS;
  return { wall: midnight + time, dateOnly: match[4] === undefined, utc: match[7] === 'Z' };
}
