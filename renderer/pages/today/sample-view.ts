import type { DayView, EntryShape } from '#shared/contract/shapes.ts';

/** Days for tests, on 2026-02-10 in UTC: everything has a plain value, a test names only what it is about. */

export const at = (hhmm: string) => `2026-02-10T${hhmm}:00.000Z`;
/** `09:00-10:00` as the host tells it. */
export const span = (text: string) => {
  const [from, to] = text.split('-') as [string, string];
  return { startedAt: at(from), endedAt: at(to) };
};

export const sampleEntry = (id: string, more: Partial<EntryShape> = {}): EntryShape => ({
  id,
  ticket: 'TB-042',
  project: 'TB',
  minutes: 60,
  rawMinutes: 60,
  source: 'git',
  description: id,
  commits: [],
  unallocated: false,
  startedAt: null,
  endedAt: null,
  evidence: [],
  ...more,
});

/** A day with these entries, each with its stretches as `09:00-10:00 11:00-12:00`; '' is none. */
export function sampleView(
  entries: readonly (readonly [EntryShape, string])[],
  more: Partial<DayView> = {},
): DayView {
  return {
    day: {
      date: '2026-02-10',
      user: 'max',
      status: 'draft',
      entries: entries.map(([entry]) => entry),
      totals: {
        minutes: entries.reduce((sum, [entry]) => sum + entry.minutes, 0),
        target: 480,
        untracked: 0,
      },
      warnings: [],
    },
    zone: 'UTC',
    interval: { startedAt: at('00:00'), endedAt: '2026-02-11T00:00:00.000Z' },
    details: Object.fromEntries(
      entries.map(([entry, spans]) => [
        entry.id,
        {
          state: 'proposed' as const,
          why: `why ${entry.id}`,
          spans: spans.split(' ').filter(Boolean).map(span),
          correction: null,
        },
      ]),
    ),
    gaps: [],
    settledGaps: [],
    presence: [],
    commits: [],
    events: [],
    spans: [],
    runs: [],
    undo: null,
    redo: null,
    ...more,
  };
}
