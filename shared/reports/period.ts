import * as PlainDate from 'temporal-polyfill/fns/PlainDate';
import { resolveDay, resolveWeek } from '../values/day-words.ts';
import type { IsoWeek } from '../values/iso-week.ts';
import { daysOfWeek, parseWeek, weekOf } from '../values/iso-week.ts';
import type { LocalDay } from '../values/local-day.ts';
import { addDays, dateOf, dayOfDate, parseLocalDay } from '../values/local-day.ts';
import { Problem } from '../values/problem.ts';
import { said } from '../values/said.ts';

/** The days a report is about, both included: local days, so summer time does not matter. */
export interface Period {
  readonly kind: 'day' | 'week' | 'month' | 'quarter' | 'year' | 'range' | 'all';
  /** `2026-02-10`, `2026-W07`, `2026-02`, `2026-Q1`, `2026`, `2026-02-10..2026-02-14`, `all`. */
  readonly label: string;
  readonly from: LocalDay;
  readonly to: LocalDay;
}

/** Days before and behind all there can be. */
const FIRST = '1900-01-01' as LocalDay;
const LAST = '2999-12-31' as LocalDay;
export const ALL_TIME: Period = { kind: 'all', label: 'all', from: FIRST, to: LAST };

/** The days a report is about when nothing is said. */
export type UsualPeriod = 'day' | 'week' | 'month' | '30 days' | 'all';

