import { describe, expect, it } from 'vitest';
import type { CalendarEvent } from '../evidence/calendar-event.ts';
import { defaultSettings } from '../settings/catalogue.ts';
import type { Settings } from '../settings/catalogue.ts';
import { derivationRules } from '../settings/rules.ts';
import { instant } from '../values/instant.ts';
import { calendarLane, meetingKey } from './calendar-lane.ts';

const NOW = instant(10 * 3_600_000);
const event = (given: Partial<CalendarEvent> = {}): CalendarEvent => ({
  source: 'ics:1',
  id: 'a~b/2026-02-10T09:00Z',
  series: 'a~b',
  title: 'TB-042 planning',
  start: instant(0),
  end: instant(3_600_000),
  allDay: false,
  status: 'confirmed',
  response: 'accepted',
  busy: true,
  attended: null,
  kind: 'default',
  ...given,
});
const pieceOf = (given: Partial<CalendarEvent>, settings: Partial<Settings> = {}) =>
  calendarLane([event(given)], NOW, derivationRules({ ...defaultSettings(), ...settings }))[0]!;

describe('calendarLane', () => {
  it('makes a meeting a piece of its own length, unrounded', () => {
    expect(pieceOf({})).toMatchObject({
      source: 'calendar',
      key: 'calendar:ics:1:a-b/2026-02-10T09:00Z',
      ticket: 'TB-042',
      project: 'TB',
      description: 'TB-042 planning',
      spans: [{ start: 0, end: 3_600_000 }],
      because: { kind: 'event', ref: 'a~b/2026-02-10T09:00Z', label: 'TB-042 planning' },
      rounded: false,
      finished: true,
    });
    expect(pieceOf({}).key).toBe(meetingKey(event()));
  });

  it('has the ticket of its series, else of meetings with its title, else that its title names, else none', () => {
    const ticketOf = (given: Partial<CalendarEvent>, series: Record<string, string>) =>
      pieceOf(given, { 'calendar.series': series }).ticket;
    expect(ticketOf({}, { 'a~b': 'APP-1', 'TB-042 planning': 'APP-2' })).toBe('APP-1');
    expect(ticketOf({}, { 'TB-042 planning': 'APP-2' })).toBe('APP-2');
    expect(ticketOf({ series: null }, { 'a~b': 'APP-1' })).toBe('TB-042');
    expect(ticketOf({ title: 'Planning' }, {})).toBeNull();
    expect(pieceOf({ title: 'COVID-19 rules' }, { 'tickets.prefixes': ['TB'] }).ticket).toBeNull();
    expect(pieceOf({}, { 'calendar.series': { 'a~b': 'APP-1' } }).because.rule).toContain('always book');
  });

  it('calls what the calendar does not name busy, and lets what goes on take time but not propose', () => {
    expect(pieceOf({ title: '' })).toMatchObject({ description: 'Busy', ticket: null });
    expect(pieceOf({ end: instant(NOW + 1) }).finished).toBe(false);
  });
});
