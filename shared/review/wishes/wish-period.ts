import { readDayIn } from '../../entries/quick-add-day.ts';
import { MONTHS, NUMBERS, WEEKDAYS } from '../../values/calendar-words.ts';
import { readDay } from '../../values/day-words.ts';
import type { IsoWeek } from '../../values/iso-week.ts';
import { addWeeks, daysOfWeek, parseWeek, weekOf } from '../../values/iso-week.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { addDays } from '../../values/local-day.ts';
import type { WishWords } from './wish-words.ts';

/** The days a wish is about. */
export type WishPeriod =
  | { readonly kind: 'day'; readonly day: LocalDay }
  | { readonly kind: 'week'; readonly week: IsoWeek }
  /** `2026-01`, `2026-Q1`, `2026`, as reports name them. */
  | { readonly kind: 'month' | 'longer'; readonly label: string }
  | { readonly kind: 'range'; readonly from: LocalDay; readonly to: LocalDay };

/** A period found in the words, and the words that name it. */
export interface FoundPeriod {
  readonly period: WishPeriod;
  readonly at: number;
  readonly length: number;
}

/** Finds the days a sentence is about: the first and longest that it names; null when it names none. */
export function findPeriod(words: WishWords, today: LocalDay): FoundPeriod | null {
  for (const read of [readSpan, readLastDays, readNamed]) {
    for (const at of words.bare.keys()) {
      const found = read(words, at, today);
      if (found !== null) return { ...found, at };
    }
  }
  return null;
}

type Read = (words: WishWords, at: number, today: LocalDay) => { period: WishPeriod; length: number } | null;

const SINCE = new Set(['since', 'seit', 'ab']);
const FROM = new Set(['from', 'between', 'von', 'vom', 'zwischen']);
const TO = new Set(['to', 'until', 'till', 'through', 'and', 'bis', 'und', '-', '–']);

/** `since Monday`, `from Monday to Wednesday`, `seit Anfang` of anything that has a name. */
const readSpan: Read = (words, at, today) => {
  const word = words.bare[at] ?? '';
  if (!SINCE.has(word) && !FROM.has(word)) return null;
  const start = readNamed(words, at + 1, today) ?? readDayAt(words, at + 1, today);
  if (start === null) return null;
  const from = firstDay(start.period);
  if (from === null) return null;
  const next = at + 1 + start.length;
  // `seit` may be followed by `dem`; `bis` by `zum`.
  const to = TO.has(words.bare[next] ?? '')
    ? (readNamed(words, next + 1, today) ?? readDayAt(words, next + 1, today))
    : null;
  const end = to === null ? null : lastDay(to.period);
  if (end !== null && to !== null && end >= from)
    return { period: { kind: 'range', from, to: end }, length: 2 + start.length + to.length };
  if (!SINCE.has(word) || from > today) return null;
  return { period: { kind: 'range', from, to: today }, length: 1 + start.length };
};

const LAST = new Set(
  'last past previous prior letzte letzten letzter letztem letztes vorige vorigen voriger vergangene vergangenen'.split(
    ' ',
  ),
);
const THIS = new Set(
  'this current the my diese diesen dieser dieses diesem aktuelle aktuellen laufende laufenden meine mein der die den'.split(
    ' ',
  ),
);

/** `last 7 days`, `die letzten zwei Wochen`: up to today. */
const readLastDays: Read = ({ bare }, at, today) => {
  if (!LAST.has(bare[at] ?? '')) return null;
  const word = bare[at + 1] ?? '';
  const count = /^\d{1,3}$/.test(word) ? Number(word) : NUMBERS.get(word);
  const unit = bare[at + 2] ?? '';
  const days = /^(days?|tage?n?)$/.test(unit) ? 1 : /^(weeks?|wochen?)$/.test(unit) ? 7 : null;
  if (count === undefined || count < 1 || days === null) return null;
  return { period: { kind: 'range', from: addDays(today, 1 - count * days), to: today }, length: 3 };
};

const readNamed: Read = (words, at, today) =>
  readWeek(words, at, today) ??
  readMonth(words, at, today) ??
  readLonger(words, at, today) ??
  readDayAt(words, at, today);

/** 0: this one, -1: the last one; null: the word before says neither. */
function whichOf(word: string): number | null {
  if (LAST.has(word)) return -1;
  return THIS.has(word) ? 0 : null;
}

const readWeek: Read = ({ bare }, at, today) => {
  const [word = '', next = ''] = [bare[at], bare[at + 1]];
  const here = weekOf(today);
  const named = (week: IsoWeek | null, length: number) =>
    week === null ? null : { period: { kind: 'week' as const, week }, length };
  if (/^\d{4}-w\d{2}$/.test(word)) return named(parseWeek(word.toUpperCase()), 1);
  const glued = /^(?:kw|w)(\d{1,2})$/.exec(word)?.[1];
  const apart = /^(?:kw|week|woche)$/.test(word) ? /^(\d{1,2})$/.exec(next)?.[1] : undefined;
  const number = glued ?? apart;
  if (number !== undefined)
    return named(parseWeek(`${here.slice(0, 4)}-W${number.padStart(2, '0')}`), glued === undefined ? 2 : 1);
  const which = whichOf(word);
  if (which !== null && (next === 'week' || next === 'woche')) return named(addWeeks(here, which), 2);
  if (/^vor(letzte|ige)r?n?$/.test(word) && next === 'woche')
    return named(addWeeks(here, word.startsWith('vorl') ? -2 : -1), 2);
  return word === 'week' || word === 'woche' || word === 'lastweek'
    ? named(addWeeks(here, word === 'lastweek' ? -1 : 0), 1)
    : null;
};

