import type { Rule } from './rule.ts';
import type { Wall } from './wall.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, startOfDay, wallOf } from './wall.ts';

/** A year, month, week, day, hour, … of a rule: what it repeats by, and positions count in. */
export interface Period {
  readonly begin: Wall;
  /** Days that have to be looked at. */
  readonly days: number;
  /** An hour or less. */
  readonly withinDay: boolean;
}

const LENGTHS = {
  WEEKLY: 7 * DAY_MS,
  DAILY: DAY_MS,
  HOURLY: HOUR_MS,
  MINUTELY: MINUTE_MS,
  SECONDLY: SECOND_MS,
} as const;

/** The period so many intervals after the one of the start. */
export function periodAt(rule: Rule, start: Wall, at: number): Period {
  const { frequency, interval } = rule;
  const date = new Date(start);
  if (frequency === 'YEARLY') {
    const year = date.getUTCFullYear() + at * interval;
    return spanning(wallOf(year, 1, 1), wallOf(year + 1, 1, 1));
  }
  if (frequency === 'MONTHLY') {
    const month = date.getUTCMonth() + 1 + at * interval;
    return spanning(wallOf(date.getUTCFullYear(), month, 1), wallOf(date.getUTCFullYear(), month + 1, 1));
  }
  const begin = firstBegin(rule, start) + at * interval * LENGTHS[frequency];
  if (frequency === 'WEEKLY') return { begin, days: 7, withinDay: false };
  return { begin, days: 1, withinDay: frequency !== 'DAILY' };
}

const spanning = (begin: Wall, end: Wall): Period => ({
  begin,
  days: (end - begin) / DAY_MS,
  withinDay: false,
});

function firstBegin({ frequency, weekStart }: Rule, start: Wall): Wall {
  if (frequency === 'WEEKLY') {
    const into = (new Date(start).getUTCDay() - weekStart + 7) % 7;
    return startOfDay(start) - into * DAY_MS;
  }
  const length = frequency === 'YEARLY' || frequency === 'MONTHLY' ? DAY_MS : LENGTHS[frequency];
  return Math.floor(start / length) * length;
}

/** How many periods can be passed over because they end before `from`. */
export function periodsBefore(rule: Rule, start: Wall, from: Wall): number {
  if (from <= start) return 0;
  const [a, b] = [new Date(start), new Date(from)];
  const years = b.getUTCFullYear() - a.getUTCFullYear();
  const passed =
    rule.frequency === 'YEARLY'
      ? years
      : rule.frequency === 'MONTHLY'
        ? years * 12 + b.getUTCMonth() - a.getUTCMonth()
        : (from - firstBegin(rule, start)) / LENGTHS[rule.frequency];
  return Math.max(0, Math.floor(passed / rule.interval) - 1);
}

/** Do the lists of a rule let it take place on this day? */
export function dayFits(rule: Rule, day: Wall): boolean {
  const date = new Date(day);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + 1;
  if (rule.months.length > 0 && !rule.months.includes(month)) return false;
  const place = placeIn(day, wallOf(year, month, 1), wallOf(year, month + 1, 1));
  if (!counts(rule.monthDays, place)) return false;
  const inYear = placeIn(day, wallOf(year, 1, 1), wallOf(year + 1, 1, 1));
  if (!counts(rule.yearDays, inYear)) return false;
  if (rule.weeks.length > 0 && !counts(rule.weeks, weekOf(day, rule.weekStart))) return false;
  if (rule.days.length === 0) return true;
  const weekday = date.getUTCDay();
  // "The second Monday" is one of the month, or of the year where a rule knows no months.
  const whole =
    rule.frequency === 'MONTHLY' || (rule.frequency === 'YEARLY' && rule.months.length > 0) ? place : inYear;
  const hasNth = rule.frequency === 'MONTHLY' || rule.frequency === 'YEARLY';
  return rule.days.some(
    (one) =>
      one.weekday === weekday &&
      (one.nth === 0 ||
        !hasNth ||
        one.nth === Math.ceil(whole[0] / 7) ||
        one.nth === Math.floor(whole[1] / 7)),
  );
}

/** The so-manieth from the beginning, and from the end (-1 is the last). */
type Place = readonly [fromBegin: number, fromEnd: number];

const placeIn = (day: Wall, begin: Wall, end: Wall): Place => [
  (day - begin) / DAY_MS + 1,
  (day - end) / DAY_MS,
];

const counts = (list: readonly number[], [fromBegin, fromEnd]: Place): boolean =>
  list.length === 0 || list.includes(fromBegin) || list.includes(fromEnd);

/** Week 1 is the first one with four days in the year. */
function weekOf(day: Wall, weekStart: number): Place {
  // The fourth day of a week decides which year it belongs to.
  const into = (new Date(day).getUTCDay() - weekStart + 7) % 7;
  const fourth = day + (3 - into) * DAY_MS;
  const year = new Date(fourth).getUTCFullYear();
  const week = Math.floor((fourth - wallOf(year, 1, 1)) / (7 * DAY_MS)) + 1;
  const left = Math.floor((wallOf(year + 1, 1, 1) - DAY_MS - fourth) / (7 * DAY_MS));
  return [week, -left - 1];
}
