import type { CalendarEvent } from '../evidence/calendar-event.ts';
import { workingMeetings } from '../evidence/working-meetings.ts';
import type { DerivationRules } from '../settings/rules.ts';
import type { Instant } from '../values/instant.ts';
import { said } from '../values/said.ts';
import type { TicketId } from '../values/ticket-id.ts';
import { findTicketId, parseTicketId } from '../values/ticket-id.ts';
import type { Piece } from './piece.ts';
import { projectOfTicket } from './piece.ts';

/** Meetings as pieces: one proposal each, of its own length (design §2 "Calendar"). */
export function calendarLane(
  events: readonly CalendarEvent[],
  now: Instant,
  rules: DerivationRules,
): Piece[] {
  return workingMeetings(events, rules.meetings).map((event) => {
    const { ticket, rule } = ticketOfMeeting(event, rules);
    const label = event.title || 'Busy';
    return {
      source: 'calendar',
      key: meetingKey(event),
      ticket,
      project: projectOfTicket(ticket, rules),
      at: event.start,
      description: label,
      commit: null,
      spans: [{ start: event.start, end: event.end }],
      because: { kind: 'event', ref: event.id, label, rule },
      rounded: false,
      // One that is still to come, or goes on, is nobody's time yet.
      finished: event.end <= now,
    };
  });
}

/** Key of what is proposed for a meeting; `~` parts a key from its number. */
export const meetingKey = ({ source, id }: Pick<CalendarEvent, 'source' | 'id'>): string =>
  `calendar:${source}:${id}`.replaceAll('~', '-');

/** A series the person mapped once goes before what its title says. */
export function ticketOfMeeting(
  event: CalendarEvent,
  rules: DerivationRules,
): { ticket: TicketId | null; rule: string } {
  const { ticketOf } = rules.meetings;
  const mapped = (event.series === null ? undefined : ticketOf[event.series]) ?? ticketOf[event.title];
  const ticket = mapped === undefined ? null : parseTicketId(mapped);
  if (ticket !== null) return { ticket, rule: said`you always book this meeting on ${ticket}` };
  const named = findTicketId(event.title, rules.ticketPrefixes);
  return named === null
    ? { ticket: null, rule: said`the length of the meeting` }
    : { ticket: named, rule: said`the length of the meeting, its title names the ticket` };
}
