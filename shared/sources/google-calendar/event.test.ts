import { describe, expect, it } from 'vitest';
import type { CalendarEvent } from '../../evidence/calendar-event.ts';
import { formatInstant } from '../../values/instant.ts';
import type { EventRules } from './event.ts';
import { readItem } from './event.ts';

const rules: EventRules = {
  source: 'google:max@acme.com/max@acme.com',
  zone: 'Europe/Berlin',
  addresses: ['max@acme.com'],
};

/** As the API tells a plain meeting; each test changes what it is about. */
const RECORDED = {
  kind: 'calendar#event',
  etag: '"3540000000000000"',
  id: '6k1b2c3d4e5f6g7h8i9j0k1l2m',
  status: 'confirmed',
  htmlLink: 'https://www.google.com/calendar/event?eid=x',
  created: '2026-01-12T08:00:00.000Z',
  updated: '2026-02-09T10:21:07.411Z',
  summary: 'TB-042 refinement',
  description: 'never read',
  creator: { email: 'max@acme.com', self: true },
  organizer: { email: 'max@acme.com', self: true },
  start: { dateTime: '2026-02-10T09:00:00+01:00', timeZone: 'Europe/Berlin' },
  end: { dateTime: '2026-02-10T09:45:00+01:00', timeZone: 'Europe/Berlin' },
  iCalUID: '6k1b2c3d4e5f6g7h8i9j0k1l2m@google.com',
  sequence: 0,
  reminders: { useDefault: true },
  eventType: 'default',
};

function event(change: Readonly<Record<string, unknown>> = {}, of = rules): CalendarEvent {
  const item = readItem({ ...RECORDED, ...change }, of);
  if (item.is !== 'event') throw new Error(`it is ${item.is}`);
  return item.event;
}
const guests = (...attendees: unknown[]) => ({ organizer: { email: 'boss@acme.com' }, attendees });
const me = (responseStatus: string) => ({ email: 'max@acme.com', self: true, responseStatus });
const other = { email: 'lea@acme.com', responseStatus: 'accepted' };

describe('an item of an events list', () => {
  it('is a meeting: who it belongs to, when, what it is called', () => {
    expect(event()).toEqual({
      source: rules.source,
      id: '6k1b2c3d4e5f6g7h8i9j0k1l2m',
      series: null,
      title: 'TB-042 refinement',
      start: Date.parse('2026-02-10T08:00:00Z'),
      end: Date.parse('2026-02-10T08:45:00Z'),
      allDay: false,
      status: 'confirmed',
      response: 'accepted',
      busy: true,
      attended: null,
      kind: 'default',
    });
  });

  it('of a series is named after the start it was planned for, and shares the UID with the others', () => {
    const instance = event({
      id: 'standup_20260210T081500Z',
      recurringEventId: 'standup',
      originalStartTime: { dateTime: '2026-02-10T09:15:00+01:00' },
      iCalUID: 'standup@google.com',
    });
    expect(instance).toMatchObject({ id: 'standup_20260210T081500Z', series: 'standup@google.com' });
    expect(event({ recurringEventId: 'standup', iCalUID: undefined }).series).toBe('standup');
  });

  it('keeps its id when the instance was moved', () => {
    const moved = event({
      id: 'standup_20260210T081500Z',
      recurringEventId: 'standup',
      originalStartTime: { dateTime: '2026-02-10T09:15:00+01:00' },
      start: { dateTime: '2026-02-10T16:00:00+01:00' },
      end: { dateTime: '2026-02-10T16:15:00+01:00' },
    });
    expect([moved.id, formatInstant(moved.start)]).toEqual([
      'standup_20260210T081500Z',
      '2026-02-10T15:00:00.000Z',
    ]);
  });

  it('tells of what is no more: deleted ones have only an id, cancelled instances a little more', () => {
    expect(readItem({ id: 'x', status: 'cancelled' }, rules)).toEqual({ is: 'gone', id: 'x' });
    const exception = {
      id: 'standup_20260211T081500Z',
      recurringEventId: 'standup',
      originalStartTime: { dateTime: '2026-02-11T09:15:00+01:00' },
      status: 'cancelled',
    };
    expect(readItem(exception, rules)).toEqual({ is: 'gone', id: 'standup_20260211T081500Z' });
  });

  it.each([
    ['transparent', false],
    ['opaque', true],
    [undefined, true],
  ])('with transparency %s shows the person busy: %s', (transparency, busy) => {
    expect(event({ transparency }).busy).toBe(busy);
  });

  it.each([
    ['outOfOffice', 'outOfOffice'],
    ['focusTime', 'focusTime'],
    ['workingLocation', 'workingLocation'],
    ['birthday', 'birthday'],
    ['fromGmail', 'default'],
    ['somethingNew', 'default'],
    [undefined, 'default'],
  ])('of type %s is of kind %s', (eventType, kind) => {
    expect(event({ eventType }).kind).toBe(kind);
  });

  it('may be tentative', () => {
    expect(event({ status: 'tentative' }).status).toBe('tentative');
  });

  it('has no title where only “busy” may be seen', () => {
    const { summary: _, ...secret } = RECORDED;
    const item = readItem({ ...secret, visibility: 'private' }, rules);
    expect(item).toMatchObject({ is: 'event', event: { title: '' } });
  });

  it('all day lasts from midnight to midnight where the person is, its end day is not part of it', () => {
    const days = event({ start: { date: '2026-03-28' }, end: { date: '2026-03-30' } });
    expect(days.allDay).toBe(true);
    expect((days.end - days.start) / 3_600_000).toBe(47); // the night to summer time is one hour short
    expect(formatInstant(days.start)).toBe('2026-03-27T23:00:00.000Z');
  });

  it('without an offset goes by the zone it names', () => {
    const inOslo = event({
      start: { dateTime: '2026-07-01T09:00:00', timeZone: 'America/New_York' },
      end: { dateTime: '2026-07-01T10:00:00', timeZone: 'America/New_York' },
    });
    expect(formatInstant(inOslo.start)).toBe('2026-07-01T13:00:00.000Z');
  });
});

