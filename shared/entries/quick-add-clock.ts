import type { Piece } from './quick-add-words.ts';

/** A time of the wall clock; 24:00 is the end of the day. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
}

/** Two clock times in a row of words: from when to when. */
export interface RangePiece extends Piece {
  readonly from: ClockTime;
  readonly to: ClockTime;
  /** `9-10` and `2024-2025` may mean something else: taken only where nothing plainer stands. */
  readonly weak: boolean;
}

interface Clock extends ClockTime {
  readonly form: 'hour' | 'colon' | 'digits';
  readonly half: 'am' | 'pm' | null;
  /** Words it takes. */
  readonly length: number;
}

const FROM = new Set(['from', 'von']);
const BETWEEN = new Set(['between', 'zwischen']);
const UP_TO = new Set(['-', '–', '—', 'to', 'bis', 'until', 'till']);
const AND = new Set(['and', 'und']);
const O_CLOCK = new Set(['uhr', "o'clock"]);

/**
 * Reads a range that begins at `at`: `0900-1015`, `9:00-10:15`, `9-10:15` (design §2 "Minutes"), `9am-11am`, and in
 * words: `from 9:00 to 10:15`, `von 9 bis 10:15 Uhr`, `between 9 and 10`, `0900 1015`.
 */
export function readRange(bare: readonly string[], at: number): RangePiece | null {
  const opener = bare[at] ?? '';
  const opened = FROM.has(opener) || BETWEEN.has(opener);
  const first = opened ? at + 1 : at;
  const found = readGlued(bare[first] ?? '') ?? readSpaced(bare, first, BETWEEN.has(opener));
  if (!found) return null;
  const spoken = O_CLOCK.has(bare[first + found.length] ?? '') || found.spoken;
  const [start, end] = halves(found.start, found.end);
  if (!isClock(start) || !isClock(end)) return null;
  const bareHours = start.form === 'hour' && end.form === 'hour' && start.half === null && end.half === null;
  // Hours alone are numbers like others: something must say that they are meant.
  if (bareHours && !opened && !spoken && at > 0) return null;
  const years = start.form === 'digits' && [start, end].every(({ hour }) => hour === 19 || hour === 20);
  return {
    at,
    length: first - at + found.length + (O_CLOCK.has(bare[first + found.length] ?? '') ? 1 : 0),
    from: { hour: start.hour, minute: start.minute },
    to: { hour: end.hour, minute: end.minute },
    weak: years || (bareHours && !spoken),
  };
}

interface Pair {
  readonly start: Clock;
  readonly end: Clock;
  readonly length: number;
  readonly spoken: boolean;
}

/** `9:00-10:15` in one word. */
function readGlued(word: string): Pair | null {
  if (word.length > 20) return null;
  const parts = word.split(/[-–—]/);
  if (parts.length !== 2) return null;
  return pairOf(readClock([parts[0]!], 0), readClock([parts[1]!], 0), 1, false);
}

/** `9:00 - 10:15`, `9 Uhr bis 10`, `0900 1015`. */
function readSpaced(bare: readonly string[], at: number, between: boolean): Pair | null {
  const start = readClock(bare, at);
  if (!start) return null;
  let next = at + start.length;
  const startSpoken = O_CLOCK.has(bare[next] ?? '');
  if (startSpoken) next += 1;
  const joint = bare[next] ?? '';
  const joined = UP_TO.has(joint) || (between && AND.has(joint));
  const end = readClock(bare, joined ? next + 1 : next);
  if (!end || (!joined && !(start.form === 'digits' && end.form === 'digits'))) return null;
  return pairOf(start, end, next - at + (joined ? 1 : 0) + end.length, startSpoken);
}

/** `0900` goes with `1015`, not with `10`: the other way round it would read `2026-02` as a time. */
const pairOf = (start: Clock | null, end: Clock | null, length: number, spoken: boolean): Pair | null =>
  start && end && (start.form === 'digits') === (end.form === 'digits')
    ? { start, end, length, spoken }
    : null;

function readClock(bare: readonly string[], at: number): Clock | null {
  const match = /^(\d{1,2})(?::(\d{2}))?(am|pm)?$/.exec(bare[at] ?? '');
  if (match) {
    const apart = match[3] === undefined && (bare[at + 1] === 'am' || bare[at + 1] === 'pm');
    const half = (match[3] ?? (apart ? bare[at + 1] : null)) as 'am' | 'pm' | null;
    const form = match[2] === undefined ? 'hour' : 'colon';
    return { hour: Number(match[1]), minute: Number(match[2] ?? 0), form, half, length: apart ? 2 : 1 };
  }
  const digits = /^(\d{2})(\d{2})$/.exec(bare[at] ?? '');
  return digits
    ? { hour: Number(digits[1]), minute: Number(digits[2]), form: 'digits', half: null, length: 1 }
    : null;
}

/** `1-3pm` is in the afternoon as a whole, `11-1pm` is not. */
function halves(start: Clock, end: Clock): [Clock, Clock] {
  const to = onTheDial(end);
  if (start.half !== null || end.half === null) return [onTheDial(start), to];
  const same = onTheDial({ ...start, half: end.half });
  const earlier = same.hour * 60 + same.minute < to.hour * 60 + to.minute;
  return [earlier ? same : onTheDial({ ...start, half: 'am' }), to];
}

function onTheDial(clock: Clock): Clock {
  if (clock.half === null) return clock;
  if (clock.hour < 1 || clock.hour > 12) return { ...clock, hour: 99 };
  return { ...clock, hour: (clock.hour % 12) + (clock.half === 'pm' ? 12 : 0) };
}

const isClock = ({ hour, minute }: ClockTime): boolean =>
  minute < 60 && (hour < 24 || (hour === 24 && minute === 0));
