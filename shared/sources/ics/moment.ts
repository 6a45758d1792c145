import type { Instant } from '../../values/instant.ts';

import type { Property } from './properties.ts';
import type { Wall, WallClock } from './wall.ts';
import { readWritten, startOfDay, utcClock } from './wall.ts';
import type { Zones } from './zones.ts';

/** A date, or a time on somebody's clock, as an event tells it. */
export interface Moment {
  readonly wall: Wall;
  readonly clock: WallClock;
  readonly dateOnly: boolean;
  /** Told without a zone: it is that time wherever the person is. */
  readonly floating: boolean;
}

/** The moments a property names. @throws Error when one of them is none. */
export function momentsOf(property: Property, zones: Zones): Moment[] {
  return property.values.map((value) => momentOf(value, property.parameters['tzid'] ?? '', zones));
}

function momentOf(value: unknown, zone: string, zones: Zones): Moment {
  const written = readWritten(String(Array.isArray(value) ? value[0] : value));
  if (written === null) throw new Error('no time');
  const { wall, dateOnly, utc } = written;
  const floating = dateOnly || (!utc && zone === '');
  return { wall, dateOnly, floating, clock: utc ? utcClock : floating ? zones.own : zones.named(zone) };
}

export const instantOf = ({ clock, wall }: Moment): Instant => clock.toInstant(wall);

/**
 * What another moment (of an exception, say) is on the clock of an event: programs write one in UTC and the other in the
 * zone, or name a mere day of a meeting.
 */
export function onClockOf(event: Moment, other: Moment): Wall {
  const timeOfDay = event.wall - startOfDay(event.wall);
  if (other.dateOnly) return startOfDay(other.wall) + timeOfDay;
  if (event.dateOnly) {
    const midnight = other.wall === startOfDay(other.wall);
    return startOfDay(midnight ? other.wall : event.clock.toWall(instantOf(other)));
  }
  return other.floating ? other.wall : event.clock.toWall(instantOf(other));
}
