import type { Entry } from '../entries/entry.ts';
import { isUnallocated } from '../entries/entry.ts';
import { stretchesOf } from '../entries/overlap.ts';
import type { CalendarEvent } from '../evidence/calendar-event.ts';
import type { Interval } from '../values/interval.ts';
import { clip, coveredMs } from '../values/interval.ts';
import { minutesOfMs } from '../values/minutes.ts';
import { gapQuestions, settledTime } from './ask-gaps.ts';
import type { AskingRules, DayToAsk, Question } from './questions.ts';
import { inOrder } from './questions.ts';

/**
 * The open questions of a week. A pure function of what the days hold: whatever is answered is no longer found, so
 * nothing is asked twice. Only drafts that have come are asked about.
 */
export function askWeek(days: readonly DayToAsk[], rules: AskingRules): Question[] {
  const open = days.filter((day) => day.status === 'draft' && day.date <= rules.today);
  return inOrder([
    ...meetingQuestions(open),
    ...open.flatMap((day) => [
      ...entryQuestions(day),
      ...gapQuestions(day, rules),
      ...overlapQuestions(day),
      ...attendQuestions(day, rules),
      ...dayQuestions(day, rules),
    ]),
  ]);
}

/** The meeting an entry was made of; null when it was made of none, or it is in no calendar any more. */
const meetingOf = (entry: Entry, { meetings }: DayToAsk): CalendarEvent | null => {
  const ref = entry.evidence.find(({ kind }) => kind === 'event')?.ref;
  return meetings.find(({ id }) => id === ref) ?? null;
};

/** Meetings without a ticket, together with the others of their series; without a series, of their title. */
function meetingQuestions(days: readonly DayToAsk[]): Question[] {
  const groups = new Map<string, { entries: Entry[]; event: CalendarEvent }>();
  for (const day of days) {
    for (const entry of day.entries.filter(isOpen)) {
      const event = meetingOf(entry, day);
      if (event === null) continue;
      // "Busy" of one calendar and "Busy" of another have nothing to do with each other.
      const name = event.series ?? (event.title === '' ? `${event.source} ${event.id}` : event.title);
      const group = groups.get(name) ?? { entries: [], event };
      groups.set(name, { ...group, entries: [...group.entries, entry] });
    }
  }
  return [...groups].map(([name, { entries, event }]) => ({
    ...ofEntries(entries),
    id: `meeting:${name}`,
    kind: 'meeting',
    title: event.title,
    meeting: { id: event.id, series: event.series },
  }));
}

const entryQuestions = (day: DayToAsk): Question[] =>
  day.entries
    .filter((entry) => isOpen(entry) && meetingOf(entry, day) === null)
    .map((entry) => ({ ...ofEntries([entry]), id: `entry:${entry.id}`, kind: 'entry' }));

const isOpen = (entry: Entry): boolean =>
  isUnallocated(entry) && entry.correction === null && entry.minutes !== 0;

/** Less is nothing to be asked about: a meeting that began while the last one ended. */
const SHORTEST_OVERLAP = 5;

/** Entries that account for the same time, unless the person said that it is all right. */
function overlapQuestions(day: DayToAsk): Question[] {
  const timed = day.entries.filter((entry) => entry.correction === null && stretchesOf(entry).length > 0);
  const settled = settledTime(day);
  return timed.flatMap((one, at) =>
    timed.slice(at + 1).flatMap((other): Question[] => {
      const both = clip(stretchesOf(one), stretchesOf(other));
      const minutes = minutesOfMs(coveredMs(both) - coveredMs(clip(both, settled)));
      const first = both[0];
      if (minutes < SHORTEST_OVERLAP || first === undefined) return [];
      return [
        {
          ...ofEntries([one, other]),
          id: `overlap:${[one.id, other.id].toSorted().join(' ')}`,
          kind: 'overlap',
          minutes,
          span: { start: first.start, end: both.at(-1)!.end },
        },
      ];
    }),
  );
}

/** Somebody who was at the machine for so long that day has presence worth going by. */
const KNOWN_PRESENCE = 30;

/**
 * Meetings over, and nobody at the machine while they lasted: in a room, or not there at all. Once said to be in a room,
 * its series is not asked about again.
 */
function attendQuestions(day: DayToAsk, { now, attended }: AskingRules): Question[] {
  const active = day.presence.filter(({ state }) => state === 'active');
  if (minutesOfMs(coveredMs(active)) < KNOWN_PRESENCE) return [];
  const isAway = (event: Interval): boolean => clip(active, [event]).length === 0;
  return day.meetings.flatMap((event): Question[] => {
    const entry = day.entries.find((one) =>
      one.evidence.some(({ kind, ref }) => kind === 'event' && ref === event.id),
    );
    if (entry === undefined || event.end > now || event.attended !== null || event.allDay) return [];
    // Whoever gives a meeting its ticket, or changes its time, says by it that it took place.
    if (entry.state === 'edited') return [];
    if (attended.has(event.series ?? event.title) || !isAway(event)) return [];
    return [
      {
        ...ofEntries([entry]),
        id: `attend:${event.source} ${event.id}`,
        kind: 'attend',
        title: event.title,
        span: { start: event.start, end: event.end },
        meeting: { id: event.id, series: event.series },
      },
    ];
  });
}

/** A day that has time on it. Today is asked about when it has what it should have. */
function dayQuestions(day: DayToAsk, { today }: AskingRules): Question[] {
  const minutes = day.entries.reduce((sum, entry) => sum + entry.minutes, 0);
  if (day.entries.length === 0) return [];
  if (day.date === today && (day.target === 0 || minutes < day.target)) return [];
  return [
    {
      id: `day:${day.date}`,
      kind: 'day',
      dates: [day.date],
      span: null,
      minutes,
      title: '',
      entries: [],
      meeting: null,
      away: false,
    },
  ];
}

/** What questions about entries have in common. */
function ofEntries(entries: readonly Entry[]): Omit<Question, 'id' | 'kind'> {
  const [first] = entries;
  const { startedAt = null, endedAt = null } = first ?? {};
  return {
    dates: [...new Set(entries.map(({ date }) => date))].toSorted(),
    span: startedAt !== null && endedAt !== null ? { start: startedAt, end: endedAt } : null,
    minutes: entries.reduce((sum, entry) => sum + entry.minutes, 0),
    title: first?.description ?? '',
    entries,
    meeting: null,
    away: false,
  };
}
