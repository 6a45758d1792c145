import { getISO } from 'temporal-polyfill/fns/Calendar';
import * as PlainDateTime from 'temporal-polyfill/fns/PlainDateTime';
import { z } from 'zod';
import type { CalendarEvent } from '../../evidence/calendar-event.ts';
import type { Instant } from '../../values/instant.ts';
import { instant, parseInstant } from '../../values/instant.ts';
import type { Zone } from '../../values/local-day.ts';
import { dayInterval, isZone, parseLocalDay } from '../../values/local-day.ts';

/** Whose calendar it is. */
export interface EventRules {
  /** Key of the source. */
  readonly source: string;
  /** A day without clock times is a day here. */
  readonly zone: Zone;
  /** The person's own addresses, in lower case: where a copy of the event does not say which guest they are. */
  readonly addresses: readonly string[];
}

/** What an item of an events list is: a meeting, the word that one is no more, or nothing that can be read. */
export type Item =
  | { readonly is: 'event'; readonly event: CalendarEvent }
  | { readonly is: 'gone'; readonly id: string }
  | { readonly is: 'unreadable' };

/** Whatever is not as documented is taken as left out: one strange field loses no meeting. */
const maybe = <T extends z.ZodType>(shape: T) => shape.nullish().catch(null);
const text = maybe(z.string());
const truth = maybe(z.boolean());
const moment = maybe(z.object({ date: text, dateTime: text, timeZone: text }));

const itemShape = z.object({
  id: z.string().min(1).max(1100),
  status: text,
  iCalUID: text,
  recurringEventId: text,
  summary: text,
  start: moment,
  end: moment,
  transparency: text,
  eventType: text,
  attendees: maybe(z.array(maybe(z.object({ email: text, self: truth, responseStatus: text })))),
  attendeesOmitted: truth,
  organizer: maybe(z.object({ email: text, self: truth })),
});
type ItemShape = z.infer<typeof itemShape>;

/** The fields an event is read from; no more than these are asked for. Notes, places, links and attachments stay there. */
export const EVENT_FIELDS =
  'nextPageToken,nextSyncToken,items(id,status,iCalUID,recurringEventId,originalStartTime,summary,start,end,' +
  'transparency,eventType,attendees(email,self,responseStatus),attendeesOmitted,organizer(email,self))';

/** Longer titles are no titles. */
const LONGEST_TITLE = 1000;

/** Reads an item of Calendar API v3 `events.list` (with `singleEvents`: an instance of a series stands for itself). */
export function readItem(raw: unknown, rules: EventRules): Item {
  const parsed = itemShape.safeParse(raw);
  if (!parsed.success) return { is: 'unreadable' };
  const item = parsed.data;
  // Of a deleted event only the id is certain, of a cancelled instance also what it was an instance of.
  if (item.status === 'cancelled') return { is: 'gone', id: item.id };
  const start = momentOf(item.start, rules.zone);
  const end = momentOf(item.end, rules.zone) ?? start;
  if (start === null || end === null || end.at < start.at) return { is: 'unreadable' };
  return {
    is: 'event',
    event: {
      source: rules.source,
      id: item.id,
      // All instances share the UID of the series, here and in what other programs export of the same calendar.
      series: item.recurringEventId ? item.iCalUID || item.recurringEventId : null,
      // Who may only see when somebody is busy gets no summary.
      title: (item.summary ?? '').trim().slice(0, LONGEST_TITLE),
      start: start.at,
      end: end.at,
      allDay: start.allDay,
      status: item.status === 'tentative' ? 'tentative' : 'confirmed',
      response: responseOf(item, rules.addresses),
      busy: item.transparency !== 'transparent',
      attended: null,
      kind: KINDS.get(item.eventType ?? '') ?? 'default',
    },
  };
}

/** `fromGmail`, and kinds that are still to come, are meetings like any other. */
const KINDS: ReadonlyMap<string, CalendarEvent['kind']> = new Map(
  (['outOfOffice', 'focusTime', 'workingLocation', 'birthday'] as const).map((kind) => [kind, kind]),
);

const RESPONSES: ReadonlyMap<string, CalendarEvent['response']> = new Map(
  (['accepted', 'tentative', 'needsAction', 'declined'] as const).map((response) => [response, response]),
);

/** What the person answered. Their own events, and those without guests, they are in for. */
function responseOf(
  { attendees, attendeesOmitted, organizer }: ItemShape,
  addresses: readonly string[],
): CalendarEvent['response'] {
  const guests = (attendees ?? []).filter((guest) => guest !== null && guest !== undefined);
  // On somebody else's calendar `self` is who it belongs to; the person's own address says more.
  const person =
    guests.find(({ email }) => email && addresses.includes(email.toLowerCase())) ??
    guests.find(({ self }) => self === true);
  if (person) return RESPONSES.get(person.responseStatus ?? '') ?? 'needsAction';
  const isOwn = organizer?.self === true || addresses.includes(organizer?.email?.toLowerCase() ?? '');
  if (isOwn || (guests.length === 0 && attendeesOmitted !== true)) return 'accepted';
  // Invited through a list, or the guests are not shown: nothing is known to have been answered.
  return 'needsAction';
}

type Moment = z.infer<typeof moment>;

/** A moment of an event; null when it is none. A day begins at midnight in the person's zone. */
function momentOf(given: Moment, zone: Zone): { at: Instant; allDay: boolean } | null {
  if (!given) return null;
  if (given.dateTime) {
    const at = parseInstant(given.dateTime) ?? wallClock(given.dateTime, given.timeZone, zone);
    return at === null ? null : { at, allDay: false };
  }
  const day = parseLocalDay(given.date ?? '');
  return day === null ? null : { at: dayInterval(day, zone).start, allDay: true };
}

/** "An offset is required unless a time zone is given in timeZone" (Event resource of the API). */
function wallClock(text: string, named: string | null | undefined, zone: Zone): Instant | null {
  try {
    const wall = PlainDateTime.fromString(text, getISO);
    const at = PlainDateTime.toZonedDateTime(wall, named && isZone(named) ? named : zone);
    return instant(at.epochMilliseconds);
  } catch {
    return null;
  }
}
