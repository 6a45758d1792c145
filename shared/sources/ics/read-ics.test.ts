import { describe, expect, it } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import type { CalendarEvent } from '../../evidence/calendar-event.ts';
import { parseInstant } from '../../values/instant.ts';
import type { IcsContent } from './read-ics.ts';
import { readIcs } from './read-ics.ts';
import { BERLIN, FEBRUARY, between, calendarOf, clockTime, readSample } from './read-sample.ts';
import { APPLE, FASTMAIL, GOOGLE, NEXTCLOUD, OUTLOOK } from './sample-calendars.ts';

const line = (event: CalendarEvent): string =>
  `${clockTime(event.start)} ${clockTime(event.end).slice(6)} ${event.title}`;
const titled = (content: IcsContent, title: string): CalendarEvent[] =>
  content.events.filter((event) => event.title === title);

describe('calendars as programs write them', () => {
  it('Outlook: Windows zones, excepted and moved dates, how the time is shown', () => {
    const content = readSample(OUTLOOK);
    expect(content.problems).toEqual([]);
    const standups = content.events.filter((event) => event.title.startsWith('Standup'));
    expect(standups.map(line)).toEqual([
      '02-03T09:00 09:15 Standup TB-042 – Sockets, Tests',
      '02-05T09:00 09:15 Standup TB-042 – Sockets, Tests',
      '02-10T11:30 11:45 Standup TB-042 – verschoben',
      '02-19T09:00 09:15 Standup TB-042 – Sockets, Tests',
      '02-24T09:00 09:15 Standup TB-042 – Sockets, Tests',
      '02-26T09:00 09:15 Standup TB-042 – Sockets, Tests',
    ]);
    expect(new Set(standups.map((event) => event.series)).size).toBe(1);
    // A moved one keeps the name of the start that was planned.
    expect(standups[2]!.id).toMatch(/\/2026-02-10T08:00Z$/);
    expect(titled(content, 'Urlaub')[0]).toMatchObject({ allDay: true, kind: 'outOfOffice', series: null });
    expect(titled(content, 'Vielleicht')[0]).toMatchObject({ response: 'tentative', busy: true });
    expect(titled(content, 'Blocker')[0]).toMatchObject({ busy: false });
  });

  it('Google: declined, and a series parted from a day on is one', () => {
    const content = readSample(GOOGLE);
    expect(titled(content, 'Declined review')[0]).toMatchObject({
      response: 'declined',
      status: 'confirmed',
    });
    const refinements = titled(content, 'Refinement APP-019');
    expect(refinements.map(line)).toEqual([
      '02-03T10:00 11:00 Refinement APP-019',
      '02-10T10:00 11:00 Refinement APP-019',
      '02-17T10:30 11:30 Refinement APP-019',
      '02-24T10:30 11:30 Refinement APP-019',
    ]);
    expect(new Set(refinements.map((event) => event.series))).toEqual(new Set(['refine123@google.com']));
    expect(refinements[0]!.response).toBe('accepted');
    expect(titled(content, 'Happy birthday!')[0]).toMatchObject({ allDay: true, busy: false });
  });

  it('Google: the owner is known by the name of the calendar', () => {
    const content = readIcs(GOOGLE, { window: FEBRUARY, zone: BERLIN, addresses: [], source: 'ics:1' });
    expect(titled(content, 'Declined review')[0]!.response).toBe('declined');
  });

  it('Apple: a change for all later ones, one cancelled, private words, floating times', () => {
    const content = readSample(APPLE, between('2026-02-01', '2026-04-01'));
    const fixed = content.events.filter((event) => event.title.startsWith('Jour fixe'));
    expect(fixed.map((event) => `${line(event)} ${event.response} ${event.status}`)).toEqual([
      '02-02T16:00 16:45 Jour fixe accepted confirmed',
      '02-09T16:00 16:45 Jour fixe accepted confirmed',
      '02-17T15:00 16:00 Jour fixe (neu) tentative confirmed',
      '02-24T15:00 16:00 Jour fixe (neu) tentative confirmed',
      '03-02T16:00 17:00 Jour fixe (neu) accepted cancelled',
      '03-10T15:00 16:00 Jour fixe (neu) tentative confirmed',
    ]);
    expect(titled(content, 'Floating').map(line)).toEqual(['02-10T17:30 18:00 Floating']);
    expect(
      titled(readSample(APPLE, FEBRUARY, 'America/New_York'), 'Floating').map(({ start }) =>
        clockTime(start),
      ),
    ).toEqual(['02-10T23:30']);
    expect(titled(content, '').map(line)).toEqual(['02-10T10:00 10:30 ']);
    expect(JSON.stringify(content)).not.toContain('nobody should read');
  });

  it('Nextcloud: single dates with ends of their own, birthdays, an exception without its series', () => {
    const content = readSample(NEXTCLOUD);
    expect(titled(content, 'Workshop').map(line)).toEqual([
      '02-09T08:00 08:30 Workshop',
      '02-11T13:00 15:00 Workshop',
      '02-12T13:00 13:30 Workshop',
      '02-13T08:00 08:30 Workshop',
    ]);
    expect(titled(content, 'Workshop')[0]!.status).toBe('tentative');
    expect(titled(content, '🎂 Ann (1980)')[0]).toMatchObject({
      kind: 'birthday',
      allDay: true,
      start: parseInstant('2026-02-10T00:00:00+01:00'),
      end: parseInstant('2026-02-11T00:00:00+01:00'),
    });
    expect(titled(content, 'Only this one')[0]).toMatchObject({
      id: 'orphan@nextcloud/2026-02-10T10:00Z',
      series: 'orphan@nextcloud',
      response: 'needsAction',
      start: parseInstant('2026-02-10T10:30:00Z'),
    });
  });

  it('Fastmail: several calendars, a zone only the file knows; what is broken is left out and counted', () => {
    const content = readSample(FASTMAIL);
    expect(content.events.map(line)).toEqual([
      '02-10T09:30 10:00 Call with Pune',
      '02-10T20:00 20:30 Unknown zone',
    ]);
    expect(content.problems).toEqual([
      '2 events left out for not being readable.',
      'Nobody knows the time zone "Mars/Olympus"; your own (Europe/Berlin) is taken instead.',
    ]);
  });

  it('is the same with other line ends and a byte order mark', () => {
    const expected = readSample(OUTLOOK);
    expect(readSample(OUTLOOK.replaceAll('\r\n', '\n'))).toEqual(expected);
    expect(readSample(OUTLOOK.replaceAll('\r\n', '\r'))).toEqual(expected);
    expect(readSample(`\uFEFF${OUTLOOK}`)).toEqual(expected);
    expect(
      readSample(
        OUTLOOK.toLowerCase().replaceAll(/^(begin|end|rrule|dtstart|dtend).*/gm, (line: string) =>
          line.toUpperCase(),
        ),
      ).events,
    ).toHaveLength(expected.events.length);
  });
});

