import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { instant } from '../../values/instant.ts';
import { BERLIN, between, calendarOf, readSample } from './read-sample.ts';

describe('laws', () => {
  const time = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 23 }))
    .map((parts) => parts.map((n) => String(n).padStart(2, '0')))
    .map(([month, day, hour]) => `2026${month}${day}T${hour}1500`);
  const zone = fc.constantFrom(BERLIN, 'America/Sao_Paulo', 'W. Europe Standard Time');
  const event = fc
    .record({
      uid: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      start: time,
      zone,
      length: fc.constantFrom('PT15M', 'PT1H', 'P1D', 'PT30H', 'PT0S'),
      rule: fc.constantFrom(
        '',
        '',
        'RRULE:FREQ=DAILY;COUNT=9',
        'RRULE:FREQ=WEEKLY;BYDAY=MO,FR',
        'RRULE:FREQ=MONTHLY;UNTIL=20261001',
      ),
      excepted: fc.option(time),
      replaces: fc.option(time),
      later: fc.boolean(),
      sequence: fc.integer({ min: 0, max: 3 }),
      allDay: fc.boolean(),
    })
    .map((one) => {
      const written = (name: string, at: string, more = ''): string =>
        one.allDay ? `${name}${more};VALUE=DATE:${at.slice(0, 8)}` : `${name}${more};TZID=${one.zone}:${at}`;
      return [
        `UID:${one.uid}`,
        `SEQUENCE:${one.sequence}`,
        `SUMMARY:${one.uid} ${one.start}`,
        written('DTSTART', one.start),
        `DURATION:${one.allDay ? 'P2D' : one.length}`,
        ...(one.replaces
          ? [written('RECURRENCE-ID', one.replaces, one.later ? ';RANGE=THISANDFUTURE' : '')]
          : [one.rule, ...(one.excepted ? [written('EXDATE', one.excepted)] : [])]),
      ]
        .filter((text) => text !== '')
        .join('\n');
    });
  const events = fc.array(event, { minLength: 1, maxLength: 8 });
  const year = between('2025-12-01', '2027-02-01');

  it('the order of events never matters', () => {
    fc.assert(
      fc.property(
        events.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          expect(readSample(calendarOf(...shuffled), year)).toEqual(readSample(calendarOf(...list), year));
        },
      ),
    );
  });

  it('a narrower window gives what filtering a wider one would', () => {
    fc.assert(
      fc.property(
        events,
        fc.integer({ min: 0, max: 360 }),
        fc.integer({ min: 1, max: 60 }),
        (list, day, length) => {
          const start = instant(year.start + day * 86_400_000);
          const window = { start, end: instant(start + length * 86_400_000) };
          const all = readSample(calendarOf(...list), year).events;
          expect(readSample(calendarOf(...list), window).events).toEqual(
            all.filter(
              (one) => one.start < window.end && (one.end > window.start || one.start >= window.start),
            ),
          );
        },
      ),
    );
  });
});
