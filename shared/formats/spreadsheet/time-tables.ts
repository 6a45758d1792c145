import type { Zone } from '../../values/local-day.ts';
import { addDays, atClock, formatClock } from '../../values/local-day.ts';
import type { Minutes } from '../../values/minutes.ts';
import { said } from '../../values/said.ts';
import { layOut } from '../lay-out.ts';
import { netRecords } from '../net-records.ts';
import type { ReadTimes, ReadingRules, Skipped, TimeRecord } from '../time-record.ts';
import { bareRecord } from '../time-record.ts';
import { oneLine, ticketAmong } from '../words-of.ts';
import { hms, orderAmong, readClock, readDate, readLength } from './clock-columns.ts';
import type { DateOrder } from './clock-columns.ts';
import { readCsv, writeCsv } from './csv.ts';

export type TableFormat = 'toggl-csv' | 'clockify-csv' | 'harvest-csv';

/** Who the time is of, for tables that name people. */
export interface TablePerson {
  readonly name: string;
  readonly email: string;
}

interface Placed {
  readonly record: TimeRecord;
  /** `09:30:00` on the wall. */
  readonly start: string;
}

interface TimeTable {
  readonly columns: Readonly<Record<string, (placed: Placed, person: TablePerson) => string>>;
  /** Headers in which each thing may stand, the likelier first. */
  readonly reads: Readonly<
    Record<'date' | 'start' | 'length' | 'words' | 'project' | 'task' | 'tags' | 'user', readonly string[]>
  >;
  /** Headers without which it is another table. */
  readonly needs: readonly (readonly string[])[];
}

const firstName = (name: string): string => name.split(' ')[0] ?? '';
const lastName = (name: string): string => name.split(' ').slice(1).join(' ');
/** The ticket stands in front of the words, where people and imports look for it. */
const words = ({ record }: Placed): string =>
  oneLine([record.ticket, record.description].filter(Boolean).join(' '));

/** What the importers of the three ask for, and what their exports carry (English headers). */
const TABLES: Readonly<Record<TableFormat, TimeTable>> = {
  'toggl-csv': {
    columns: {
      User: (_, { name }) => name,
      Email: (_, { email }) => email,
      Client: () => '',
      Project: ({ record }) => record.project ?? '',
      Task: () => '',
      Description: words,
      Billable: () => 'No',
      'Start date': ({ record }) => record.date,
      'Start time': ({ start }) => start,
      Duration: ({ record }) => hms(record.minutes),
      Tags: () => '',
    },
    reads: {
      date: ['Start date'],
      start: ['Start time'],
      length: ['Duration'],
      words: ['Description'],
      project: ['Project'],
      task: ['Task'],
      tags: ['Tags'],
      user: ['Email', 'User'],
    },
    needs: [['Start date'], ['Duration']],
  },
  'clockify-csv': {
    columns: {
      Project: ({ record }) => record.project ?? '',
      Client: () => '',
      Description: (placed) => words(placed).slice(0, 3000),
      Task: () => '',
      Email: (_, { email }) => email,
      Tags: () => '',
      Billable: () => 'No',
      'Start Date': ({ record }) => record.date,
      'Start Time': ({ start }) => start,
      'Duration (h)': ({ record }) => hms(record.minutes),
    },
    reads: {
      date: ['Start Date'],
      start: ['Start Time'],
      length: ['Duration (h)', 'Duration (decimal)'],
      words: ['Description'],
      project: ['Project'],
      task: ['Task'],
      tags: ['Tags'],
      user: ['Email', 'User'],
    },
    needs: [['Start Date'], ['Duration (h)', 'Duration (decimal)']],
  },
  'harvest-csv': {
    columns: {
      Date: ({ record }) => record.date,
      Client: () => '',
      Project: ({ record }) => record.project ?? '',
      Task: () => '',
      Notes: words,
      // Four digits: a minute is a sixtieth, and must come back as one.
      Hours: ({ record }) => String(Number((record.minutes / 60).toFixed(4))),
      'First Name': (_, { name }) => firstName(name),
      'Last Name': (_, { name }) => lastName(name),
    },
    reads: {
      date: ['Date'],
      start: [],
      length: ['Hours'],
      words: ['Notes'],
      project: ['Project'],
      task: ['Task'],
      tags: [],
      user: [],
    },
    needs: [['Date'], ['Hours']],
  },
};

/** Writes the table that the tool's importer takes. Negative time is taken out of what it corrects: none of them knows it. */
export function writeTimeTable(
  format: TableFormat,
  records: readonly TimeRecord[],
  zone: Zone,
  person: TablePerson,
): { text: string; skipped: Skipped[] } {
  const { columns } = TABLES[format];
  const net = netRecords(records);
  const { laid, skipped } = layOut(net.records, zone);
  const rows = laid.map(({ record, at }) => {
    const placed = { record, start: `${formatClock(at.start, zone)}:00` };
    return Object.values(columns).map((cell) => cell(placed, person));
  });
  return { text: writeCsv(Object.keys(columns), rows), skipped: [...net.skipped, ...skipped] };
}

/**
 * Reads an export or import table of the tool. Dates such as 03/04/2026 count only when another row tells which comes
 * first, or `order` does.
 * @returns null when needed headers are missing: it is another table.
 */
export function readTimeTable(
  format: TableFormat,
  text: string,
  rules: ReadingRules,
  order: DateOrder = 'auto',
): ReadTimes | null {
  const { reads, needs } = TABLES[format];
  const table = readCsv(text);
  const known = new Set(table.headers.map((header) => header.toLowerCase()));
  if (!needs.every((any) => any.some((header) => known.has(header.toLowerCase())))) return null;
  const skipped = [...table.skipped];
  const records: TimeRecord[] = [];
  const first = (cell: (header: string) => string, headers: readonly string[]) =>
    headers.map(cell).find((value) => value !== '') ?? '';
  const dates = table.rows.map(({ cell }) => first(cell, reads.date));
  const told = order === 'auto' ? orderAmong(dates) : order;
  table.rows.forEach(({ place, cell }, index) => {
    const date = readDate(dates[index]!, told);
    const length = readLength(first(cell, reads.length));
    if (date === null) {
      skipped.push({
        place,
        reason: said`“${dates[index]!}” is no date that can be told apart; 2026-02-10 can`,
      });
      return;
    }
    if (length === null) {
      skipped.push({ place, reason: said`no duration such as 01:30:00` });
      return;
    }
    const description = first(cell, reads.words);
    const texts = [description, first(cell, reads.task), first(cell, reads.tags)];
    const ticket = ticketAmong(texts, rules.prefixes);
    records.push({
      ...bareRecord(date, length),
      ...clockOf(date, readClock(first(cell, reads.start)), length, rules.zone),
      user: first(cell, reads.user) || null,
      ticket,
      project: first(cell, reads.project) || null,
      // Our own mark in front of the words is no part of them.
      description:
        ticket !== null && description.startsWith(ticket)
          ? description.slice(ticket.length).replace(/^[:\s]+/, '')
          : description,
    });
  });
  return { records, skipped };
}

function clockOf(date: TimeRecord['date'], start: number | null, length: Minutes, zone: Zone) {
  if (start === null || length < 0 || start + length > 1440) return {};
  const at = (minute: number) =>
    minute === 1440
      ? atClock(addDays(date, 1), 0, 0, zone)
      : atClock(date, Math.floor(minute / 60), minute % 60, zone);
  const [startedAt, endedAt] = [at(start), at(start + length)];
  return endedAt - startedAt === length * 60_000 ? { startedAt, endedAt } : {};
}
