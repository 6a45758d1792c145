import type { LocalDay, Zone } from '../../values/local-day.ts';
import { addDays, weekdayOf } from '../../values/local-day.ts';
import type { MadeUpMeeting } from './company.ts';
import { MEETINGS, PERSON } from './company.ts';

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/**
 * The made-up calendar as an iCalendar file: the source of calendars reads it like any other.
 * @param monday of the first of the three weeks.
 */
export function calendarFile(monday: LocalDay, zone: Zone): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Harbourlight//Made up//EN',
    ...MEETINGS.flatMap((meeting) => eventLines(meeting, monday, zone)),
    'END:VCALENDAR',
  ];
  return `${lines.join('\r\n')}\r\n`;
}

function eventLines(meeting: MadeUpMeeting, monday: LocalDay, zone: Zone): string[] {
  const day = addDays(monday, (meeting.week ?? 0) * 7 + meeting.weekdays[0]! - weekdayOf(monday));
  const wall = (minutes: number): string =>
    `${day.replaceAll('-', '')}T${pad(Math.floor(minutes / 60))}${pad(minutes % 60)}00`;
  const answer = meeting.declined ? 'DECLINED' : 'ACCEPTED';
  return [
    'BEGIN:VEVENT',
    `UID:${meeting.uid}@harbourlight.example`,
    `DTSTAMP:${monday.replaceAll('-', '')}T060000Z`,
    `DTSTART;TZID=${zone}:${wall(meeting.from)}`,
    `DTEND;TZID=${zone}:${wall(meeting.from + meeting.minutes)}`,
    ...(meeting.week === null
      ? [
          `RRULE:FREQ=WEEKLY;BYDAY=${meeting.weekdays.map((weekday) => DAYS[weekday - 1]!).join(',')};COUNT=60`,
        ]
      : []),
    `SUMMARY:${meeting.title}`,
    'ORGANIZER:mailto:jonas@harbourlight.example',
    `ATTENDEE;PARTSTAT=${answer}:mailto:${PERSON.email}`,
    'STATUS:CONFIRMED',
    'END:VEVENT',
  ];
}

const pad = (n: number): string => String(n).padStart(2, '0');
