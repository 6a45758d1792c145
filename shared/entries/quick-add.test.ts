import { describe, expect, it } from 'vitest';
import { addDays, formatClock, parseLocalDay } from '../values/local-day.ts';
import type { QuickAddContext } from './quick-add.ts';
import { parseQuickAdd } from './quick-add.ts';

/** A Wednesday in Berlin. */
const CONTEXT: QuickAddContext = {
  today: parseLocalDay('2026-02-11')!,
  zone: 'Europe/Berlin',
  workingHoursPerDay: 8,
  prefixes: [],
};

/** What was understood, in a line: `TB-042 90m 2026-02-10 09:00-10:30: words`; today and no ticket are left out. */
function understood(text: string, change: Partial<QuickAddContext> = {}): string {
  const context = { ...CONTEXT, ...change };
  const read = parseQuickAdd(text, context);
  if (read.kind === 'missing') return `${read.what}?`;
  const clock = (at: typeof read.startedAt) => formatClock(at!, context.zone);
  const parts = [
    read.ticket,
    `${read.minutes}m`,
    read.date === context.today ? null : read.date,
    read.startedAt === null ? null : `${clock(read.startedAt)}-${clock(read.endedAt)}`,
  ];
  return `${parts.filter((part) => part !== null).join(' ')}: ${read.description}`;
}

describe('the sentences of the documents', () => {
  it.each([
    ['Log 2h on TINT-191 for HR training', 'TINT-191 120m: HR training'],
    [
      "I spent 45 minutes on TINT-206 — VPN was down, couldn't work",
      "TINT-206 45m: VPN was down, couldn't work",
    ],
    ['Add 3h to APP-45678 for sprint planning and retro', 'APP-45678 180m: sprint planning and retro'],
    ['2h on TINT-191 for HR training yesterday', 'TINT-191 120m 2026-02-10: HR training'],
    ['1,5 Std auf TB-042 für Doku gestern', 'TB-042 90m 2026-02-10: Doku'],
    ['0900-1015 TB-042 Messe vorbereiten', 'TB-042 75m 09:00-10:15: Messe vorbereiten'],
    ['I also spent an hour reading the FIX spec, put it on TB-042', 'TB-042 60m: reading the FIX spec'],
  ])('%s', (text, expected) => {
    expect(understood(text)).toBe(expected);
  });
});

describe('how long', () => {
  it.each([
    ['30m', 30],
    ['2h', 120],
    ['1h30m', 90],
    ['1h30', 90],
    ['1d', 480],
    ['1d2h', 600],
    ['1.5h', 90],
    ['1,5h', 90],
    ['0.25d', 120],
    ['90min', 90],
    ['1:30', 90],
    ['1:30 h', 90],
    ['2 hours', 120],
    ['45 minutes', 45],
    ['1 hour', 60],
    ['an hour', 60],
    ['half an hour', 30],
    ['a half hour', 30],
    ['a quarter of an hour', 15],
    ['three quarters of an hour', 45],
    ['an hour and a half', 90],
    ['one and a half hours', 90],
    ['2 and a half hours', 150],
    ['two hours', 120],
    ['1 hour 30 minutes', 90],
    ['1 hour and 30 minutes', 90],
    ['1h 30m', 90],
    ['1½ hours', 90],
    ['half a day', 240],
    ['eine Stunde', 60],
    ['eine halbe Stunde', 30],
    ['eine Viertelstunde', 15],
    ['eine Dreiviertelstunde', 45],
    ['dreiviertel Stunde', 45],
    ['anderthalb Stunden', 90],
    ['zweieinhalb Stunden', 150],
    ['2 Std', 120],
    ['2 Std.', 120],
    ['90 Minuten', 90],
    ['1 Std 30 Min', 90],
    ['eine Stunde und 15 Minuten', 75],
    ['einen halben Tag', 240],
    ['2 Tage', 960],
  ])('%s is %i minutes, wherever it stands', (words, minutes) => {
    expect(understood(`${words} on TB-042 for review`)).toBe(`TB-042 ${minutes}m: review`);
    expect(understood(`review on TB-042, ${words}`)).toBe(`TB-042 ${minutes}m: review`);
    expect(understood(`TB-042: review for about ${words}`)).toBe(`TB-042 ${minutes}m: review`);
  });

  it('a day is as long as the working day', () => {
    expect(understood('1d TB-042 workshop', { workingHoursPerDay: 7.7 })).toBe('TB-042 462m: workshop');
  });

  it('the first plain one counts; others are part of the story', () => {
    expect(understood('2h TB-042 raise the timeout to 30m')).toBe('TB-042 120m: raise the timeout to 30m');
    expect(understood('2h TB-042 the 10:30 standup')).toBe('TB-042 120m: the 10:30 standup');
    expect(understood('what a day, 2h TB-042 cleaning')).toBe('TB-042 120m: what a day, cleaning');
    expect(understood('2h TB-042 budget 2024-2025')).toBe('TB-042 120m: budget 2024-2025');
    expect(understood('TB-042 limit from 3 to 5, 2h')).toBe('TB-042 120m: limit from 3 to 5');
  });
});

