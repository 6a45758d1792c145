import { NUMBERS } from '../values/calendar-words.ts';
import type { Piece } from './quick-add-words.ts';

/** A length of time in a row of words. */
export interface DurationPiece extends Piece {
  /** May be zero, negative or absurd: that is for the caller to refuse in words. */
  readonly minutes: number;
  /** `1:30` may be a clock and `a day` a figure of speech: taken only where nothing plainer stands. */
  readonly weak: boolean;
}

type Unit = 'd' | 'h' | 'm';
const RANK: Readonly<Record<Unit, number>> = { d: 3, h: 2, m: 1 };

const UNITS: ReadonlyMap<string, Unit> = new Map([
  ...['d', 'day', 'days', 'tag', 'tage', 'tagen'].map((word) => [word, 'd'] as const),
  ...['h', 'hr', 'hrs', 'hour', 'hours', 'std', 'stunde', 'stunden'].map((word) => [word, 'h'] as const),
  ...['m', 'min', 'mins', 'minute', 'minutes', 'minuten'].map((word) => [word, 'm'] as const),
]);

/** Part of a duration, and the smallest unit in it: only a smaller one may follow. */
interface Part {
  readonly minutes: number;
  readonly length: number;
  readonly unit: Unit;
  readonly weak: boolean;
}

/**
 * Reads a duration that begins at `at`: `1h30m` `1.5h` `1,5h` `90min` `1:30` (design §2 "Minutes"), and in words,
 * English and German: `2 hours`, `half an hour`, `an hour and a half`, `anderthalb Stunden`, `1 Std 30 Min`.
 * @param hoursPerDay what a day means.
 */
export function readDuration(bare: readonly string[], at: number, hoursPerDay: number): DurationPiece | null {
  const first = readPart(bare, at, hoursPerDay);
  if (!first) return null;
  let { minutes, length, unit } = first;
  for (;;) {
    const joint = AND.has(bare[at + length] ?? '') ? 1 : 0;
    const next = /^\d/.test(bare[at + length + joint] ?? '')
      ? readPart(bare, at + length + joint, hoursPerDay)
      : null;
    if (!next || next.weak || RANK[next.unit] >= RANK[unit]) break;
    // The sign stands in front and counts for all of it.
    minutes += minutes < 0 ? -next.minutes : next.minutes;
    length += joint + next.length;
    unit = next.unit;
  }
  return { at, length, minutes: Math.round(minutes), weak: first.weak };
}

const AND = new Set(['and', 'und']);

const readPart = (bare: readonly string[], at: number, hoursPerDay: number): Part | null =>
  readCompact(bare[at] ?? '', hoursPerDay) ?? readClockLike(bare, at) ?? readSpoken(bare, at, hoursPerDay);

const minutesOf = (unit: Unit, hoursPerDay: number): number =>
  unit === 'd' ? Math.round(hoursPerDay * 60) : unit === 'h' ? 60 : 1;

const COMPACT = /(\d{1,6}(?:[.,]\d{1,4})?)([a-z]{1,7})/y;

/** `1d2h`, `1.5h`, `90min`, `1h30`, with a sign. */
function readCompact(word: string, hoursPerDay: number): Part | null {
  if (word.length > 40) return null;
  const sign = /^[-−]/.test(word) ? -1 : 1;
  let position = sign < 0 ? 1 : 0;
  let minutes = 0;
  let last: Unit | null = null;
  while (position < word.length) {
    COMPACT.lastIndex = position;
    const match = COMPACT.exec(word);
    const unit = match ? UNITS.get(match[2]!) : undefined;
    if (!match || !unit || (last && RANK[unit] >= RANK[last])) break;
    minutes += numberOf(match[1]!) * minutesOf(unit, hoursPerDay);
    position = COMPACT.lastIndex;
    last = unit;
  }
  if (!last) return null;
  const rest = word.slice(position);
  if (last === 'h' && /^[0-5]?\d$/.test(rest))
    return { minutes: sign * (minutes + Number(rest)), length: 1, unit: 'm', weak: false };
  return rest === '' ? { minutes: sign * minutes, length: 1, unit: last, weak: false } : null;
}

