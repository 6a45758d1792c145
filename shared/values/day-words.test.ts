import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveDay, resolveWeek } from './day-words.ts';
import { weekOf } from './iso-week.ts';
import { addDays, parseLocalDay, weekdayOf } from './local-day.ts';

const day = (text: string) => parseLocalDay(text)!;
/** A Wednesday. */
const today = day('2026-02-11');
const anyDay = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays(day('1990-01-01'), n));

describe('said on Wednesday, 11 February 2026', () => {
  it.each([
    ['2026-02-10', '2026-02-10'],
    ['today', '2026-02-11'],
    ['heute', '2026-02-11'],
    ['Yesterday', '2026-02-10'],
    ['gestern', '2026-02-10'],
    ['the day before yesterday', '2026-02-09'],
    ['day before yesterday', '2026-02-09'],
    ['Vorgestern', '2026-02-09'],
    ['tomorrow', '2026-02-12'],
    ['morgen', '2026-02-12'],
    ['übermorgen', '2026-02-13'],
    ['-1', '2026-02-10'],
    ['-10', '2026-02-01'],
    ['+2', '2026-02-13'],
    ['3 days ago', '2026-02-08'],
    ['a week ago', '2026-02-04'],
    ['vor zwei Tagen', '2026-02-09'],
  ])('%s is %s', (text, expected) => {
    expect(resolveDay(text, today)).toBe(expected);
  });

  it.each([
    ['wednesday', '2026-02-11', 'today itself'],
    ['last wednesday', '2026-02-04', 'but not the last one'],
    ['Tuesday', '2026-02-10', 'yesterday'],
    ['on Tuesday', '2026-02-10', 'with on'],
    ['am Dienstag', '2026-02-10', 'or am'],
    ['Fri', '2026-02-06', 'never in the future'],
    ['Do', '2026-02-05', 'Donnerstag, short'],
    ['Mo.', '2026-02-09', 'with the dot of an abbreviation'],
    ['last friday', '2026-02-06', 'the most recent one'],
    ['letzten Freitag', '2026-02-06', 'in German'],
    ['am letzten Freitag', '2026-02-06', 'in longer German'],
    ['this Friday', '2026-02-13', 'the one of this week'],
    ['next Monday', '2026-02-16', 'the one to come'],
    ['next Wednesday', '2026-02-18', 'not today'],
    ['next Friday', '2026-02-13', 'the first to come'],
    ['Sonnabend', '2026-02-07', 'in northern German'],
  ])('%s is %s: %s', (text, expected) => {
    expect(resolveDay(text, today)).toBe(expected);
  });

  it.each([
    ['10.02.', '2026-02-10', 'this year'],
    ['11.02.', '2026-02-11', 'today'],
    ['12.02.', '2025-02-12', 'not come yet, so last year'],
    ['1.2.', '2026-02-01', 'single digits'],
    ['10.02.2024', '2024-02-10', 'with a year'],
    ['10.2.24', '2024-02-10', 'with half a year number'],
    ['29.02.', '2024-02-29', 'the last leap day there was'],
    ['Feb 10', '2026-02-10', 'English'],
    ['February 10th, 2025', '2025-02-10', 'long English'],
    ['10 Feb', '2026-02-10', 'British'],
    ['10. März 2025', '2025-03-10', 'German'],
    ['Dec 31', '2025-12-31', 'the last one'],
  ])('%s is %s: %s', (text, expected) => {
    expect(resolveDay(text, today)).toBe(expected);
  });

  it.each([
    '',
    ' ',
    'someday',
    '2026-02-30',
    '31.02.',
    '32.01.2026',
    '10.02',
    'Feb',
    'Feb 30',
    'yesterday evening',
    'on',
    'last',
    'last week',
    '-',
    '-99999',
    '2/10',
    'two days',
    'constructor',
  ])('"%s" is no day', (text) => {
    expect(resolveDay(text, today)).toBeNull();
  });
});

describe('weeks, said in 2026-W07', () => {
  it.each([
    ['2026-W05', '2026-W05'],
    ['2026-w05', '2026-W05'],
    ['this', '2026-W07'],
    ['this week', '2026-W07'],
    ['diese Woche', '2026-W07'],
    [':week', '2026-W07'],
    ['last', '2026-W06'],
    ['letzte', '2026-W06'],
    ['letzte Woche', '2026-W06'],
    [':lastweek', '2026-W06'],
    ['next', '2026-W08'],
    ['nächste Woche', '2026-W08'],
    ['-3', '2026-W04'],
    ['KW 5', '2026-W05'],
    ['W5', '2026-W05'],
    ['2026-02-01', '2026-W05'],
    ['yesterday', '2026-W07'],
    ['letzten Freitag', '2026-W06'],
    ['2026-W53', '2026-W53'],
  ])('%s is %s', (text, expected) => {
    expect(resolveWeek(text, today)).toBe(expected);
  });

  it.each(['', '2025-W53', 'W54', 'KW 0', 'some week', 'W', '2026-W7', '2026-02-30'])(
    '"%s" is no week',
    (text) => {
      expect(resolveWeek(text, today)).toBeNull();
    },
  );

  it('the week of New Year may be in the old year', () => {
    expect(resolveWeek('this', day('2027-01-01'))).toBe('2026-W53');
    expect(resolveWeek('next', day('2027-01-01'))).toBe('2027-W01');
  });
});

describe('on any day', () => {
  it('a weekday is that weekday, at most six days ago; the last one is one to seven days ago', () => {
    const name = fc.constantFrom('monday', 'Dienstag', 'wed', 'Do', 'friday', 'Sa', 'Sonntag');
    fc.assert(
      fc.property(anyDay, name, (now, text) => {
        const bare = resolveDay(text, now)!;
        const last = resolveDay(`last ${text}`, now)!;
        expect(bare <= now && bare >= addDays(now, -6)).toBe(true);
        expect(last < now && last >= addDays(now, -7)).toBe(true);
        expect(weekdayOf(last)).toBe(weekdayOf(bare));
      }),
    );
  });

  it('a date in any spelling is the day itself', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (date, now) => {
        const [year, month, number] = date.split('-');
        expect(resolveDay(date, now)).toBe(date);
        expect(resolveDay(`${number}.${month}.${year}`, now)).toBe(date);
        expect(resolveWeek(date, now)).toBe(weekOf(date));
      }),
    );
  });

  it('no text makes it fall over', () => {
    const pieces = fc.constantFrom(
      'last',
      'vor',
      '3',
      'days',
      'ago',
      '.',
      '10.02.',
      ':',
      '-1',
      'feb',
      '\0',
      'ß',
      ' ',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((p) => p.join(' ')),
        ),
        (text) => {
          expect(() => [resolveDay(text, today), resolveWeek(text, today)]).not.toThrow();
        },
      ),
    );
    expect(resolveDay('1.'.repeat(500_000), today)).toBeNull();
    expect(resolveWeek(' week'.repeat(200_000), today)).toBeNull();
  });
});
