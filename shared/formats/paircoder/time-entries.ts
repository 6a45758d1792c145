import { z } from 'zod';
import type { Instant } from '../../values/instant.ts';
import { parseInstant } from '../../values/instant.ts';
import { splitAtMidnight } from '../../values/local-day.ts';
import { minutesOfMs } from '../../values/minutes.ts';
import { said } from '../../values/said.ts';
import { findTicketId } from '../../values/ticket-id.ts';
import type { ReadTimes, ReadingRules, Skipped, TimeRecord } from '../time-record.ts';
import { bareRecord } from '../time-record.ts';

const task = z.object({ title: z.string().optional(), entries: z.array(z.unknown()) });
const entry = z.object({
  start: z.string(),
  end: z.string().nullish(),
  duration_seconds: z.number().min(0).nullish(),
  description: z.string().nullish(),
});

/**
 * Reads `.paircoder/history/time-entries.json` (document 2): stretches by task. The length that is said wins over the
 * clock, for pauses are not in it.
 * @returns null when it is no such file.
 */
export function readPaircoder(text: string, rules: ReadingRules): ReadTimes | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const records: TimeRecord[] = [];
  const skipped: Skipped[] = [];
  for (const [name, of] of Object.entries(value)) {
    const read = task.safeParse(of);
    if (!read.success) {
      skipped.push({ place: name, reason: said`no task with a list of entries` });
      continue;
    }
    read.data.entries.forEach((row, at) => {
      const told = recordsOf(row, name, read.data.title ?? '', rules);
      if (typeof told === 'string') skipped.push({ place: `${name}[${at}]`, reason: told });
      else records.push(...told);
    });
  }
  return { records, skipped };
}

function recordsOf(row: unknown, task: string, title: string, rules: ReadingRules): TimeRecord[] | string {
  const read = entry.safeParse(row);
  if (!read.success) return said`no stretch of time`;
  const { start, end, duration_seconds: seconds, description } = read.data;
  if (end === null || end === undefined) return said`it still runs`;
  const [startedAt, endedAt] = [parseInstant(start), parseInstant(end)];
  if (startedAt === null || endedAt === null || endedAt < startedAt) return said`no stretch of time`;
  return partsOf(startedAt, endedAt, rules.zone).map(({ day, part, share }) => ({
    ...bareRecord(
      day,
      minutesOfMs(seconds === null || seconds === undefined ? part.end - part.start : seconds * 1000 * share),
    ),
    ticket: findTicketId(task, rules.prefixes),
    source: 'timer',
    description: description ?? (title === '' ? task : title),
    startedAt: part.start,
    endedAt: part.end,
  }));
}

/** The days of a stretch, with how much of it each has. */
function partsOf(start: Instant, end: Instant, zone: string) {
  return splitAtMidnight({ start, end }, zone).map(({ day, part }) => ({
    day,
    part,
    share: (part.end - part.start) / (end - start),
  }));
}
