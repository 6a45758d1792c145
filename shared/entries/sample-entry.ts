import type { Id } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import type { LocalDay } from '../values/local-day.ts';
import { atClock } from '../values/local-day.ts';
import { minutes } from '../values/minutes.ts';
import type { TicketId } from '../values/ticket-id.ts';
import type { Entry, EvidenceRef } from './entry.ts';

/** The Tuesday of the documents, in Berlin. For tests only, like all of this file. */
export const TUESDAY = '2026-02-10' as LocalDay;
const ZONE = 'Europe/Berlin';

/** `09:15` on that Tuesday. */
export function clock(text: string): Instant {
  const [hour, minute] = text.split(':').map(Number) as [number, number];
  return atClock(TUESDAY, hour, minute, ZONE);
}

/** `09:00-10:30` as an interval. */
export function stretch(text: string): { start: Instant; end: Instant } {
  const [from, to] = text.split('-') as [string, string];
  return { start: clock(from), end: clock(to) };
}

/**
 * An entry that was derived on that Tuesday.
 * @param times the stretches it accounts for, `09:00-10:00 11:00-12:00`; empty: typed by hand, without clock times.
 */
export function sampleEntry(name: string, times: string, given: Partial<Entry> = {}): Entry {
  const spans = times
    .split(' ')
    .filter((text) => text !== '')
    .map(stretch);
  const length = minutes(spans.reduce((sum, span) => sum + span.end - span.start, 0) / 60_000);
  return {
    id: name as Id,
    user: 'ann',
    date: TUESDAY,
    ticket: 'TB-042' as TicketId,
    project: 'TB',
    minutes: length,
    rawMinutes: length,
    source: spans.length > 0 ? 'git' : 'manual',
    description: `work of ${name}`,
    commits: [],
    startedAt: spans[0]?.start ?? null,
    endedAt: spans.at(-1)?.end ?? null,
    zone: ZONE,
    evidence: [],
    spans,
    state: 'proposed',
    key: `git:${name}`,
    correction: null,
    createdAt: clock('00:00'),
    updatedAt: clock('00:00'),
    revision: 1,
    ...given,
  };
}

/** A commit that explains a stretch. */
export const commitRef = (ref: string, times: string): EvidenceRef => ({
  kind: 'commit',
  ref,
  label: `commit ${ref}`,
  startedAt: stretch(times).start,
  endedAt: stretch(times).end,
  rule: 'time after a commit is its own',
});
