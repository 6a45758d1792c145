import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../entries/entry.ts';
import { clock, sampleEntry, stretch, TUESDAY } from '../entries/sample-entry.ts';
import type { SettledGap } from '../entries/settled-gap.ts';
import type { CalendarEvent } from '../evidence/calendar-event.ts';
import type { PresenceSpan } from '../evidence/presence.ts';
import type { Id } from '../values/ids.ts';
import { lengthMs, subtract } from '../values/interval.ts';
import { addDays } from '../values/local-day.ts';
import type { TicketId } from '../values/ticket-id.ts';
import { askWeek } from './ask-week.ts';
import type { AskingRules, DayToAsk, Question } from './questions.ts';
import { aboutMinutes, secondsFor, waitsFor } from './questions.ts';

const rules: AskingRules = {
  now: clock('20:00'),
  today: TUESDAY,
  shortestGap: 15,
  attended: new Set(),
};
const there = (times: string, state: PresenceSpan['state'] = 'active'): PresenceSpan => ({
  ...stretch(times),
  id: times as Id,
  user: 'ann',
  state,
  backend: 'test',
  zone: 'Europe/Berlin',
  open: false,
});
const meeting = (name: string, times: string, given: Partial<CalendarEvent> = {}): CalendarEvent => ({
  ...stretch(times),
  source: 'ics:1',
  id: name,
  series: null,
  title: name,
  allDay: false,
  status: 'confirmed',
  response: 'accepted',
  busy: true,
  attended: null,
  kind: 'default',
  ...given,
});
const ofMeeting = (event: CalendarEvent, times: string, given: Partial<Entry> = {}): Entry =>
  sampleEntry(event.id, times, {
    ticket: null,
    source: 'calendar',
    description: event.title,
    evidence: [
      {
        kind: 'event',
        ref: event.id,
        label: event.title,
        startedAt: event.start,
        endedAt: event.end,
        rule: '',
      },
    ],
    ...given,
  });
const settled = (times: string): SettledGap => ({
  id: times as Id,
  user: 'ann',
  date: TUESDAY,
  startedAt: stretch(times).start,
  endedAt: stretch(times).end,
  verdict: 'break',
  createdAt: clock('18:00'),
  revision: 1,
});
/** A full Tuesday on which nothing is open but that it is not reviewed. */
const full = sampleEntry('work', '09:00-17:00');
const day = (given: Partial<DayToAsk> = {}): DayToAsk => ({
  date: TUESDAY,
  status: 'draft',
  entries: [full],
  gaps: [],
  settled: [],
  presence: [there('09:00-17:00')],
  meetings: [],
  target: 480,
  ...given,
});
const ask = (given: Partial<DayToAsk>, by: Partial<AskingRules> = {}): Question[] =>
  askWeek([day(given)], { ...rules, ...by });
const said = (questions: readonly Question[]): string[] =>
  questions.map(({ kind, minutes }) => `${kind} ${minutes}`);
/** Without the day itself, which is asked about last. */
const besides = (given: Partial<DayToAsk>, by: Partial<AskingRules> = {}): string[] =>
  said(ask(given, by).filter(({ kind }) => kind !== 'day'));

describe('a day', () => {
  it('is to be confirmed when nothing of it is open', () => {
    expect(said(ask({}))).toEqual(['day 480']);
  });

  it.each(['reviewed', 'submitted'] as const)('that is %s asks nothing', (status) => {
    expect(ask({ status, gaps: [stretch('12:00-13:00')] })).toEqual([]);
  });

  it('that has not come, or is empty, asks nothing; today when its target is reached', () => {
    expect(ask({}, { today: addDays(TUESDAY, -1) })).toEqual([]);
    expect(ask({ entries: [] })).toEqual([]);
    expect(ask({ entries: [sampleEntry('half', '09:00-12:00')], presence: [] })).toEqual([]);
    expect(
      ask({ entries: [sampleEntry('half', '09:00-12:00')] }, { today: addDays(TUESDAY, 1) }),
    ).toHaveLength(1);
  });

  it('waits for what else is open on it', () => {
    const questions = ask({ gaps: [stretch('18:00-19:00')] });
    expect(questions.map((one) => waitsFor(one, questions))).toEqual([0, 1]);
  });
});

