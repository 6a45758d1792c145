import type { MeetingRules } from '../settings/rules.ts';
import type { CalendarEvent } from './calendar-event.ts';

/**
 * The events that are working time (design §2 "Calendar"): timed, confirmed, opaque and accepted ones. The same meeting
 * in two calendars is one.
 */
export function workingMeetings(events: readonly CalendarEvent[], rules: MeetingRules): CalendarEvent[] {
  const seen = new Map<string, CalendarEvent>();
  for (const event of events) {
    if (!isWorkingTime(event, rules)) continue;
    const name = `${event.title} ${event.start} ${event.end}`;
    const known = seen.get(name);
    if (!known || `${event.source} ${event.id}` < `${known.source} ${known.id}`) seen.set(name, event);
  }
  return [...seen.values()];
}

function isWorkingTime(event: CalendarEvent, { tentative, leaveOut }: MeetingRules): boolean {
  if (event.end <= event.start || event.status === 'cancelled' || event.attended === false) return false;
  if (event.allDay && leaveOut.includes('allDay')) return false;
  if (event.kind !== 'default' && leaveOut.includes(event.kind)) return false;
  // Who says they were there was there, whatever they answered before and others could see.
  if (event.attended === true) return true;
  if (event.response === 'declined') return false;
  if (!event.busy && leaveOut.includes('free')) return false;
  if (tentative) return true;
  return event.response === 'accepted' && event.status === 'confirmed';
}
