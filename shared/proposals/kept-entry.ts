import type { Entry } from '../entries/entry.ts';
import type { Story } from '../evidence/git-story.ts';
import type { Id } from '../values/ids.ts';
import { instant } from '../values/instant.ts';
import { coveredMs } from '../values/interval.ts';
import type { Interval } from '../values/interval.ts';
import { minutesOfMs } from '../values/minutes.ts';
import type { TicketId } from '../values/ticket-id.ts';

/**
 * An entry that stands on the day of a story, for tests only.
 * @param clocks `09:00-10:00 11:00-12:00`, the stretches it accounts for; empty for an entry without clock times.
 */
export function keptEntry(story: Story, clocks: string, change: Partial<Entry> = {}): Entry {
  const spans = clocks
    .split(' ')
    .filter((text) => text !== '')
    .map((text): Interval => {
      const [from, to] = text.split('-') as [string, string];
      return { start: story.at(from), end: story.at(to) };
    });
  const raw = minutesOfMs(coveredMs(spans));
  return {
    id: `kept ${clocks}` as Id,
    user: 'ann',
    date: story.date,
    ticket: 'TB-1' as TicketId,
    project: 'TB',
    minutes: raw,
    rawMinutes: raw,
    source: 'git',
    description: 'kept',
    commits: [],
    startedAt: spans[0]?.start ?? null,
    endedAt: spans.at(-1)?.end ?? null,
    zone: story.zone,
    evidence: [],
    spans,
    state: 'accepted',
    key: null,
    correction: null,
    createdAt: instant(story.day.start),
    updatedAt: instant(story.day.start),
    revision: 1,
    ...change,
  };
}