describe('from when to when', () => {
  it.each([
    ['0900-1015', '75m 09:00-10:15'],
    ['9:00-10:15', '75m 09:00-10:15'],
    ['9-10:15', '75m 09:00-10:15'],
    ['9:00–10:15', '75m 09:00-10:15'],
    ['9:00 - 10:15', '75m 09:00-10:15'],
    ['0900 1015', '75m 09:00-10:15'],
    ['from 9:00 to 10:15', '75m 09:00-10:15'],
    ['between 9 and 10:15', '75m 09:00-10:15'],
    ['von 9 bis 10:15 Uhr', '75m 09:00-10:15'],
    ['9 Uhr bis 10 Uhr', '60m 09:00-10:00'],
    ['9-10', '60m 09:00-10:00'],
    ['9am-11am', '120m 09:00-11:00'],
    ['1-3pm', '120m 13:00-15:00'],
    ['11-1pm', '120m 11:00-13:00'],
    ['12am-1am', '60m 00:00-01:00'],
    ['22:00-24:00', '120m 22:00-00:00'],
  ])('%s', (words, expected) => {
    expect(understood(`${words} TB-042 kickoff`)).toBe(`TB-042 ${expected}: kickoff`);
  });

  it('is on the day that was said', () => {
    const read = parseQuickAdd('gestern 9:00-10:15 TB-042 Kickoff', CONTEXT);
    expect(read.startedAt).toBe(Date.parse('2026-02-10T08:00:00Z'));
    expect(read.endedAt).toBe(Date.parse('2026-02-10T09:15:00Z'));
  });

  it('counts the time that passed when the clock was changed in between', () => {
    expect(understood('2026-03-29 1:00-4:00 deploy')).toBe('120m 2026-03-29 01:00-04:00: deploy');
    expect(understood('2026-10-25 1:00-4:00 deploy')).toBe('240m 2026-10-25 01:00-04:00: deploy');
    expect(understood('2026-03-29 2:30-3:15 deploy')).toBe('sense?');
  });

  it.each(['25:00-26:00', '9:70-10:00', '0860-0990', '13pm-14pm'])('%s is no range', (words) => {
    expect(understood(`${words} TB-042 kickoff`)).toBe('minutes?');
  });
});

describe('which ticket', () => {
  it.each([
    ['2h on TB-042 for review', 'TB-042 120m: review'],
    ['2h auf TB-042 für Review', 'TB-042 120m: Review'],
    ['2h to TB-042: review', 'TB-042 120m: review'],
    ['2h für TB-042 Review', 'TB-042 120m: Review'],
    ['2h TB-042 review', 'TB-042 120m: review'],
    ['TB-042 review 2h', 'TB-042 120m: review'],
    ['TB-042: review, 2h', 'TB-042 120m: review'],
    ['TB-042—review 2h', 'TB-042 120m: review'],
    ['(2h) review (TB-042)', 'TB-042 120m: review'],
    ['2h on code review for TB-042', 'TB-042 120m: code review'],
    ['2h on tb-042 review', 'TB-042 120m: review'],
    ['2h review', '120m: review'],
  ])('%s', (text, expected) => {
    expect(understood(text)).toBe(expected);
  });

  it('one that is introduced comes before one that is mentioned, capitals before lower case', () => {
    expect(understood('2h UTF-8 fix on TB-042')).toBe('TB-042 120m: UTF-8 fix');
    expect(understood('2h TB-042 pairing with APP-019 people')).toBe(
      'TB-042 120m: pairing with APP-019 people',
    );
    expect(understood('2h iso-8601 dates TB-042')).toBe('TB-042 120m: iso-8601 dates');
    expect(understood('2h on iso-8601 dates, TB-042')).toBe('TB-042 120m: iso-8601 dates');
  });

  it('lower case in running text is a word, unless its prefix is known', () => {
    expect(understood('2h covid-19 paperwork')).toBe('120m: covid-19 paperwork');
    expect(understood('2h tb-042 review', { prefixes: ['TB'] })).toBe('TB-042 120m: review');
  });

  it('only known prefixes are tickets when any are configured', () => {
    expect(understood('2h UTF-8 fix TB-042', { prefixes: ['TB'] })).toBe('TB-042 120m: UTF-8 fix');
    expect(understood('2h UTF-8 fix', { prefixes: ['TB'] })).toBe('120m: UTF-8 fix');
  });
});

