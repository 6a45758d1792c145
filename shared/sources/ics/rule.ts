import { instant } from '../../values/instant.ts';
import type { Property } from './properties.ts';
import type { Wall, WallClock } from './wall.ts';
import { DAY_MS, readWritten, SECOND_MS } from './wall.ts';

const FREQUENCIES = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY', 'MINUTELY', 'SECONDLY'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** A day of the week, 0 = Sunday; the so-manieth of its month or year, from the end when negative; 0: each. */
export interface RuleDay {
  readonly nth: number;
  readonly weekday: number;
}

/** How an event repeats (RFC 5545 §3.3.10). Empty lists say nothing. */
export interface Rule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | null;
  /** On the clock of the event; the last moment that may still be one. */
  readonly until: Wall | null;
  /** Day that weeks begin with, 0 = Sunday. */
  readonly weekStart: number;
  readonly months: readonly number[];
  readonly weeks: readonly number[];
  readonly yearDays: readonly number[];
  readonly monthDays: readonly number[];
  readonly days: readonly RuleDay[];
  readonly hours: readonly number[];
  readonly minutes: readonly number[];
  readonly seconds: readonly number[];
  readonly positions: readonly number[];
}

/**
 * Reads a rule of a property. @param clock of the event, which an end told in UTC is put on.
 * @throws Error where it says what no rule can.
 */
export function readRule(property: Property, clock: WallClock): Rule {
  const said = property.values[0];
  if (typeof said !== 'object' || said === null) throw new Error('no rule');
  const part = (name: string): unknown => Reflect.get(said, name);
  const numbers = (name: string, low: number, high: number): number[] => listOf(part(name), low, high);
  const frequency = FREQUENCIES.find((one) => one === part('freq'));
  if (frequency === undefined) throw new Error('no frequency');
  const scale = part('rscale');
  if (scale !== undefined && textOf(scale) !== 'GREGORIAN') throw new Error('another calendar');
  const until = part('until');
  return {
    frequency,
    interval: wholeOf(part('interval'), 1) ?? 1,
    count: wholeOf(part('count'), 1),
    until: until === undefined ? null : readUntil(textOf(until), clock),
    weekStart: weekStartOf(part('wkst')),
    months: numbers('bymonth', 1, 12),
    weeks: numbers('byweekno', -53, 53),
    yearDays: numbers('byyearday', -366, 366),
    monthDays: numbers('bymonthday', -31, 31),
    days: asList(part('byday')).map(readDay),
    hours: numbers('byhour', 0, 23),
    minutes: numbers('byminute', 0, 59),
    seconds: numbers('bysecond', 0, 60),
    positions: numbers('bysetpos', -366, 366),
  };
}

/** In capitals; what is no text says nothing. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value.toUpperCase() : '');

const asList = (value: unknown): unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as unknown[]) : [value];

function listOf(value: unknown, low: number, high: number): number[] {
  const all = asList(value).map(Number);
  // Where days are counted from the end, 0 counts nothing.
  if (all.some((one) => !Number.isInteger(one) || one < low || one > high || (one === 0 && low < 0))) {
    throw new Error('a number out of range');
  }
  return [...new Set(all)].sort((a, b) => a - b);
}

function wholeOf(value: unknown, low: number): number | null {
  if (value === undefined) return null;
  const number = Number(value);
  if (!Number.isInteger(number) || number < low) throw new Error('a number out of range');
  return number;
}

/** An end that is only a date lets the whole day in. */
function readUntil(text: string, clock: WallClock): Wall {
  const written = readWritten(text);
  if (written === null) throw new Error('no end');
  if (written.dateOnly) return written.wall + DAY_MS - SECOND_MS;
  return written.utc ? clock.toWall(instant(written.wall)) : written.wall;
}

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

function readDay(value: unknown): RuleDay {
  const match = /^([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA)$/.exec(textOf(value));
  const nth = Number(match?.[1] ?? 0);
  if (!match || Math.abs(nth) > 53) throw new Error('no day of the week');
  return { nth, weekday: WEEKDAYS.indexOf(match[2]!) };
}

/** jCal of the library counts 1 = Sunday; weeks begin with Monday where nothing is said. */
function weekStartOf(value: unknown): number {
  if (value === undefined) return 1;
  if (typeof value === 'number' && value >= 1 && value <= 7) return value - 1;
  const index = WEEKDAYS.indexOf(textOf(value));
  if (index === -1) throw new Error('no day of the week');
  return index;
}
