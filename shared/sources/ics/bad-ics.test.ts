import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { calendarOf, readSample } from './read-sample.ts';
import { APPLE, FASTMAIL, GOOGLE, NEXTCLOUD, OUTLOOK } from './sample-calendars.ts';

describe('what is no calendar', () => {
  it.each([
    ['', 'no calendar'],
    ['<!doctype html><title>Sign in</title>', 'no calendar'],
    [OUTLOOK.slice(0, 900), 'in the middle'],
  ])('is refused: %j', (text, words) => {
    expect(() => readSample(text)).toThrow(words);
  });

  it('leaves an empty calendar empty', () => {
    expect(readSample('BEGIN:VCALENDAR\nEND:VCALENDAR')).toEqual({ events: [], problems: [] });
  });

  it('never throws anything else, whatever becomes of the text', () => {
    const pieces = [OUTLOOK, GOOGLE, APPLE, NEXTCLOUD, FASTMAIL].join('').split(/(?<=\n)/);
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 30 })), { maxLength: 60 }),
        (lines) => {
          const text = `BEGIN:VCALENDAR\nBEGIN:VEVENT\n${lines.join('')}\nEND:VEVENT\nEND:VCALENDAR`;
          try {
            for (const event of readSample(text).events)
              expect(event.end).toBeGreaterThanOrEqual(event.start);
          } catch (error) {
            expect(error).toMatchObject({ code: 'failed' });
          }
        },
      ),
    );
  });
});

describe('hostile calendars are bounded', () => {
  const many = (count: number, lines: (n: number) => string): string =>
    calendarOf(...Array.from({ length: count }, (_, n) => `UID:${n}\n${lines(n)}`));

  it.each([
    ['every second for ever', calendarOf('UID:1\nDTSTART:20000101T090000Z\nRRULE:FREQ=SECONDLY'), 0],
    [
      'a day that never comes',
      calendarOf('UID:1\nDTSTART:20000101T090000Z\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'),
      0,
    ],
    [
      'an interval beyond all numbers',
      calendarOf('UID:1\nDTSTART:20260210T090000Z\nRRULE:FREQ=YEARLY;INTERVAL=999999999999'),
      1,
    ],
    ['a title of 50 MB', calendarOf(`UID:1\nDTSTART:20260210T090000Z\nSUMMARY:${'x'.repeat(5e7)}`), 1],
    ['a meeting of 8000 years', calendarOf('UID:1\nDTSTART:20260210T090000Z\nDTEND:99990210T090000Z'), 1],
  ])('%s', (_, text, count) => {
    const content = readSample(text);
    expect(content.events).toHaveLength(count);
    expect(content.events.every((event) => event.title.length <= 500)).toBe(true);
  });

  it('thousands that repeat every minute', () => {
    const content = readSample(many(2000, () => 'DTSTART:20200101T090000Z\nRRULE:FREQ=MINUTELY'));
    expect(content.problems).toEqual(['2000 events left out for repeating too often.']);
  });

  it('a hundred thousand meetings of former years', () => {
    const content = readSample(many(100_000, (n) => `DTSTART:${2000 + (n % 25)}0210T090000Z`));
    expect(content).toEqual({ events: [], problems: [] });
  });

  it('more meetings than anybody has', () => {
    const content = readSample(many(400, () => 'DTSTART:20200101T090000Z\nRRULE:FREQ=HOURLY'));
    expect(content.events.length).toBeLessThanOrEqual(20_000);
    expect(content.problems.join()).toContain('left out');
  });
});