/** The ways a report may be told its days. */
export interface PeriodWords {
  readonly week?: string | undefined;
  readonly month?: string | undefined;
  /** Anything: `today`, `week`, `last month`, `2026-02`, `2026-Q1`, `2026`, a date, `all`. */
  readonly period?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Whoever asks. Their day is only looked at where the words need it: the first look at a calendar takes a while. */
interface WithToday {
  readonly today: LocalDay;
}

/**
 * The days meant, or the usual ones up to today where nothing was said.
 * @throws Problem `usage` where the words name no days, or name them twice.
 */
export function periodMeant(words: PeriodWords, person: WithToday, usual: UsualPeriod): Period {
  const named = (['week', 'month', 'period'] as const).filter((name) => words[name] !== undefined);
  const isRange = words.from !== undefined || words.to !== undefined;
  if (named.length + Number(isRange) > 1)
    throw usage(
      said`Days were given twice.`,
      said`Give one of --week, --month, --period, or --from with --to.`,
    );
  if (isRange) return range(words.from, words.to, person.today);
  if (words.week !== undefined) return weekNamed(words.week, person.today);
  if (words.month !== undefined) return monthNamed(words.month, person.today);
  const text = words.period ?? usual;
  const word = plainly(text);
  const period = EVER.has(word) ? ALL_TIME : anyPeriod(word, person.today);
  if (period !== null) return period;
  throw usage(
    said`"${text}" names no days.`,
    said`Give today, week, month, quarter, year, all, 2026-02-10, 2026-W07, 2026-02, 2026-Q1 or 2026.`,
  );
}

/** The same words however they are typed. */
const plainly = (text: string): string => text.trim().toLowerCase().replace(/^:/, '').replaceAll(/\s+/g, ' ');
const EVER = new Set(['all', 'ever', 'alles']);

/** The week itself. */
export function weekPeriod(week: IsoWeek): Period {
  const days = daysOfWeek(week);
  return { kind: 'week', label: week, from: days[0]!, to: days[6]! };
}

export const dayPeriod = (day: LocalDay): Period => ({ kind: 'day', label: day, from: day, to: day });

/** @param month `2026-02`. */
export function monthPeriod(month: string): Period {
  return { kind: 'month', label: month, ...daysFrom(dateOf(`${month}-01`), 1) };
}

function weekNamed(text: string, today: LocalDay): Period {
  const week = resolveWeek(text, today);
  if (week === null)
    throw usage(
      said`"${text}" is not a week.`,
      said`Give a week such as 2026-W07, this, last, or a date in it.`,
    );
  return weekPeriod(week);
}

function monthNamed(text: string, today: LocalDay): Period {
  const month = monthOf(text.trim().toLowerCase(), today);
  if (month === null)
    throw usage(said`"${text}" is not a month.`, said`Give a month such as 2026-02, this or last.`);
  return monthPeriod(month);
}

const THIS = new Set(['', 'this', 'current', 'month', 'this month', 'diesen', 'monat', 'dieser monat']);
const LAST_WORDS = new Set([
  'last',
  'previous',
  'last month',
  'letzten',
  'letzter monat',
  'letzten monat',
  '-1',
]);

function monthOf(text: string, today: LocalDay): string | null {
  if (THIS.has(text)) return today.slice(0, 7);
  if (LAST_WORDS.has(text)) return monthsBefore(today, 1);
  return /^(?:19|2\d)\d{2}-(?:0[1-9]|1[0-2])$/.test(text) ? text : null;
}

const monthsBefore = (today: LocalDay, months: number): string =>
  dayOfDate(PlainDate.subtractMonths(dateOf(`${today.slice(0, 7)}-01`), months)).slice(0, 7);

function anyPeriod(word: string, today: LocalDay): Period | null {
  const far = /^(\S+)\.\.(\S+)$/.exec(word);
  if (far) return range(far[1], far[2], today);
  if (word === 'week' || word === 'woche') return weekPeriod(weekOf(today));
  if (word === 'day') return dayPeriod(today);
  if (word === 'month' || / month$| monat$|^monat$/.test(word)) return monthNamed(word, today);
  if (/^(?:19|2\d)\d{2}-\d{2}$/.test(word)) return monthNamed(word, today);
  const back = /^(?:last |letzte )?([1-9]\d{0,3}) ?(?:days|tage|d)$/.exec(word);
  if (back !== null) return range(addDays(today, 1 - Number(back[1])), today, today);
  const quarter = quarterNamed(word, today) ?? yearNamed(word, today);
  if (quarter !== null) return quarter;
  const week = parseWeek(word.toUpperCase());
  if (week !== null) return weekPeriod(week);
  const day = resolveDay(word, today);
  if (day !== null) return dayPeriod(day);
  const named = resolveWeek(word, today);
  return named === null ? null : weekPeriod(named);
}

function quarterNamed(word: string, today: LocalDay): Period | null {
  const match = /^((?:19|2\d)\d{2})-?q([1-4])$/.exec(word);
  const away = word === 'quarter' || word === 'this quarter' ? 0 : word === 'last quarter' ? 3 : null;
  if (match === null && away === null) return null;
  const within = monthsBefore(today, away ?? 0);
  const year = Number(match?.[1] ?? within.slice(0, 4));
  const number = match ? Number(match[2]) : Math.ceil(Number(within.slice(5)) / 3);
  const first = PlainDate.create(year, 3 * number - 2, 1);
  return { kind: 'quarter', label: `${year}-Q${number}`, ...daysFrom(first, 3) };
}

function yearNamed(word: string, today: LocalDay): Period | null {
  const here = Number(today.slice(0, 4));
  const year =
    word === 'year' || word === 'this year'
      ? here
      : word === 'last year'
        ? here - 1
        : /^(?:19|2\d)\d{2}$/.test(word)
          ? Number(word)
          : null;
  if (year === null) return null;
  return { kind: 'year', label: String(year), ...daysFrom(PlainDate.create(year, 1, 1), 12) };
}

/** All days of so many months. @param first the first day of the first of them. */
const daysFrom = (first: PlainDate.Record, months: number): Pick<Period, 'from' | 'to'> => ({
  from: dayOfDate(first),
  to: dayOfDate(PlainDate.subtractDays(PlainDate.addMonths(first, months), 1)),
});

function range(from: string | undefined, to: string | undefined, today: LocalDay): Period {
  const first = from === undefined ? FIRST : dayNamed(from, today);
  const last = to === undefined ? today : dayNamed(to, today);
  if (first > last) throw usage(said`${first} is after ${last}.`, said`Give the earlier day with --from.`);
  const label = from === undefined ? `..${last}` : `${first}..${last}`;
  return { kind: 'range', label, from: first, to: last };
}

function dayNamed(text: string, today: LocalDay): LocalDay {
  const day = parseLocalDay(text) ?? resolveDay(text, today);
  if (day === null)
    throw usage(said`"${text}" is not a day.`, said`Give a date such as 2026-02-10, or today, yesterday.`);
  return day;
}

const usage = (message: string, remedy: string): Problem => new Problem('usage', message, remedy);
