import { MONTHS, NUMBERS, SHORT_WEEKDAYS, WEEKDAYS } from './calendar-words.ts';
import type { IsoWeek } from './iso-week.ts';
import { addWeeks, parseWeek, weekOf } from './iso-week.ts';
import type { LocalDay } from './local-day.ts';
import { addDays, parseLocalDay, weekdayOf } from './local-day.ts';

/** A day found in a row of words, and how many of them name it. */
export interface DayPhrase {
  readonly day: LocalDay;
  readonly length: number;
}

/**
 * The day a person named: a date (`2026-02-10`, `10.02.`, `Feb 10`), `today`, `gestern`, a weekday, `letzten
 * Freitag`, `3 days ago`, `-1`. English and German. What has no year or week of its own is the most recent one
 * up to today, because time is accounted for afterwards. Null when it is none of these.
 */
export function resolveDay(text: string, today: LocalDay): LocalDay | null {
  const plain = text.trim().toLowerCase().normalize('NFC').replace(/^:/, '');
  const words = plain.replaceAll(',', ' ').split(/\s+/, 8);
  const offset = /^[+-]\d{1,4}$/.exec(words[0] ?? '');
  if (offset && words.length === 1) return addDays(today, Number(offset[0]));
  const first = words[0] === 'on' || words[0] === 'am' ? 1 : 0;
  const found = readDay(words, first, today);
  return found && first + found.length === words.length ? found.day : null;
}

/** The week a person named: `2026-W07`, `KW 7`, `this`, `letzte Woche`, `:lastweek`, `-1`, or any day in it. */
export function resolveWeek(text: string, today: LocalDay): IsoWeek | null {
  const plain = text.trim().toLowerCase().normalize('NFC').replaceAll(/\s+/g, ' ');
  const here = weekOf(today);
  const word = plain.replace(/^:/, '').replace(/ ?(?:week|woche)$/, '');
  const away = plain === '' ? undefined : (WEEKS_AWAY.get(word) ?? weeksAway(plain));
  if (away !== undefined) return addWeeks(here, away);
  const numbered = /^(?:kw|w|week|woche) ?(\d{1,2})$/.exec(plain);
  if (numbered) return parseWeek(`${here.slice(0, 4)}-W${numbered[1]!.padStart(2, '0')}`);
  const week = parseWeek(plain);
  if (week !== null) return week;
  const day = resolveDay(plain, today);
  return day === null ? null : weekOf(day);
}

const WEEKS_AWAY = new Map([
  ...['', 'this', 'current', 'diese', 'dieser', 'aktuelle'].map((word) => [word, 0] as const),
  ...['last', 'previous', 'letzte', 'letzter', 'vorige', 'vergangene'].map((word) => [word, -1] as const),
  ...['next', 'nächste', 'naechste', 'kommende'].map((word) => [word, 1] as const),
]);

const weeksAway = (text: string): number | undefined =>
  /^[+-]\d{1,3}$/.test(text) ? Number(text) : undefined;

/**
 * The day that the words from `at` on name, or null. The longest phrase wins: `day before yesterday` is not
 * `yesterday`. Words are in lower case, without punctuation except the dots of `10.02.`.
 */
export function readDay(words: readonly string[], at: number, today: LocalDay): DayPhrase | null {
  for (const read of [readFixed, readAgo, readWeekday, readDate, readMonthDate]) {
    const found = read(words, at, today);
    if (found) return found;
  }
  return null;
}

const FIXED: readonly (readonly [phrase: string, days: number])[] = [
  ['the day before yesterday', -2],
  ['day before yesterday', -2],
  ['the day after tomorrow', 2],
  ['day after tomorrow', 2],
  ['vorgestern', -2],
  ['yesterday', -1],
  ['gestern', -1],
  ['today', 0],
  ['heute', 0],
  ['tomorrow', 1],
  ['morgen', 1],
  ['übermorgen', 2],
  ['uebermorgen', 2],
];

const FIXED_WORDS = FIXED.map(([phrase, days]) => ({ words: phrase.split(' '), days }));

function readFixed(words: readonly string[], at: number, today: LocalDay): DayPhrase | null {
  const found = FIXED_WORDS.find((phrase) => phrase.words.every((word, n) => words[at + n] === word));
  return found ? { day: addDays(today, found.days), length: found.words.length } : null;
}