describe('what has no ticket', () => {
  const standup = meeting('stand-up', '09:30-09:45', { series: 'daily' });

  it('is asked once for all meetings of a series, and once for each other entry', () => {
    const next = addDays(TUESDAY, 1);
    const days = [
      day({ meetings: [standup], entries: [ofMeeting(standup, '09:30-09:45')] }),
      day({
        date: next,
        meetings: [{ ...standup, id: 'next' }],
        entries: [
          ofMeeting({ ...standup, id: 'next' }, '09:30-09:45', { date: next }),
          sampleEntry('typed', '', { ticket: null, minutes: full.minutes }),
        ],
      }),
    ];
    const questions = askWeek(days, { ...rules, today: next, now: clock('20:00') });
    expect(questions[0]).toMatchObject({
      id: 'meeting:daily',
      kind: 'meeting',
      title: 'stand-up',
      dates: [TUESDAY, next],
      meeting: { series: 'daily' },
    });
    expect(questions.map(({ kind }) => kind)).toEqual(['meeting', 'entry', 'day', 'day']);
  });

  it('goes by its title without a series; two that tell no title have nothing in common', () => {
    const [one, other] = [
      meeting('a', '10:00-10:30', { title: '' }),
      meeting('b', '11:00-11:30', { title: '' }),
    ];
    const entries = [full, ofMeeting(one, '10:00-10:30'), ofMeeting(other, '11:00-11:30')];
    const kinds = ask({ meetings: [one, other], entries }).filter(({ kind }) => kind === 'meeting');
    expect(kinds).toHaveLength(2);
  });

  it('is no question with a ticket, or as a correction', () => {
    const correction = { reason: 'why', of: null };
    expect(besides({ entries: [full, sampleEntry('c', '', { ticket: null, correction })] })).toEqual([]);
  });
});

describe('a gap', () => {
  it('of present time is asked about from fifteen minutes on, or as the setting says', () => {
    expect(besides({ gaps: [stretch('17:00-17:14')] })).toEqual([]);
    expect(besides({ gaps: [stretch('17:00-17:15')] })).toEqual(['gap 15']);
    expect(besides({ gaps: [stretch('17:00-17:15')] }, { shortestGap: 30 })).toEqual([]);
  });

  it('under an accepted meeting is none', () => {
    const retro = meeting('retro', '17:00-18:00');
    expect(besides({ gaps: [stretch('17:00-18:00')], meetings: [retro] })).toEqual([]);
    expect(besides({ gaps: [stretch('17:00-18:30')], meetings: [retro] })).toEqual(['gap 30']);
  });

  it('that goes on is not asked about yet', () => {
    expect(besides({ gaps: [stretch('17:00-18:00')] }, { now: clock('18:10') })).toEqual([]);
  });

  const apart = [there('09:00-12:00'), there('13:00-17:00')];
  it('away from the machine is asked about only where the day lacks it', () => {
    const entries = (times: string) => [sampleEntry('work', times)];
    expect(besides({ presence: apart, entries: entries('08:00-12:00 13:00-17:00') })).toEqual([]);
    expect(besides({ presence: apart, entries: entries('09:00-12:00 13:00-17:00') })).toEqual(['gap 60']);
    // What else is unexplained would fill the day.
    const gaps = [stretch('17:30-18:00')];
    expect(besides({ presence: apart, gaps, entries: entries('09:00-12:00 13:00-17:00') })).toEqual([
      'gap 30',
    ]);
  });

  it('away is none when it was settled, a meeting explains it, or presence is not known', () => {
    const entries = [sampleEntry('work', '09:00-12:00 13:00-17:00')];
    expect(besides({ presence: apart, entries, settled: [settled('12:00-13:00')] })).toEqual([]);
    const lunch = meeting('lunch with the customer', '12:00-13:00');
    expect(besides({ presence: apart, entries, meetings: [lunch] })).toEqual([]);
    expect(besides({ presence: [...apart, there('12:00-13:00', 'unknown')], entries })).toEqual([]);
  });
});

