import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { CATALOGUE } from '../settings/catalogue.ts';
import type { MeetingRules } from '../settings/rules.ts';
import { instant } from '../values/instant.ts';
import type { CalendarEvent } from './calendar-event.ts';
import { workingMeetings } from './working-meetings.ts';

const RULES: MeetingRules = {
  tentative: false,
  leaveOut: CATALOGUE['calendar.leaveOut'].initial,
  ticketOf: {},
};
const event = (given: Partial<CalendarEvent> = {}): CalendarEvent => ({
  source: 'ics:1',
  id: 'a',
  series: null,
  title: 'Planning',
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
const counts = (given: Partial<CalendarEvent>, rules: Partial<MeetingRules> = {}): boolean =>
  workingMeetings([event(given)], { ...RULES, ...rules }).length === 1;

describe('workingMeetings', () => {
  it.each<[boolean, Partial<CalendarEvent>]>([
    [true, {}],
    [false, { status: 'cancelled' }],
    [false, { status: 'cancelled', attended: true }],
    [false, { response: 'declined' }],
    [false, { response: 'tentative' }],
    [false, { response: 'needsAction' }],
    [false, { status: 'tentative' }],
    [false, { busy: false }],
    [false, { allDay: true }],
    [false, { kind: 'workingLocation' }],
    [false, { kind: 'birthday' }],
    [false, { kind: 'outOfOffice' }],
    [false, { kind: 'focusTime' }],
    [false, { end: instant(0) }],
    [false, { attended: false }],
    [true, { attended: true, response: 'declined' }],
    [true, { attended: true, response: 'needsAction', busy: false }],
    [false, { attended: true, allDay: true }],
  ])('%s: %o', (expected, given) => {
    expect(counts(given)).toBe(expected);
  });

  it('counts what the settings let in', () => {
    expect(counts({ response: 'tentative' }, { tentative: true })).toBe(true);
    expect(counts({ status: 'tentative' }, { tentative: true })).toBe(true);
    expect(counts({ response: 'declined' }, { tentative: true })).toBe(false);
    for (const given of [{ busy: false }, { allDay: true }, { kind: 'focusTime' as const }])
      expect(counts(given, { leaveOut: [] })).toBe(true);
  });

  it('takes the same meeting in two calendars for one, always the same one', () => {
    const [mine, copy] = [event(), event({ source: 'google:1', id: 'b' })];
    expect(workingMeetings([mine, copy], RULES)).toEqual([copy]);
    expect(workingMeetings([copy, mine], RULES)).toEqual([copy]);
    expect(workingMeetings([mine, event({ id: 'b', title: 'Another' })], RULES)).toHaveLength(2);
  });

  it('does not mind the order', () => {
    const some = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      title: fc.constantFrom('x', 'y'),
      response: fc.constantFrom('accepted' as const, 'declined' as const, 'tentative' as const),
      attended: fc.constantFrom(true, false, null),
    });
    fc.assert(
      fc.property(
        fc
          .array(some)
          .chain((list) =>
            fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
          ),
        ([list, shuffled]) => {
          const ids = (given: typeof list): string[] =>
            workingMeetings(given.map(event), RULES)
              .map(({ id, title }) => `${id} ${title}`)
              .toSorted();
          expect(ids(shuffled)).toEqual(ids(list));
        },
      ),
    );
  });
});