describe('whole days', () => {
  const day = (lines: string): string[] =>
    readSample(calendarOf(`UID:1\n${lines}`)).events.map(
      (e) => `${clockTime(e.start)} ${clockTime(e.end)} ${e.allDay}`,
    );

  it('end where the next begins', () => {
    const two = '02-10T00:00 02-12T00:00 true';
    expect(day('DTSTART;VALUE=DATE:20260210\nDTEND;VALUE=DATE:20260212')).toEqual([two]);
    expect(day('DTSTART;VALUE=DATE:20260210\nDURATION:P2D')).toEqual([two]);
    expect(day('DTSTART;VALUE=DATE:20260210')).toEqual(['02-10T00:00 02-11T00:00 true']);
    // Some programs name the last day instead.
    expect(day('DTSTART;VALUE=DATE:20260210\nDTEND;VALUE=DATE:20260210')).toEqual([
      '02-10T00:00 02-11T00:00 true',
    ]);
  });

  it('last 23 and 25 hours where clocks are set', () => {
    const spring = readSample(
      calendarOf('UID:1\nDTSTART;VALUE=DATE:20260329'),
      between('2026-03-01', '2026-04-15'),
    );
    expect(spring.events[0]!.end - spring.events[0]!.start).toBe(23 * 3_600_000);
  });
});