describe('entries over each other', () => {
  const [one, other] = [sampleEntry('one', '09:00-17:00'), sampleEntry('other', '16:30-17:00')];

  it('are asked about with the minutes they share, until the person says it is all right', () => {
    expect(besides({ entries: [one, other] })).toEqual(['overlap 30']);
    expect(besides({ entries: [one, other], settled: [settled('16:30-17:00')] })).toEqual([]);
  });

  it('are none when they only touch, or have no times', () => {
    expect(besides({ entries: [sampleEntry('a', '09:00-12:00'), sampleEntry('b', '12:00-17:00')] })).toEqual(
      [],
    );
    expect(besides({ entries: [one, sampleEntry('b', '', { minutes: other.minutes })] })).toEqual([]);
  });
});

describe('a meeting at which nobody was at the machine', () => {
  const retro = meeting('retro', '17:30-18:15', { series: 'retro' });
  const entries = [full, ofMeeting(retro, '17:30-18:15', { ticket: 'TB-1' as TicketId })];

  it('is asked about once it is over', () => {
    expect(besides({ meetings: [retro], entries })).toEqual(['attend 45']);
    expect(besides({ meetings: [retro], entries }, { now: clock('18:00') })).toEqual([]);
  });

  it.each([
    ['the person was at the machine', { presence: [there('09:00-18:00')] }, {}],
    ['they said that they were there', { meetings: [{ ...retro, attended: true }] }, {}],
    ['they said so of its series', {}, { attended: new Set(['retro']) }],
    ['presence tells nothing of the day', { presence: [] }, {}],
    [
      'they gave it its ticket',
      { entries: entries.map((one) => ({ ...one, state: 'edited' as const })) },
      {},
    ],
  ])('is none when %s', (_why, given, by) => {
    expect(besides({ meetings: [retro], entries, ...given }, by)).toEqual([]);
  });
});

it('the estimate is a plain sum: so many seconds for each kind, told in whole minutes', () => {
  expect(secondsFor([{ kind: 'meeting' }, { kind: 'gap' }, { kind: 'day' }])).toBe(70);
  expect([0, 20, 70, 110, 300].map(aboutMinutes)).toEqual([0, 1, 1, 2, 5]);
});

it('whatever the day holds: no question twice, and settling the time of one takes it away and nothing else', () => {
  const minute = fc.integer({ min: 0, max: 59 });
  const times = fc
    .tuple(fc.integer({ min: 8, max: 17 }), minute, fc.integer({ min: 1, max: 150 }))
    .map(([hour, from, length]) => {
      const end = hour * 60 + from + length;
      const text = (at: number) =>
        `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
      return `${text(hour * 60 + from)}-${text(end)}`;
    });
  const ofTime = (question: Question) => question.kind === 'gap' || question.kind === 'overlap';
  fc.assert(
    fc.property(fc.array(times, { maxLength: 5 }), fc.array(times, { maxLength: 5 }), (worked, present) => {
      const entries = worked.map((text, at) => sampleEntry(`e${at}`, text));
      const presence = present.map((text) => there(text));
      const open = (gone: readonly SettledGap[]) =>
        ask({
          entries,
          presence,
          settled: gone,
          gaps: subtract(
            subtract(
              presence,
              entries.flatMap(({ spans }) => spans),
            ),
            gone.map(({ startedAt, endedAt }) => ({ start: startedAt, end: endedAt })),
          ).filter((gap) => lengthMs(gap) > 0),
        }).filter(ofTime);
      const questions = open([]);
      expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
      let gone: SettledGap[] = [];
      let left = questions;
      for (let round = 0; left.length > 0; round += 1) {
        const [first] = left;
        gone = [
          ...gone,
          { ...settled('09:00-10:00'), startedAt: first!.span!.start, endedAt: first!.span!.end },
        ];
        const after = open(gone);
        expect(after.map(({ id }) => id)).not.toContain(first!.id);
        expect(after.length).toBeLessThan(left.length);
        left = after;
        expect(round).toBeLessThan(40);
      }
    }),
  );
});