/** `1:30`, unless it is plainly the time of day. */
function readClockLike(bare: readonly string[], at: number): Part | null {
  const match = /^([-−]?)(\d{1,2}):([0-5]\d)(h?)$/.exec(bare[at] ?? '');
  if (!match || BEFORE_CLOCK.has(bare[at - 1] ?? '') || AFTER_CLOCK.has(bare[at + 1] ?? '')) return null;
  const spoken = UNITS.get(bare[at + 1] ?? '') === 'h';
  const minutes = (match[1] ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
  return { minutes, length: spoken ? 2 : 1, unit: 'm', weak: !spoken && match[4] === '' };
}

const BEFORE_CLOCK = new Set(
  'at by from to till until since before after between um ab von bis vor nach seit gegen zwischen - – —'.split(
    ' ',
  ),
);
const AFTER_CLOCK = new Set(['am', 'pm', 'uhr', "o'clock", '-', '–', '—', 'bis', 'until', 'till']);

/** An amount and a unit in words of their own. */
function readSpoken(bare: readonly string[], at: number, hoursPerDay: number): Part | null {
  const amount = readAmount(bare, at);
  const word = bare[at + (amount?.length ?? 0)] ?? '';
  const whole = WHOLE_WORDS.get(word);
  if (whole !== undefined && (!amount || amount.value === 1)) {
    return { minutes: whole, length: (amount?.length ?? 0) + 1, unit: 'm', weak: false };
  }
  const unit = UNITS.get(word);
  // `a m` and `one d` are no durations; short units want digits.
  if (!amount || !unit || (!amount.digits && word.length < 3)) return null;
  const length = amount.length + 1;
  const half = readAndAHalf(bare, at + length);
  return {
    minutes: (amount.value + (half ? 0.5 : 0)) * minutesOf(unit, hoursPerDay),
    length: length + half,
    unit,
    weak: unit === 'd' && !amount.digits && amount.value === 1,
  };
}

const WHOLE_WORDS = new Map([
  ['viertelstunde', 15],
  ['quarter-hour', 15],
  ['halbstunde', 30],
  ['half-hour', 30],
  ['dreiviertelstunde', 45],
]);

interface Amount {
  readonly value: number;
  readonly length: number;
  /** Written in digits. */
  readonly digits: boolean;
}

/** `2`, `1,5`, `½`, `two`, `eine`, `half an`, `eine halbe`, `a quarter of an`, `anderthalb`, `2 and a half`. */
function readAmount(bare: readonly string[], at: number): Amount | null {
  const word = bare[at] ?? '';
  if (/^[-−]?\d{1,6}(?:[.,]\d{1,4})?$/.test(word)) {
    const half = readAndAHalf(bare, at + 1);
    return { value: numberOf(word) + (half ? 0.5 : 0), length: 1 + half, digits: true };
  }
  const mixed = /^(\d{0,3})½$/.exec(word);
  if (mixed) return { value: Number(mixed[1]) + 0.5, length: 1, digits: true };
  const fraction = readFraction(bare, ARTICLES.has(word) ? at + 1 : at);
  if (fraction) return { ...fraction, length: fraction.length + (ARTICLES.has(word) ? 1 : 0), digits: false };
  const value = NUMBERS.get(word) ?? (word === 'anderthalb' ? 1.5 : halfAfter(word));
  if (value === undefined) return null;
  const half = readAndAHalf(bare, at + 1);
  return { value: value + (half ? 0.5 : 0), length: 1 + half, digits: false };
}

const ARTICLES = new Set(['a', 'an', 'ein', 'eine', 'einen', 'einer', 'ne', 'the']);

const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ...['half', 'halbe', 'halben', 'halber', 'halbes'].map((word) => [word, 0.5] as const),
  ...['quarter', 'viertel'].map((word) => [word, 0.25] as const),
  ['dreiviertel', 0.75],
]);

/** `half [an]`, `quarter [of] [an]`, `three quarters of an`. */
function readFraction(bare: readonly string[], at: number): { value: number; length: number } | null {
  const three = bare[at] === 'three' && bare[at + 1] === 'quarters';
  const value = three ? 0.75 : FRACTIONS.get(bare[at] ?? '');
  if (value === undefined) return null;
  let length = three ? 2 : 1;
  if (bare[at + length] === 'of') length += 1;
  if (bare[at + length] === 'a' || bare[at + length] === 'an') length += 1;
  return { value, length };
}

/** `zweieinhalb` is 2.5. */
function halfAfter(word: string): number | undefined {
  const stem = word.length < 20 && word.endsWith('einhalb') ? word.slice(0, -7) : null;
  const value = stem === null ? undefined : NUMBERS.get(stem);
  return value === undefined ? undefined : value + 0.5;
}

/** How many words `and a half` takes here: three or none. */
const readAndAHalf = (bare: readonly string[], at: number): 0 | 3 =>
  bare[at] === 'and' && bare[at + 1] === 'a' && bare[at + 2] === 'half' ? 3 : 0;

const numberOf = (text: string): number => Number(text.replace(',', '.').replace('−', '-'));
