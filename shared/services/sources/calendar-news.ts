import type { CalendarEvent } from '../../evidence/calendar-event.ts';
import { daysOfEvents, isSameEvent } from '../../evidence/event-changes.ts';
import type { World } from '../../ports/world.ts';
import type { Interval } from '../../values/interval.ts';
import { contains } from '../../values/interval.ts';
import type { LocalDay, Zone } from '../../values/local-day.ts';
import { dayInterval } from '../../values/local-day.ts';
import { said } from '../../values/said.ts';
import type { Person } from '../person.ts';

/** What a new reading of a calendar says that the last one did not. */
export interface CalendarNews {
  /** New or different. */
  readonly changed: CalendarEvent[];
  /** Ids of those that are no more. */
  readonly gone: string[];
  /** Local days on which something was, or is, different. */
  readonly days: LocalDay[];
}

/**
 * Compares what is known of a source with what it says now.
 * @param window everything of it that starts there was read; what is known outside of it stays.
 */
export function calendarNews(
  known: readonly CalendarEvent[],
  now: readonly CalendarEvent[],
  window: Interval,
  zone: Zone,
): CalendarNews {
  const before = new Map(known.map((event) => [event.id, event]));
  const stays = new Set(now.map(({ id }) => id));
  const changed = now.filter((event) => !isSameEvent(before.get(event.id), event));
  const lost = known.filter(({ id, start }) => !stays.has(id) && contains(window, start));
  const touched = [...changed, ...changed.flatMap(({ id }) => before.get(id) ?? []), ...lost];
  return { changed, gone: lost.map(({ id }) => id), days: daysOfEvents(touched, zone) };
}

/** `3 meetings`, or null when a calendar has none today. */
export async function meetingsToday(world: World, person: Person, source: string): Promise<string | null> {
  const events = await world.stores.calendar.between(dayInterval(person.today, person.zone));
  const count = events.filter(
    (event) => event.source === source && !event.allDay && event.status !== 'cancelled',
  ).length;
  return count === 0 ? null : count === 1 ? said`1 meeting` : said`${count} meetings`;
}
