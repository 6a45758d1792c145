import ICAL from 'ical.js';
import type { CalendarEvent } from '../../evidence/calendar-event.ts';
import type { Instant } from '../../values/instant.ts';
import { instant } from '../../values/instant.ts';
import { answerOf } from './answer.ts';
import type { CalendarText, Component } from './components.ts';
import type { Moment } from './moment.ts';
import { instantOf, momentsOf } from './moment.ts';
import type { Properties } from './properties.ts';
import { readProperties } from './properties.ts';
import type { Wall } from './wall.ts';
import { DAY_MS, startOfDay } from './wall.ts';
import type { Zones } from './zones.ts';

/** What an event says that does not depend on when it takes place. */
type Facts = Pick<CalendarEvent, 'title' | 'allDay' | 'status' | 'response' | 'busy' | 'kind'>;

/** A component of a calendar as an event, or an exception of one, that was not laid out in time yet. */
export interface Meeting {
  readonly uid: string;
  readonly start: Moment;
  /** The end, of one that starts then on the clock of `start`. */
  endOf(start: Wall): Instant;
  /** The planned start of the one of its series that it stands for; null: it is no exception. */
  readonly replaces: Moment | null;
  /** It stands for all later ones too. */
  readonly andLater: boolean;
  readonly properties: Properties;
  readonly facts: Facts;
  /** Tells later copies of one event from earlier ones: the higher, the later. */
  readonly version: readonly [number, string, string];
  readonly zones: Zones;
}

/** Titles are for lists and descriptions. */
const LONGEST_TITLE = 500;
/** Longer than any meeting; a mistyped year, most often. */
const LONGEST_MS = 400 * DAY_MS;

/** Reads one event. @throws Error when it says no start, or one that cannot be. */
export function readMeeting(
  component: Component,
  calendar: Pick<CalendarText, 'method' | 'own'>,
  zones: Zones,
): Meeting {
  const properties = readProperties(component);
  const started = properties.first('dtstart');
  const [start] = started === null ? [] : momentsOf(started, zones);
  if (start === undefined) throw new Error('no start');
  const recurrence = properties.first('recurrence-id');
  const endOf = endOfStarts(properties, start, zones);
  const allDay = start.dateOnly || properties.text('x-microsoft-cdo-alldayevent').toUpperCase() === 'TRUE';
  return {
    uid: properties.text('uid').trim(),
    start,
    endOf,
    replaces: recurrence === null ? null : (momentsOf(recurrence, zones)[0] ?? null),
    andLater: recurrence?.parameters['range']?.toUpperCase() === 'THISANDFUTURE',
    properties,
    facts: {
      title: titleOf(properties),
      allDay,
      status: calendar.method === 'CANCEL' ? 'cancelled' : statusOf(properties),
      response: answerOf(properties, component.hasGuests, calendar.own),
      ...shownAs(properties, allDay),
    },
    version: [sequenceOf(properties), stampOf(properties), component.lines.join('\n')],
    zones,
  };
}

/** A private meeting takes time like others, but what it is about does not belong into a timesheet. */
function titleOf(properties: Properties): string {
  if (/^(PRIVATE|CONFIDENTIAL)$/i.test(properties.text('class'))) return '';
  const title = properties.text('summary').replace(/\s+/g, ' ').trim();
  return title.length <= LONGEST_TITLE ? title : `${[...title].slice(0, LONGEST_TITLE - 1).join('')}…`;
}

function statusOf(properties: Properties): CalendarEvent['status'] {
  const status = properties.text('status').toUpperCase();
  if (status === 'CANCELLED') return 'cancelled';
  return status === 'TENTATIVE' ? 'tentative' : 'confirmed';
}

/** How the time is shown to others, by everybody's property and by Microsoft's (MS-OXCICAL). */
function shownAs(properties: Properties, allDay: boolean): Pick<CalendarEvent, 'busy' | 'kind'> {
  const microsoft = properties.text('x-microsoft-cdo-busystatus').toUpperCase();
  const busy = properties.text('transp').toUpperCase() !== 'TRANSPARENT' && microsoft !== 'FREE';
  if (microsoft === 'OOF') return { busy, kind: 'outOfOffice' };
  // Of a whole day it says where the person works; a meeting shown so is a meeting.
  if (microsoft === 'WORKINGELSEWHERE' && allDay) return { busy, kind: 'workingLocation' };
  const born = properties.text('x-nextcloud-bc-field-type').toUpperCase() === 'BDAY';
  return { busy, kind: born ? 'birthday' : 'default' };
}

const sequenceOf = (properties: Properties): number => {
  const value = Number(properties.first('sequence')?.values[0] ?? 0);
  return Number.isFinite(value) ? value : 0;
};

const stampOf = (properties: Properties): string =>
  properties.text('last-modified') || properties.text('dtstamp');

/**
 * The end: exclusive, by `DTEND`, else `DURATION`, else a date lasts its day and a time no time (RFC 5545 §3.6.1).
 * What has an end lasts as long each time; what has a duration of days ends on the clock.
 */
function endOfStarts(properties: Properties, start: Moment, zones: Zones): (start: Wall) => Instant {
  const ended = properties.first('dtend');
  const [end] = ended === null ? [] : momentsOf(ended, zones);
  const { clock } = start;
  if (start.dateOnly) {
    const written = properties.text('duration');
    const length = end ? startOfDay(end.wall) - start.wall : written === '' ? DAY_MS : lengthOf(written).days;
    const days = Math.max(DAY_MS, Math.min(length, LONGEST_MS));
    return (wall) => clock.toInstant(wall + days);
  }
  if (end) {
    const ms = within(instantOf(end) - instantOf(start));
    return (wall) => instant(clock.toInstant(wall) + ms);
  }
  const { days, ms } = lengthOf(properties.text('duration'));
  return (wall) => instant(clock.toInstant(wall + within(days)) + within(ms));
}

/** An end before the start is no time at all. */
const within = (ms: number): number => Math.max(0, Math.min(ms, LONGEST_MS));

/** `P1DT2H` as the days, which are the calendar's, and the rest, which is exact. @throws Error when it is none. */
function lengthOf(text: string): { days: number; ms: number } {
  if (text === '') return { days: 0, ms: 0 };
  if (!ICAL.Duration.isValueString(text)) throw new Error('no duration');
  const { weeks, days, hours, minutes, seconds, isNegative } = ICAL.Duration.fromString(text);
  if (isNegative) return { days: 0, ms: 0 };
  return { days: (weeks * 7 + days) * DAY_MS, ms: ((hours * 60 + minutes) * 60 + seconds) * 1000 };
}
