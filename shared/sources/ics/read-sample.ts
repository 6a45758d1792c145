// How tests read calendars: as max@example.com, in Berlin, the February of 2026 unless told otherwise. For tests only.
import { Temporal } from 'temporal-polyfill';
import { parseInstant } from '../../values/instant.ts';
import type { Interval } from '../../values/interval.ts';
import type { IcsContent } from './read-ics.ts';
import { readIcs } from './read-ics.ts';

export const BERLIN = 'Europe/Berlin';

/** From midnight to midnight, in UTC. */
export const between = (from: string, to: string): Interval => ({
  start: parseInstant(`${from}T00:00Z`)!,
  end: parseInstant(`${to}T00:00Z`)!,
});
export const FEBRUARY = between('2026-02-01', '2026-03-01');

export const readSample = (text: string, window = FEBRUARY, zone = BERLIN): IcsContent =>
  readIcs(text, { window, zone, addresses: ['max@example.com'], source: 'ics:1' });

/** A calendar of events, each told by its lines. */
export const calendarOf = (...events: string[]): string =>
  [
    'BEGIN:VCALENDAR',
    ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines.split('\n'), 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n');

/** `02-10T09:00` as the clocks of a zone show it. */
export const clockTime = (at: number, zone = BERLIN): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toString().slice(5, 16);
