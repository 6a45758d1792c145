import type { Instant } from '../../values/instant.ts';
import { parseInstant } from '../../values/instant.ts';
import type { LocalDay, Zone } from '../../values/local-day.ts';
import { addDays, atClock, dayOf, formatClock, splitAtMidnight } from '../../values/local-day.ts';
import { minutesOfMs } from '../../values/minutes.ts';
import { said } from '../../values/said.ts';
import { layOut } from '../lay-out.ts';
import { netRecords } from '../net-records.ts';
import type { ReadTimes, ReadingRules, Skipped, TimeRecord } from '../time-record.ts';
import { bareRecord } from '../time-record.ts';
import { oneLine, ticketAmong } from '../words-of.ts';

/**
 * The timeclock format of Emacs, ledger and hledger: `i 2026-03-02 09:00:00 TB:TB-042  Review`, `o 2026-03-02 10:00:00`.
 * It has no zones and its readers count on the wall clock as if no clock were ever changed; so `o` is the wall clock of
 * `i` and the minutes that count, and every sum is right even where an hour is missing or stands twice.
 */
export function writeTimeclock(
  records: readonly TimeRecord[],
  zone: Zone,
): { text: string; skipped: Skipped[] } {
  const net = netRecords(records);
  const { laid, skipped } = layOut(net.records, zone);
  const lines = laid.flatMap(({ record, at }) => {
    const [hour, minute] = formatClock(at.start, zone).split(':').map(Number) as [number, number];
    const end = hour * 60 + minute + record.minutes;
    // Past midnight by the wall alone (a day of 25 hours): it began earlier then.
    const start = hour * 60 + minute - Math.max(0, end - 1440);
    return [
      `i ${record.date} ${clockText(start)} ${accountOf(record)}${describe(record)}`,
      `o ${endText(record.date, Math.min(end, 1440))}`,
    ];
  });
  const head = `; Wall clock of ${zone}. What counts is the difference of o and i.`;
  return { text: `${[head, ...lines].join('\n')}\n`, skipped: [...net.skipped, ...skipped] };
}

const clockText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`;

const endText = (date: LocalDay, minute: number): string =>
  minute === 1440 ? `${nextDay(date)} 00:00:00` : `${date} ${clockText(minute)}`;

const nextDay = (date: LocalDay): LocalDay => addDays(date, 1);

/** `Project:TICKET`; two blanks would end an account. */
function accountOf({ project, ticket }: TimeRecord): string {
  const parts = [project, ticket]
    .filter((part) => part !== null)
    .map((part) => oneLine(part).replaceAll(':', '-'));
  return parts.length === 0 ? 'unallocated' : parts.join(':');
}

const describe = ({ description }: TimeRecord): string => {
  const words = oneLine(description);
  return words === '' ? '' : `  ${words}`;
};

const LINE = /^([iIoO])\s+(\d{4})[-/](\d{2})[-/](\d{2})\s+(\d{2}):(\d{2})(?::(\d{2}))?(?:\s+(.*))?$/;

/** Reads a timeclock file; clock times are of the zone given. An `i` without its `o` is still running and left out. */
export function readTimeclock(text: string, rules: ReadingRules): ReadTimes {
  const records: TimeRecord[] = [];
  const skipped: Skipped[] = [];
  let open: { at: Instant; words: string; place: string } | null = null;
  text.split(/\r?\n/).forEach((line, index) => {
    const place = `line ${index + 1}`;
    if (!/^[ioIO]\s/.test(line)) return;
    const match = LINE.exec(line.trimEnd());
    const at = match === null ? null : wallOf(match);
    if (match === null || at === null) {
      skipped.push({ place, reason: said`no day and clock such as 2026-03-02 09:00:00` });
      return;
    }
    if (match[1]!.toLowerCase() === 'i') {
      if (open !== null) skipped.push({ place: open.place, reason: said`nothing says when it ended` });
      open = { at, words: match[8] ?? '', place };
      return;
    }
    if (open === null) skipped.push({ place, reason: said`nothing says when it began` });
    else records.push(...recordsOf(open.words, open.at, at, rules));
    open = null;
  });
  const last = open as { place: string } | null;
  if (last !== null) skipped.push({ place: last.place, reason: said`nothing says when it ended` });
  return { records, skipped };
}

/** The wall clock as if it were never changed: instants of UTC stand for it. */
function wallOf(match: RegExpExecArray): Instant | null {
  return parseInstant(`${match[2]}-${match[3]}-${match[4]}T${match[5]}:${match[6]}:${match[7] ?? '00'}Z`);
}

function recordsOf(words: string, start: Instant, end: Instant, rules: ReadingRules): TimeRecord[] {
  const [account = '', ...rest] = words.split(/\s{2,}|\t/);
  const description = rest.join(' ').trim();
  const ticket = ticketAmong([account, description], rules.prefixes);
  const project = account.split(':').find((part) => part !== '' && part !== ticket && part !== 'unallocated');
  return splitAtMidnight({ start, end }, 'UTC').map(({ day, part }) => {
    const length = minutesOfMs(part.end - part.start);
    const startedAt = onTheWall(part.start, rules.zone);
    const endedAt = onTheWall(part.end, rules.zone);
    const told = { ...bareRecord(day, length), ticket, project: project ?? null, description };
    // Over a change of clocks the wall does not tell when it was.
    return endedAt - startedAt === length * 60_000 ? { ...told, startedAt, endedAt } : told;
  });
}

function onTheWall(wall: Instant, zone: Zone): Instant {
  const [hour, minute] = formatClock(wall, 'UTC').split(':').map(Number) as [number, number];
  return atClock(dayOf(wall, 'UTC'), hour, minute, zone);
}