describe('what the person answered', () => {
  it.each(['accepted', 'tentative', 'declined', 'needsAction'] as const)(
    'is what their guest line says: %s',
    (said) => {
      expect(event(guests(other, me(said))).response).toBe(said);
    },
  );

  it('is yes for their own events, with guests and without', () => {
    expect(event({ attendees: [other] }).response).toBe('accepted');
    expect(event({ organizer: { email: 'group@group.calendar.google.com' } }).response).toBe('accepted');
  });

  it('is known by their address on a calendar that is somebody else’s', () => {
    const theirs = guests(
      { email: 'team@group.calendar.google.com', self: true, responseStatus: 'accepted' },
      { email: 'Max@ACME.com', responseStatus: 'declined' },
    );
    expect(event(theirs).response).toBe('declined');
  });

  it('is open where they were invited through a list, or the guests are not shown', () => {
    expect(event(guests(other)).response).toBe('needsAction');
    expect(event({ organizer: { email: 'boss@acme.com' }, attendeesOmitted: true }).response).toBe(
      'needsAction',
    );
    expect(event({ attendees: [other], attendeesOmitted: true }).response).toBe('accepted');
    expect(event(guests(me('maybe?'))).response).toBe('needsAction');
  });
});

describe('strange items', () => {
  it.each([
    ['no object', 'x'],
    ['nothing', null],
    ['no id', { ...RECORDED, id: undefined }],
    ['an empty id', { ...RECORDED, id: '' }],
    ['no start', { ...RECORDED, start: undefined }],
    ['a start that is none', { ...RECORDED, start: { dateTime: 'soon' } }],
    ['a day that is none', { ...RECORDED, start: { date: '2026-02-30' }, end: { date: '2026-03-01' } }],
    ['an end before the start', { ...RECORDED, end: { dateTime: '2026-02-10T08:00:00+01:00' } }],
  ])('are told apart: %s', (_, raw) => {
    expect(readItem(raw, rules)).toEqual({ is: 'unreadable' });
  });

  it('lose no meeting for one field that is not as documented', () => {
    const strange = event({
      attendees: 'many',
      organizer: 7,
      transparency: {},
      eventType: null,
      summary: 42,
      recurringEventId: [],
    });
    expect(strange).toMatchObject({
      title: '',
      response: 'accepted',
      busy: true,
      kind: 'default',
      series: null,
    });
    expect(event(guests(null, 'x', me('declined'))).response).toBe('declined');
  });

  it('take a missing end for no length, and cut endless titles', () => {
    const endless = event({ end: undefined, summary: 'x'.repeat(100_000) });
    expect(endless.end).toBe(endless.start);
    expect(endless.title).toHaveLength(1000);
  });
});