describe('recurrence', () => {
  it('takes excepted days out, as a day, in UTC or in the zone', () => {
    const dates = (exception: string): string[] =>
      readSample(
        calendarOf(
          `UID:1\nSUMMARY:x\nDTSTART;TZID=${BERLIN}:20260209T090000\nDTEND;TZID=${BERLIN}:20260209T100000\nRRULE:FREQ=DAILY;COUNT=3\n${exception}`,
        ),
      ).events.map((event) => clockTime(event.start).slice(0, 5));
    const left = ['02-09', '02-11'];
    expect(dates('EXDATE:20260210T080000Z')).toEqual(left);
    expect(dates('EXDATE:20260210T090000')).toEqual(left);
    expect(dates('EXDATE;VALUE=DATE:20260210')).toEqual(left);
    expect(dates('EXDATE;TZID=America/New_York:20260210T030000')).toEqual(left);
    expect(dates('EXRULE:FREQ=DAILY;INTERVAL=2;COUNT=2')).toEqual(['02-10']);
  });

  it('takes the newest copy of an event, and everything back that is cancelled', () => {
    const copy = (sequence: number, hour: number): string =>
      `UID:1\nSEQUENCE:${sequence}\nSUMMARY:${sequence}\nDTSTART:20260210T${hour}0000Z\nDTEND:20260210T${hour}3000Z`;
    expect(
      readSample(calendarOf(copy(1, 10), copy(3, 12), copy(2, 11))).events.map((event) => event.title),
    ).toEqual(['3']);
    const cancelled = readSample(
      calendarOf(copy(1, 10)).replace('BEGIN:VEVENT', 'METHOD:CANCEL\r\nBEGIN:VEVENT'),
    );
    expect(cancelled.events[0]!.status).toBe('cancelled');
    const later =
      'UID:1\nRECURRENCE-ID;RANGE=THISANDFUTURE:20260212T090000Z\nDTSTART:20260212T090000Z\nSTATUS:CANCELLED';
    const series = readSample(calendarOf('UID:1\nDTSTART:20260210T090000Z\nRRULE:FREQ=DAILY;COUNT=5', later));
    expect(series.events.map((event) => event.status)).toEqual([
      'confirmed',
      'confirmed',
      'cancelled',
      'cancelled',
      'cancelled',
    ]);
  });

  it.each([
    ['Europe/Berlin', '2026-01-05'],
    ['America/Sao_Paulo', '2018-01-08'],
    ['Pacific/Apia', '2011-01-03'],
    ['Pacific/Apia', '2020-01-06'],
    ['Australia/Lord_Howe', '2026-01-05'],
  ])('a weekly meeting at nine stays at nine in %s, whatever the clocks do', (zone, from) => {
    const start = from.replaceAll('-', '');
    const window = between(from, Temporal.PlainDate.from(from).add({ years: 1 }).toString());
    const text = calendarOf(
      `UID:1\nDTSTART;TZID=${zone}:${start}T090000\nDTEND;TZID=${zone}:${start}T100000\nRRULE:FREQ=WEEKLY`,
    );
    const { events } = readSample(text, window, BERLIN);
    expect(events.length).toBeGreaterThanOrEqual(52);
    expect(new Set(events.map((event) => clockTime(event.start, zone).slice(6)))).toEqual(new Set(['09:00']));
    expect(new Set(events.map((event) => event.end - event.start))).toEqual(new Set([3_600_000]));
    const offsets = new Set(
      events.map((e) => Temporal.Instant.fromEpochMilliseconds(e.start).toZonedDateTimeISO(zone).offset),
    );
    expect(offsets.size).toBeGreaterThanOrEqual(2);
  });

  it('a zone that the calendar describes has the clocks of the zone it describes', () => {
    const described = (text: string): string => text.replaceAll('W. Europe Standard Time', 'Our office');
    const year = between('2026-01-01', '2026-12-31');
    const times = ({ events }: IcsContent): string[] => events.map(line);
    expect(times(readSample(described(OUTLOOK), year))).toEqual(times(readSample(OUTLOOK, year)));
  });
});

describe('who says they come', () => {
  const answer = (lines: string): string =>
    readSample(calendarOf(`UID:1\nDTSTART:20260210T090000Z\nDTEND:20260210T093000Z\n${lines}`)).events[0]!
      .response;

  it.each([
    ['accepted', 'SUMMARY:my own'],
    ['accepted', 'ATTENDEE;PARTSTAT=accepted:MAILTO:MAX@EXAMPLE.COM'],
    ['declined', 'ATTENDEE;PARTSTAT=DECLINED:mailto:max@example.com'],
    ['declined', 'ATTENDEE;EMAIL="Max@example.com";PARTSTAT=DECLINED:urn:uuid:1'],
    ['declined', 'ATTENDEE;PARTSTAT=DELEGATED:mailto:max@example.com'],
    ['tentative', 'ATTENDEE;PARTSTAT=TENTATIVE:mailto:max@example.com'],
    ['needsAction', 'ATTENDEE:mailto:max@example.com'],
    ['needsAction', 'ATTENDEE;PARTSTAT=X-ODD:mailto:max@example.com'],
    ['accepted', 'ORGANIZER:mailto:max@example.com\nATTENDEE:mailto:max@example.com'],
    ['accepted', 'ORGANIZER:mailto:max@example.com\nATTENDEE;PARTSTAT=DECLINED:mailto:ann@example.com'],
    ['declined', 'ORGANIZER:mailto:max@example.com\nATTENDEE;PARTSTAT=DECLINED:mailto:max@example.com'],
    [
      'accepted',
      'ATTENDEE;PARTSTAT=DECLINED:mailto:notmax@example.com.org\nATTENDEE:mailto:team@example.com',
    ],
  ])('%s: %s', (expected, lines) => {
    expect(answer(lines)).toBe(expected);
  });
});