describe('which day', () => {
  it.each([
    ['yesterday', '2026-02-10'],
    ['gestern', '2026-02-10'],
    ['gestern Abend', '2026-02-10'],
    ['last night', '2026-02-10'],
    ['the day before yesterday', '2026-02-09'],
    ['vorgestern', '2026-02-09'],
    ['on Tuesday', '2026-02-10'],
    ['on tue', '2026-02-10'],
    ['am Dienstag', '2026-02-10'],
    ['am Di', '2026-02-10'],
    ['last friday', '2026-02-06'],
    ['letzten Freitag', '2026-02-06'],
    ['2026-02-10', '2026-02-10'],
    ['10.02.', '2026-02-10'],
    ['am 9.2.', '2026-02-09'],
    ['10.02.2026', '2026-02-10'],
    ['on Feb 10', '2026-02-10'],
    ['2 days ago', '2026-02-09'],
    ['vor 2 Tagen', '2026-02-09'],
    ['tomorrow', '2026-02-12'],
  ])('%s, first, last or in between', (words, date) => {
    for (const text of [
      `${words} 2h TB-042 slides`,
      `2h TB-042 slides ${words}`,
      `2h ${words} TB-042 slides`,
    ]) {
      expect(understood(text)).toBe(`TB-042 120m ${date}: slides`);
    }
  });

  it.each([
    ['2h TB-042 prepare Friday demo', 'prepare Friday demo'],
    ['2h TB-042 upgrade to 1.2.', 'upgrade to 1.2.'],
    ['2h TB-042 and so on', 'and so on'],
    ['2h TB-042 may 5 users log in', 'may 5 users log in'],
    ['2h TB-042 am Morgen aufräumen', 'am Morgen aufräumen'],
    ["2h TB-042 yesterday's bug", "yesterday's bug"],
  ])('%s is today', (text, words) => {
    expect(understood(text)).toBe(`TB-042 120m: ${words}`);
  });

  it('said in the words comes before the day that is open, and that before today', () => {
    const monday = addDays(CONTEXT.today, -2);
    expect(understood('2h TB-042 slides', { day: monday })).toBe('TB-042 120m 2026-02-09: slides');
    expect(understood('2h TB-042 slides yesterday', { day: monday })).toBe('TB-042 120m 2026-02-10: slides');
  });
});

describe('what was done', () => {
  it.each([
    ['Please log another 2h on TB-042: fix', 'TB-042 120m: fix'],
    ['Bitte buche noch 2h auf TB-042 für Doku', 'TB-042 120m: Doku'],
    ['Ich habe gestern 2 Stunden an TB-042 gearbeitet: Doku', 'TB-042 120m 2026-02-10: Doku'],
    ['Ich habe 2 Stunden mit Doku auf TB-042 verbracht', 'TB-042 120m: Doku'],
    ['Trage 2h auf TB-042 für Doku ein', 'TB-042 120m: Doku'],
    ['Add login page, 2h TB-042', 'TB-042 120m: Add login page'],
    ['On-call 2h TB-042', 'TB-042 120m: On-call'],
    ['Kickoff TB-042 for the new team 2h', 'TB-042 120m: Kickoff for the new team'],
    ['90min TB-042 "HR training"', 'TB-042 90m: HR training'],
    ['2h TB-042 say "hi" to Bob', 'TB-042 120m: say "hi" to Bob'],
    ['2h TB-042 Fix: NPE in `Foo.bar()` (again)!', 'TB-042 120m: Fix: NPE in `Foo.bar()` (again)!'],
    ['2h TB-042   two\n  lines\u0007', 'TB-042 120m: two lines'],
    ['2h TB-042 ドキュメント 🎉', 'TB-042 120m: ドキュメント 🎉'],
  ])('%s', (text, expected) => {
    expect(understood(text)).toBe(expected);
  });
});

describe('what is missing or cannot be is said, with what was understood so far', () => {
  it.each([
    ['', 'minutes'],
    ['TB-042 review', 'minutes'],
    ['I was in meetings all morning, no ticket', 'minutes'],
    ['2h', 'description'],
    ['2h on TB-042', 'description'],
    ['2h on TB-042 — ', 'description'],
    ['log 2h yesterday', 'description'],
    ['-30m TB-042 oops', 'sense'],
    ['0m TB-042 oops', 'sense'],
    ['30h TB-042 oops', 'sense'],
    ['999999h TB-042 oops', 'sense'],
    ['10:15-9:00 TB-042 oops', 'sense'],
    ['22:00-01:00 TB-042 deploy', 'sense'],
  ])('"%s" lacks %s', (text, what) => {
    const read = parseQuickAdd(text, CONTEXT);
    expect(read).toMatchObject({ kind: 'missing', what, sentence: expect.stringMatching(/[.?]$/) as string });
  });

  it('a preview can show the parts', () => {
    expect(parseQuickAdd('2h on TB-042 yesterday', CONTEXT)).toMatchObject({
      what: 'description',
      ticket: 'TB-042',
      minutes: 120,
      date: '2026-02-10',
    });
    expect(parseQuickAdd('TB-042 review', CONTEXT)).toMatchObject({
      ticket: 'TB-042',
      minutes: null,
      description: 'review',
    });
  });
});
