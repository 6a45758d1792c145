import type { DayStatus } from '../../review/day.ts';
import type { LocalDay, Zone } from '../../values/local-day.ts';
import { addDays, atClock, formatClock, parseLocalDay } from '../../values/local-day.ts';
import type { Minutes } from '../../values/minutes.ts';
import { formatShort, minutes, parseDuration } from '../../values/minutes.ts';
import { said } from '../../values/said.ts';
import type { ReadTimes, ReadingRules, Skipped, TimeRecord } from '../time-record.ts';
import { bareRecord } from '../time-record.ts';
import { oneLine, ticketAmong } from '../words-of.ts';

/**
 * klog 1.4 (its specification is CC0): a record a day, `2026-03-02 (8h!)`, an entry a line with four blanks in front.
 * A stretch of the clock is written as one where it is as long as the minutes that count, else the minutes are.
 */
export function writeKlog(
  records: readonly TimeRecord[],
  zone: Zone,
  targetOf: (day: LocalDay) => Minutes,
): string {
  const days = [...new Set(records.map(({ date }) => date))].toSorted();
  return days
    .map((date) => {
      const target = targetOf(date);
      const own = records.filter((record) => record.date === date);
      const head = target === 0 ? date : `${date} (${formatShort(target)}!)`;
      return `${[head, ...own.map((record) => `    ${entryOf(record, zone)}`)].join('\n')}\n`;
    })
    .join('\n');
}

function entryOf(record: TimeRecord, zone: Zone): string {
  const { startedAt, endedAt, ticket, project } = record;
  const isWhole =
    startedAt !== null && endedAt !== null && record.minutes > 0 && wall(record, zone) === record.minutes;
  const time = isWhole
    ? `${formatClock(startedAt, zone)} - ${endClock(record, zone)}`
    : formatShort(record.minutes);
  const tags = [
    ticket === null ? null : `#${ticket}`,
    project === null ? null : `#project=${tagValue(project)}`,
  ];
  const words = oneLine(record.description);
  return [time, words, ...tags.filter((tag) => tag !== null && !words.includes(tag))]
    .filter(Boolean)
    .join(' ');
}

const tagValue = (text: string): string =>
  /^[\p{L}\p{N}_-]+$/u.test(text) ? text : `"${oneLine(text).replaceAll('"', "'")}"`;

/** Minutes between the two on the wall, as klog counts them; -1 where the end is another day. */
function wall({ date, startedAt, endedAt }: TimeRecord, zone: Zone): number {
  const from = minuteOfDay(formatClock(startedAt!, zone));
  const to = minuteOfDay(formatClock(endedAt!, zone));
  const midnight = endedAt === atClock(addDays(date, 1), 0, 0, zone);
  return (midnight ? 1440 : to) - from;
}

const endClock = ({ date, endedAt }: TimeRecord, zone: Zone): string =>
  endedAt === atClock(addDays(date, 1), 0, 0, zone) ? '24:00' : formatClock(endedAt!, zone);

const minuteOfDay = (clock: string): number => {
  const [hour, minute] = clock.split(':').map(Number) as [number, number];
  return hour * 60 + minute;
};

const HEAD = /^(\d{4})[-/](\d{2})[-/](\d{2})(?:\s+\([^)]*\))?\s*$/;
const ENTRY = /^(?: {2,4}|\t)(\S.*)$/;
/** More words of the entry before, in a line of their own. */
const MORE = /^(?: {8}|\t\t)(\S.*)$/;
const RANGE =
  /^(<?)(\d{1,2}):(\d{2})(am|pm)?(>?)\s*-\s*(?:(<?)(\d{1,2}):(\d{2})(am|pm)?(>?)|(\?+))(?=\s|$)\s*(.*)$/;
const LENGTH = /^([+-]?(?:\d+h)?(?:\d+m)?)(?=\s|$)\s*(.*)$/;

/** Reads a file of klog. Open ranges still run and are left out; shifted times (`<23:00`, `1:00>`) count for the record's day. */
export function readKlog(text: string, rules: ReadingRules, status: DayStatus | null = null): ReadTimes {
  const records: TimeRecord[] = [];
  const skipped: Skipped[] = [];
  let date: LocalDay | null = null;
  text.split(/\r?\n/).forEach((line, index) => {
    const place = `line ${index + 1}`;
    const head = HEAD.exec(line);
    if (head) {
      date = parseLocalDay(`${head[1]}-${head[2]}-${head[3]}`);
      if (date === null) skipped.push({ place, reason: said`no day there is` });
      return;
    }
    const more = MORE.exec(line)?.[1];
    const last = records.at(-1);
    if (more !== undefined && last !== undefined && last.date === date) {
      records[records.length - 1] = { ...last, description: `${last.description} ${more.trim()}`.trim() };
      return;
    }
    const entry = ENTRY.exec(line)?.[1];
    if (entry === undefined || date === null) return;
    const read = entryTime(entry, date, rules);
    if (read === null) {
      skipped.push({ place, reason: said`no time such as 9:00 - 10:15 or 1h30m` });
    } else if (read === 'running') skipped.push({ place, reason: said`it still runs` });
    else records.push({ ...read, status });
  });
  return { records, skipped };
}

function entryTime(entry: string, date: LocalDay, rules: ReadingRules): TimeRecord | 'running' | null {
  const range = RANGE.exec(entry);
  if (range) {
    if (range[11] !== undefined) return 'running';
    const from = shifted(range[1]!, range[2]!, range[3]!, range[4], range[5]!);
    const to = shifted(range[6]!, range[7]!, range[8]!, range[9], range[10]!);
    if (from === null || to === null || to < from) return null;
    const isOnDay = from >= 0 && to <= 1440;
    const clock = (minute: number) =>
      minute === 1440
        ? atClock(addDays(date, 1), 0, 0, rules.zone)
        : atClock(date, Math.floor(minute / 60), minute % 60, rules.zone);
    return {
      ...bareRecord(date, minutes(to - from)),
      ...wordsOf(range[12]!, rules),
      ...(isOnDay ? { startedAt: clock(from), endedAt: clock(to) } : {}),
    };
  }
  const length = LENGTH.exec(entry);
  const value =
    length === null ? null : parseDuration(length[1]!.replace(/^\+/, ''), rules.workingHoursPerDay);
  return value === null ? null : { ...bareRecord(date, value), ...wordsOf(length![2]!, rules) };
}

/** Minutes since the record's midnight; `<` is the day before, `>` the one after. */
function shifted(
  before: string,
  hour: string,
  minute: string,
  half: string | undefined,
  after: string,
): number | null {
  const given = Number(hour);
  if (Number(minute) > 59 || given > (half === undefined ? 24 : 12)) return null;
  const hours = half === undefined ? given : (given % 12) + (half === 'pm' ? 12 : 0);
  return hours * 60 + Number(minute) + (before === '<' ? -1440 : 0) + (after === '>' ? 1440 : 0);
}

function wordsOf(text: string, rules: ReadingRules): Pick<TimeRecord, 'ticket' | 'project' | 'description'> {
  const ticket = ticketAmong([text], rules.prefixes);
  const project = /#project=(?:"([^"]*)"|([\p{L}\p{N}_-]+))/u.exec(text);
  // Our own tags go; a tag in the middle of a sentence is a word of it.
  const description = text
    .replace(/\s*#project=(?:"[^"]*"|[\p{L}\p{N}_-]+)\s*$/u, '')
    .replace(ticket === null ? /$^/ : new RegExp(`\\s*#${ticket}\\s*$`), '')
    .trim();
  return { ticket, project: project?.[1] ?? project?.[2] ?? null, description };
}
