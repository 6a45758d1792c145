import type { Interval } from '../values/interval.ts';
import type { LocalDay, Zone } from '../values/local-day.ts';
import { dayInterval, dayOf, splitAtMidnight } from '../values/local-day.ts';
import type { CalendarEvent } from './calendar-event.ts';

/** Does a calendar say the same of an event as before? What the person said about it is not the calendar's. */
export function isSameEvent(known: CalendarEvent | undefined, event: CalendarEvent): boolean {
  if (!known) return false;
  return (Object.keys(event) as (keyof CalendarEvent)[]).every(
    (field) => field === 'attended' || known[field] === event[field],
  );
}

/** The local days that events lie on, sorted. */
export function daysOfEvents(events: readonly CalendarEvent[], zone: Zone): LocalDay[] {
  const days = new Set<LocalDay>();
  let day: Interval | null = null;
  for (const event of events.toSorted((a, b) => a.start - b.start)) {
    // Asking the calendar of a zone takes long, and many events lie on one day.
    if (day !== null && event.start >= day.start && event.end <= day.end) continue;
    day = dayInterval(dayOf(event.start, zone), zone);
    days.add(dayOf(event.start, zone));
    for (const split of splitAtMidnight(event, zone)) days.add(split.day);
  }
  return [...days].toSorted();
}
