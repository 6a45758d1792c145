import { findIana } from 'windows-iana';
import type { Interval } from '../../values/interval.ts';
import type { Zone } from '../../values/local-day.ts';
import { isZone } from '../../values/local-day.ts';
import type { Component } from './components.ts';
import type { Properties } from './properties.ts';
import { readProperties } from './properties.ts';
import type { Steps } from './steps.ts';
import type { WallClock } from './wall.ts';
import { fixedClock, zoneClock } from './wall.ts';
import { describedClock } from './vtimezone.ts';

/** The clocks of the zones that a calendar names. */
export interface Zones {
  /** The clocks of the person, for times without a zone. */
  readonly own: WallClock;
  /** The clocks of a `TZID`; the person's own when nobody knows it, which is remembered. */
  named(id: string): WallClock;
  /** Names that nobody knows, in the order met. */
  readonly unknown: ReadonlySet<string>;
}

/**
 * Finds clocks by name: IANA zones, also with a vendor's prefix; Windows zones (Unicode CLDR); fixed offsets; else what
 * the calendar says of its zone itself. The names go first: what programs write about zones is often years old.
 */
export function zonesOf(
  described: readonly Component[],
  own: Zone,
  window: Interval,
  steps: Steps,
  clocks: Map<Zone, WallClock>,
): Zones {
  const ownClock = clockOf(own, clocks);
  const known = new Map<string, WallClock>();
  const unknown = new Set<string>();
  const descriptions = new Map<string, Properties>();
  for (const component of described) {
    try {
      const zone = readProperties(component);
      if (!descriptions.has(zone.text('tzid'))) descriptions.set(zone.text('tzid'), zone);
    } catch {
      // Whoever needs it will not find it, and that is told.
    }
  }
  const find = (id: string): WallClock => {
    const name = zoneNamed(id);
    if (name !== null) return clockOf(name, clocks);
    const offset = offsetNamed(id);
    if (offset !== null) return fixedClock(offset);
    const zone = descriptions.get(id);
    const alias =
      zoneNamed(zone?.text('x-lic-location') ?? '') ?? zoneNamed(zone?.text('tzid-alias-of') ?? '');
    if (alias !== null) return clockOf(alias, clocks);
    try {
      if (zone) return describedClock(zone, window, steps);
    } catch {
      // As if it had not been described.
    }
    unknown.add(id);
    return ownClock;
  };
  return {
    own: ownClock,
    unknown,
    named(id) {
      const clock = known.get(id) ?? find(id);
      known.set(id, clock);
      return clock;
    },
  };
}

function clockOf(zone: Zone, clocks: Map<Zone, WallClock>): WallClock {
  const clock = clocks.get(zone) ?? zoneClock(zone);
  clocks.set(zone, clock);
  return clock;
}

/** The IANA zone that a name means, or null. */
function zoneNamed(id: string): Zone | null {
  if (isZone(id)) return id;
  // `/citadel.org/20190914_1/Europe/Berlin`, `/freeassociation.sourceforge.net/America/Argentina/Salta`
  const path = id.split('/');
  for (const depth of [3, 2]) {
    const tail = path.slice(-depth).join('/');
    if (path.length > depth && isZone(tail)) return tail;
  }
  // Outlook numbers zones of one name; `tzone://Microsoft/Utc` is Exchange's.
  const windows = id.replace(/^tzone:\/\/Microsoft\//i, '').replace(/ \d+$/, '');
  if (/^utc$/i.test(windows)) return 'Etc/UTC';
  return findIana(windows).find(isZone) ?? null;
}

/** Milliseconds of a name that is an offset: `GMT+0100`, `UTC-03:00`, `+01:00`, `UTC`. */
function offsetNamed(id: string): number | null {
  const match = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(id.trim());
  if (match) {
    const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
    return (match[1] === '-' ? -minutes : minutes) * 60_000;
  }
  return /^(Z|GMT|UTC)$/i.test(id.trim()) ? 0 : null;
}
