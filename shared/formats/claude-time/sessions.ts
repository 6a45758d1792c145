import { z } from 'zod';
import type { Instant } from '../../values/instant.ts';
import { instant, parseInstant, plusMs } from '../../values/instant.ts';
import type { Zone } from '../../values/local-day.ts';
import { atClock, parseLocalDay } from '../../values/local-day.ts';
import { said } from '../../values/said.ts';
import type { TicketId } from '../../values/ticket-id.ts';
import { parseTicketId } from '../../values/ticket-id.ts';
import type { Skipped } from '../time-record.ts';
import { jsonObject } from './json-object.ts';

/** A session as claude-time kept it (document 1). */
export interface ClaudeTimeSession {
  readonly project: string;
  /** Who worked, as an e-mail; null: it does not say. */
  readonly developer: string | null;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly ticket: TicketId | null;
  readonly title: string;
  readonly recoverySource: 'heartbeat' | 'estimated' | null;
}

/** No session is longer: whoever left one open for a night did not work through it (document 1, plausibility cap). */
const LONGEST_MS = 8 * 3_600_000;

const session = z.object({
  date: z.string().optional(),
  start: z.string(),
  end: z.string(),
  linear_issue: z.string().nullish(),
  activities: z.array(z.object({ description: z.string().optional() })).nullish(),
  recovered: z.boolean().nullish(),
  recovery_source: z.enum(['heartbeat', 'estimated']).nullish(),
});

/** Reads `sessions/{project}.json`: instants, or clocks of a day in the person's zone. @throws Problem `usage`: no JSON. */
export function readClaudeSessions(
  text: string,
  name: string,
  zone: Zone,
): { sessions: ClaudeTimeSession[]; skipped: Skipped[] } {
  const file = jsonObject(text, name);
  const { project: saidProject, developer, date: fileDate, sessions: rows } = file;
  const project =
    typeof saidProject === 'string'
      ? saidProject
      : name.replace(/\.json$/, '').replace(/^\d{4}-\d\d-\d\d-/, '');
  const sessions: ClaudeTimeSession[] = [];
  const skipped: Skipped[] = [];
  (Array.isArray(rows) ? (rows as unknown[]) : []).forEach((row, at) => {
    const place = `${name}, sessions[${at}]`;
    const read = session.safeParse(row);
    if (!read.success) {
      skipped.push({ place, reason: said`no session with a start and an end` });
      return;
    }
    const day = read.data.date ?? (typeof fileDate === 'string' ? fileDate : '');
    const startedAt = momentOf(read.data.start, day, zone);
    const end = momentOf(read.data.end, day, zone);
    if (startedAt === null || end === null) {
      skipped.push({ place, reason: said`no session with a start and an end` });
      return;
    }
    // 23:30 to 00:15 is the next day's quarter past.
    const endedAt = end < startedAt ? plusMs(end, 86_400_000) : end;
    const words = (read.data.activities ?? []).flatMap(({ description }) => description?.trim() || []);
    sessions.push({
      project,
      developer: typeof developer === 'string' ? developer : null,
      startedAt,
      endedAt: capped(startedAt, endedAt),
      ticket: parseTicketId(read.data.linear_issue ?? ''),
      title: words.slice(0, 3).join(', ') || `Claude session on ${project}`,
      recoverySource: read.data.recovered ? (read.data.recovery_source ?? 'estimated') : null,
    });
  });
  return { sessions, skipped };
}

function momentOf(text: string, date: string, zone: Zone): Instant | null {
  const clock = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text);
  if (!clock) return parseInstant(text);
  const day = parseLocalDay(date);
  if (day === null || Number(clock[1]) > 23 || Number(clock[2]) > 59) return null;
  return atClock(day, Number(clock[1]), Number(clock[2]), zone);
}

const capped = (start: Instant, end: Instant): Instant => instant(Math.min(end, start + LONGEST_MS));

/** Half an hour is a guess; the documents' cap is what it must not exceed. */
const GUESS_MS = 30 * 60_000;

/**
 * Reads what a crash left behind: `current-session.txt` (start in epoch seconds and the project, in any order) and the
 * last sign of life of `heartbeat-{project}.txt`.
 * @returns null when it tells of no session; its end is estimated where no heartbeat is known.
 */
export function readStaleSession(
  current: string,
  heartbeatOf: (project: string) => string | null,
): ClaudeTimeSession | null {
  const epoch = /\b(\d{9,11})\b/.exec(current)?.[1];
  const project = current
    .replace(epoch ?? '', ' ')
    .replace(/\b(?:start|epoch|project|name)\s*[:=]/gi, ' ')
    .trim()
    .split(/\s+/)
    .find((word) => /^[\w.-]+$/.test(word));
  if (epoch === undefined || project === undefined) return null;
  const startedAt = instant(Number(epoch) * 1000);
  const last = /\b(\d{9,11})\b/.exec(heartbeatOf(project) ?? '')?.[1];
  const alive = last === undefined ? null : instant(Number(last) * 1000);
  const isKnown = alive !== null && alive > startedAt;
  return {
    project,
    developer: null,
    startedAt,
    endedAt: capped(startedAt, isKnown ? alive : plusMs(startedAt, GUESS_MS)),
    ticket: null,
    title: `Claude session on ${project}`,
    recoverySource: isKnown ? 'heartbeat' : 'estimated',
  };
}
