import { MONTHS, SHORT_WEEKDAYS, WEEKDAYS } from '../values/calendar-words.ts';
import { readDay } from '../values/day-words.ts';
import type { LocalDay } from '../values/local-day.ts';
import { addDays } from '../values/local-day.ts';
import type { Piece, Words } from './quick-add-words.ts';

/** A day named in a row of words. */
export interface DayPiece extends Piece {
  readonly day: LocalDay;
}

const ON: ReadonlyMap<string, 'en' | 'de'> = new Map([
  ['on', 'en'],
  ['from', 'en'],
  ['since', 'en'],
  ['am', 'de'],
  ['vom', 'de'],
  ['von', 'de'],
]);
const PART_OF_DAY = new Set(
  'morning afternoon evening night morgen früh vormittag mittag nachmittag abend'.split(' '),
);

/**
 * Reads a day that begins at `at` in running text. Stricter than naming a day alone, because descriptions are full
 * of words that are also days: `Friday demo`, `so`, `may`, `am Morgen`, `upgrade to 1.2.`
 */
export function readDayIn({ typed, bare }: Words, at: number, today: LocalDay): DayPiece | null {
  const relative = readPartOfDay(bare, at, today);
  if (relative) return relative;
  const opener = ON.get(bare[at] ?? '');
  const first = opener ? at + 1 : at;
  const found = readDay(bare, first, today);
  if (!found) return null;
  const word = bare[first] ?? '';
  const name = bare[first + found.length - 1] ?? '';
  if (word === 'morgen' && MORNING_AFTER.has(bare[first - 1] ?? '')) return null;
  if (isWeekday(name) && !weekdayIsMeant(bare, first, found.length, opener)) return null;
  if (isMonthDate(bare, first) && !/^\p{Lu}/u.test(monthWord(typed, bare, first))) return null;
  if (/^\d{1,2}\.\d{1,2}\.$/.test(word) && !/^\d{2}\.\d{2}\.$/.test(word) && opener !== 'de') return null;
  const tail = found.length === 1 && PART_OF_DAY.has(bare[first + 1] ?? '') && RELATIVE.has(word) ? 1 : 0;
  return { at, length: first - at + found.length + tail, day: found.day };
}

const RELATIVE = new Set(['today', 'yesterday', 'tomorrow', 'heute', 'gestern', 'vorgestern', 'morgen']);
/** After these, `Morgen` is the morning. */
const MORNING_AFTER = new Set(['am', 'guten', 'jeden', 'diesen', 'der', 'den', 'heute', 'gestern']);

/** `this morning` is today, `last night` yesterday. */
function readPartOfDay(bare: readonly string[], at: number, today: LocalDay): DayPiece | null {
  const next = bare[at + 1] ?? '';
  if (bare[at] === 'last' && next === 'night') return { at, length: 2, day: addDays(today, -1) };
  if (bare[at] === 'this' && PART_OF_DAY.has(next)) return { at, length: 2, day: today };
  return null;
}

const isWeekday = (word: string): boolean => WEEKDAYS.has(word) || SHORT_WEEKDAYS.has(word);

/** `on Tuesday`, `last fri`, or a full name as the first or last word; short names of two letters only in German. */
function weekdayIsMeant(
  bare: readonly string[],
  first: number,
  length: number,
  opener: 'en' | 'de' | undefined,
): boolean {
  const name = bare[first + length - 1]!;
  const qualified = length === 2;
  if (WEEKDAYS.has(name))
    return qualified || opener !== undefined || first === 0 || first === bare.length - 1;
  const german = name.length === 2;
  if (opener) return german === (opener === 'de');
  return qualified && german === /[nm]$/.test(bare[first]!);
}

const isMonthDate = (bare: readonly string[], first: number): boolean =>
  isMonth(bare[first]) || (/^\d/.test(bare[first] ?? '') && isMonth(bare[first + 1]));

const isMonth = (word = ''): boolean => MONTHS.has(word);

const monthWord = (typed: readonly string[], bare: readonly string[], first: number): string =>
  (isMonth(bare[first]) ? typed[first] : typed[first + 1]) ?? '';
