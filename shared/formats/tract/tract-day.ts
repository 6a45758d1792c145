import { z } from 'zod';
import type { EntrySource } from '../../entries/entry.ts';
import type { DayStatus } from '../../review/day.ts';
import { parseLocalDay } from '../../values/local-day.ts';
import { formatShort, parseDuration } from '../../values/minutes.ts';
import { said } from '../../values/said.ts';
import { parseTicketId } from '../../values/ticket-id.ts';
import type { ReadTimes, ReadingRules, Skipped, TimeRecord } from '../time-record.ts';
import { bareRecord } from '../time-record.ts';

/** The four sources a file of `.tract/time` knows (document 4 §1). */
export type TractSource = 'git' | 'calendar' | 'manual' | 'ide';

/** Sources of ours that the documents do not have: a session is told as typed, an agent as a tool. */
const TOLD_AS: Readonly<Record<EntrySource, TractSource>> = {
  git: 'git',
  calendar: 'calendar',
  manual: 'manual',
  ide: 'ide',
  timer: 'manual',
  agent: 'ide',
};

/** One entry as it stands in a file; keys in the order of document 4. */
export interface TractEntry {
  readonly ticket: string | null;
  readonly duration: string;
  readonly source: TractSource;
  readonly description?: string;
  readonly commits?: readonly string[];
  readonly unallocated?: true;
}

/** A record as a file tells it. */
export function tractEntry(record: TimeRecord): TractEntry {
  return {
    ticket: record.ticket,
    duration: formatShort(record.minutes),
    source: TOLD_AS[record.source],
    ...(record.description === '' ? {} : { description: record.description }),
    ...(record.commits.length === 0 ? {} : { commits: record.commits }),
    ...(record.ticket === null ? { unallocated: true as const } : {}),
  };
}

const entryShape = z.object({
  ticket: z.union([z.string(), z.null()]).optional(),
  duration: z.string(),
  source: z.enum(['git', 'calendar', 'manual', 'ide']).default('manual'),
  description: z.union([z.string(), z.null()]).optional(),
  commits: z.array(z.string()).nullish(),
});

const STATUSES: readonly DayStatus[] = ['draft', 'reviewed', 'submitted'];

/** What stands in a file, once YAML is read: `date`, `user`, `status`, `entries`. */
export interface TractDay {
  readonly user: string | null;
  readonly status: DayStatus;
  readonly times: ReadTimes;
}

/**
 * Makes records of a day's file. Entries that are no time are left out and named; the rest of the file counts.
 * @param fallback the day and the person of the file's place (`{user}/{date}.yaml`), for files that do not say.
 * @returns null when it is no such file: there is no day anywhere.
 */
export function readTractDay(
  value: unknown,
  rules: ReadingRules,
  fallback: { readonly date: string; readonly user: string },
): TractDay | null {
  const file = value === null || value === undefined ? {} : value;
  if (typeof file !== 'object' || Array.isArray(file)) return null;
  const { date: saidDate, user: saidUser, status: saidStatus, entries } = file as Record<string, unknown>;
  const date = parseLocalDay(typeof saidDate === 'string' ? saidDate : fallback.date);
  if (date === null) return null;
  const user = typeof saidUser === 'string' && saidUser !== '' ? saidUser : fallback.user;
  const status = STATUSES.find((known) => known === saidStatus) ?? 'draft';
  const skipped: Skipped[] = [];
  const records: TimeRecord[] = [];
  if (saidStatus !== undefined && status !== saidStatus)
    skipped.push({ place: 'status', reason: said`no status of a day; taken for a draft` });
  const rows: readonly unknown[] = Array.isArray(entries) ? (entries as unknown[]) : [];
  if (entries !== undefined && entries !== null && !Array.isArray(entries))
    skipped.push({ place: 'entries', reason: said`no list` });
  rows.forEach((row, at) => {
    const place = `entries[${at}]`;
    const read = entryShape.safeParse(row);
    if (!read.success) {
      skipped.push({ place, reason: said`no entry: ${fieldsOf(read.error)}` });
      return;
    }
    const { ticket, duration, source, description, commits } = read.data;
    const minutes = parseDuration(duration, rules.workingHoursPerDay);
    if (minutes === null) {
      skipped.push({ place, reason: said`“${duration}” is no duration such as 1h30m` });
      return;
    }
    const id = typeof ticket === 'string' ? parseTicketId(ticket) : null;
    if (typeof ticket === 'string' && ticket.trim() !== '' && id === null) {
      skipped.push({ place, reason: said`“${ticket}” is no ticket; the time is kept without one` });
    }
    records.push({
      ...bareRecord(date, minutes),
      user,
      status,
      ticket: id,
      source,
      description: description ?? '',
      commits: commits ?? [],
    });
  });
  return { user, status, times: { records, skipped } };
}

const fieldsOf = (error: z.ZodError): string =>
  [...new Set(error.issues.map(({ path }) => path.join('.') || 'entry'))].join(', ');