const AFTER_THESE = new Set('in for of im für from since last until von vom bis seit'.split(' '));

/** `January`, `in Feb 2026`, `last month`, `2026-01`. */
const readMonth: Read = ({ bare }, at, today) => {
  const [word = '', next = ''] = [bare[at], bare[at + 1]];
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const labelled = (months: number, length: number) => {
    const label = `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
    return { period: { kind: 'month' as const, label }, length };
  };
  if (/^20\d{2}-(0[1-9]|1[0-2])$/.test(word)) return { period: { kind: 'month', label: word }, length: 1 };
  if (/^(month|monats?|monthly)$/.test(next)) {
    const which = whichOf(word);
    if (which !== null) return labelled(year * 12 + month - 1 + which, 2);
  }
  if (word === 'month' || word === 'monat') return labelled(year * 12 + month - 1, 1);
  const named = MONTHS.get(word);
  // `may` and `mar` are words and names as well.
  if (named === undefined || (word.length < 4 && word !== 'mai' && !AFTER_THESE.has(bare[at - 1] ?? '')))
    return null;
  // A number in front of it or behind it makes it a date.
  if (/^\d{1,2}(st|nd|rd|th)?$/.test(next) || /^\d{1,2}(\.|st|nd|rd|th)?$/.test(bare[at - 1] ?? ''))
    return null;
  const said = /^20\d{2}$/.test(next) ? Number(next) : null;
  // Time is accounted for afterwards: what has no year is the last one that has begun.
  const meant = said ?? (named > month ? year - 1 : year);
  return labelled(meant * 12 + named - 1, said === null ? 1 : 2);
};

/** `this quarter`, `Q1 2026`, `last year`, `2026`. */
const readLonger: Read = ({ bare }, at, today) => {
  const [word = '', next = ''] = [bare[at], bare[at + 1]];
  const [year, quarter] = [Number(today.slice(0, 4)), Math.floor((Number(today.slice(5, 7)) - 1) / 3)];
  const longer = (label: string, length: number) => ({ period: { kind: 'longer' as const, label }, length });
  if (/^20\d{2}-q[1-4]$/.test(word)) return longer(word.toUpperCase(), 1);
  const numbered = /^q([1-4])$/.exec(word)?.[1];
  if (numbered !== undefined)
    return /^20\d{2}$/.test(next) ? longer(`${next}-Q${numbered}`, 2) : longer(`${year}-Q${numbered}`, 1);
  const which = whichOf(word);
  if (which !== null && (next === 'quarter' || next === 'quartal')) {
    const at4 = year * 4 + quarter + which;
    return longer(`${Math.floor(at4 / 4)}-Q${(at4 % 4) + 1}`, 2);
  }
  if (which !== null && (next === 'year' || next === 'jahr' || next === 'jahres'))
    return longer(String(year + which), 2);
  return /^20\d{2}$/.test(word) ? longer(word, 1) : null;
};

function readDayAt(
  words: WishWords,
  at: number,
  today: LocalDay,
): { period: WishPeriod; length: number } | null {
  // Questions are typed carelessly: a month's name needs no capital here.
  const capitals = { bare: words.bare, typed: words.bare.map((word) => word.toUpperCase()) };
  const found =
    readDayIn(capitals, at, today) ??
    (WEEKDAYS.has(words.bare[at] ?? '') ? readDay(words.bare, at, today) : null);
  return found === null ? null : { period: { kind: 'day', day: found.day }, length: found.length };
}

/** The first of its days. */
function firstDay(period: WishPeriod): LocalDay | null {
  if (period.kind === 'day') return period.day;
  if (period.kind === 'range') return period.from;
  if (period.kind === 'week') return daysOfWeek(period.week)[0] ?? null;
  return period.kind === 'month' ? (`${period.label}-01` as LocalDay) : null;
}

/** The last of its days; null where that takes a calendar. */
function lastDay(period: WishPeriod): LocalDay | null {
  if (period.kind === 'week') return daysOfWeek(period.week)[6] ?? null;
  if (period.kind === 'range') return period.to;
  return period.kind === 'day' ? period.day : null;
}

/** As the fields of a report. */
export function asReportFields(period: WishPeriod | null): Readonly<Record<string, string>> {
  if (period === null) return {};
  if (period.kind === 'day') return { period: period.day };
  if (period.kind === 'week') return { period: period.week };
  return period.kind === 'range' ? { from: period.from, to: period.to } : { period: period.label };
}
