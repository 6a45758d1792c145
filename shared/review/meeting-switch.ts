import type { Instant } from '../values/instant.ts';
import { plusMinutes } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import { contains } from '../values/interval.ts';
import type { MeetingOverPrompt, MeetingPrompt, PromptNotes } from './prompt.ts';
import { isAnswered } from './prompt.ts';

/** A meeting that is working time, and the ticket it names. */
export interface MeetingOnTicket extends Interval {
  /** The same for all copies of it at one time. */
  readonly key: string;
  readonly title: string;
  readonly ticket: string | null;
}

/** What runs. */
export interface RunningWork {
  readonly ticket: string | null;
  readonly title: string;
  /** As one would type it to start it again. */
  readonly what: string;
  readonly startedAt: Instant;
}

export interface MeetingFacts {
  readonly now: Instant;
  readonly meetings: readonly MeetingOnTicket[];
  readonly running: RunningWork | null;
  /** Who never runs sessions is not asked to start one for each meeting: the calendar books it anyway. */
  readonly usesSessions: boolean;
  readonly notes: PromptNotes;
}

/** How long after a meeting the way back is offered, in minutes. */
const WAY_BACK = 30;

/** The meeting that goes on and names a ticket on which nothing runs; of several the one that began last. */
export function meetingPrompt(facts: MeetingFacts): MeetingPrompt | null {
  const { now, running } = facts;
  if (running === null && !facts.usesSessions) return null;
  const current = facts.meetings
    .filter((meeting) => meeting.ticket !== null && contains(meeting, now))
    .toSorted((a, b) => b.start - a.start)[0];
  if (current === undefined || current.ticket === null || current.ticket === running?.ticket) return null;
  const key = `meeting:${current.key}`;
  if (isAnswered(facts.notes, key)) return null;
  return {
    kind: 'meeting',
    key,
    topic: key,
    since: current.start,
    ticket: current.ticket,
    title: current.title,
    endsAt: current.end,
    running: running === null ? null : (running.ticket ?? running.title),
  };
}

/**
 * The way back from a meeting that was switched to, for a while after it: offered while its ticket still runs, for who has
 * started something else since has found the way themselves.
 */
export function meetingOverPrompt(facts: MeetingFacts): MeetingOverPrompt | null {
  const { now, running, notes } = facts;
  if (running === null) return null;
  for (const { key, answer, detail, span } of notes.values()) {
    if (answer !== 'switch' || span === null || !key.startsWith('meeting:')) continue;
    if (now < span.end || now >= plusMinutes(span.end, WAY_BACK)) continue;
    const [ticket = '', back = ''] = (detail ?? '').split('\n', 2);
    const over = `meeting-over:${key.slice('meeting:'.length)}`;
    if (running.ticket !== ticket || isAnswered(notes, over)) continue;
    return {
      kind: 'meeting-over',
      key: over,
      topic: over,
      since: span.end,
      ticket,
      back: back === '' ? null : back,
    };
  }
  return null;
}

/** What is kept of a switch: the meeting's ticket, and what ran before. */
export const switchDetail = (ticket: string, before: string | null): string => `${ticket}\n${before ?? ''}`;

/** The next instant at which a meeting begins or ends; null: none. */
export function nextMeetingTurn(meetings: readonly Interval[], now: Instant): Instant | null {
  const turns = meetings.flatMap(({ start, end }) => [start, end]).filter((at) => at > now);
  return turns.length === 0 ? null : turns.reduce((a, b) => (b < a ? b : a));
}