/** `3 days ago`, `a week ago`, `vor zwei Tagen`. */
function readAgo(words: readonly string[], at: number, today: LocalDay): DayPhrase | null {
  const german = words[at] === 'vor';
  const first = german ? at + 1 : at;
  if (!german && words[first + 2] !== 'ago') return null;
  const word = words[first] ?? '';
  const count = /^\d{1,3}$/.test(word) ? Number(word) : NUMBERS.get(word);
  const unit = DAYS_OF_UNIT.get(words[first + 1] ?? '');
  if (count === undefined || unit === undefined) return null;
  return { day: addDays(today, -count * unit), length: 3 };
}

const DAYS_OF_UNIT = new Map([
  ...['day', 'days', 'tag', 'tage', 'tagen'].map((word) => [word, 1] as const),
  ...['week', 'weeks', 'woche', 'wochen'].map((word) => [word, 7] as const),
]);

const LAST = new Set(['last', 'previous', 'letzten', 'letzter', 'letztem', 'vergangenen', 'vorigen']);
const THIS = new Set(['this', 'diesen', 'diesem']);
const NEXT = new Set(['next', 'nächsten', 'naechsten', 'kommenden']);

/** `friday`, `fr`: the last one up to today. `last friday`: before today. `this`: in this week. `next`: after today. */
function readWeekday(words: readonly string[], at: number, today: LocalDay): DayPhrase | null {
  const which = words[at] ?? '';
  const named = LAST.has(which) || THIS.has(which) || NEXT.has(which);
  const name = (named ? words[at + 1] : which)?.replace(/\.$/, '') ?? '';
  const weekday = WEEKDAYS.get(name) ?? SHORT_WEEKDAYS.get(name);
  if (weekday === undefined) return null;
  const length = named ? 2 : 1;
  const inThisWeek = weekday - weekdayOf(today);
  if (THIS.has(which)) return { day: addDays(today, inThisWeek), length };
  if (NEXT.has(which)) return { day: addDays(today, inThisWeek > 0 ? inThisWeek : inThisWeek + 7), length };
  const past = inThisWeek > 0 ? inThisWeek - 7 : inThisWeek;
  return { day: addDays(today, LAST.has(which) && past === 0 ? -7 : past), length };
}

/** `2026-02-10`, `10.02.2026`, `10.2.26`, `10.02.` */
function readDate(words: readonly string[], at: number, today: LocalDay): DayPhrase | null {
  const word = words[at] ?? '';
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})?$/.exec(word);
  const year = german?.[3]?.padStart(4, '20');
  const day = german ? dateOf(year, Number(german[2]), Number(german[1]), today) : parseLocalDay(word);
  return day === null ? null : { day, length: 1 };
}

/** `feb 10`, `february 10th 2026`, `10 feb`, `10. februar 2026`. */
function readMonthDate(words: readonly string[], at: number, today: LocalDay): DayPhrase | null {
  const monthOf = (word = '') => MONTHS.get(word.replace(/\.$/, ''));
  const numberOf = (word = '') => Number(/^(\d{1,2})(?:\.|st|nd|rd|th)?$/.exec(word)?.[1] ?? 0);
  const [first, second] = [words[at], words[at + 1]];
  const month = monthOf(first) ?? monthOf(second);
  const number = monthOf(first) === undefined ? numberOf(first) : numberOf(second);
  if (month === undefined || number === 0) return null;
  const year = /^(?:19|2\d)\d{2}$/.exec(words[at + 2] ?? '')?.[0];
  const day = dateOf(year, month, number, today);
  return day === null ? null : { day, length: year === undefined ? 2 : 3 };
}

/** Without a year: the most recent one that is not after today; 29 February may be years ago. */
function dateOf(year: string | undefined, month: number, day: number, today: LocalDay): LocalDay | null {
  const write = (y: string | number) =>
    parseLocalDay(`${y}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  if (year !== undefined) return write(year);
  const thisYear = Number(today.slice(0, 4));
  for (let back = 0; back <= 8; back += 1) {
    const date = write(thisYear - back);
    if (date !== null && date <= today) return date;
  }
  return null;
}
