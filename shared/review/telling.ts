import type { PresenceState } from '../evidence/presence.ts';
import type { Instant } from '../values/instant.ts';
import { plusMs } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import { contains } from '../values/interval.ts';
import type { Prompt, PromptKind, PromptNotes } from './prompt.ts';
import { isSaid, partsOf } from './prompt.ts';

/** The moment in which something could be told. */
export interface Moment {
  readonly now: Instant;
  readonly presence: PresenceState;
  /** Meetings that are working time. */
  readonly meetings: readonly Interval[];
  /** Setting `reminders.quiet`. */
  readonly quiet: boolean;
}

/** What goes into one notification, and what is told by it. */
export interface Telling {
  readonly prompts: readonly Prompt[];
  readonly parts: readonly string[];
}

/** Between two notifications, unless it cannot wait. */
export const PAUSE_MS = 5 * 60_000;
/** Later they would be pointless. */
const CANNOT_WAIT: readonly PromptKind[] = ['meeting', 'meeting-over', 'trigger'];
const AWAY: readonly PresenceState[] = ['idle', 'locked', 'suspended'];

/**
 * What to tell now, in one notification; null: nothing. Nobody is told who is not there, who does not want to be disturbed, or
 * who sits in a meeting (except that it could be switched to); it is told when that is over. The end of the week speaks
 * for the end of its last day.
 */
export function whatToTell(prompts: readonly Prompt[], notes: PromptNotes, moment: Moment): Telling | null {
  if (moment.quiet || AWAY.includes(moment.presence)) return null;
  const inMeeting = moment.meetings.some((meeting) => contains(meeting, moment.now));
  const isSoon = moment.now < plusMs(lastSaid(notes) ?? (0 as Instant), PAUSE_MS);
  const fresh = prompts.filter(
    (prompt) =>
      !partsOf(prompt).every((part) => isSaid(notes, prompt.topic, part)) &&
      (!isSoon || CANNOT_WAIT.includes(prompt.kind)) &&
      (!inMeeting || prompt.kind === 'meeting'),
  );
  if (fresh.length === 0) return null;
  const hasWeek = fresh.some(({ kind }) => kind === 'week');
  return {
    prompts: fresh.filter(({ kind }) => !(hasWeek && kind === 'end-of-day')),
    parts: fresh.flatMap(partsOf),
  };
}

/** When something that had to wait for a pause between notifications may be told. */
export function pauseEnds(notes: PromptNotes, now: Instant): Instant | null {
  const last = lastSaid(notes);
  if (last === null) return null;
  const end = plusMs(last, PAUSE_MS);
  return end > now ? end : null;
}

function lastSaid(notes: PromptNotes): Instant | null {
  let last: Instant | null = null;
  for (const { saidAt } of notes.values())
    if (saidAt !== null && (last === null || saidAt > last)) last = saidAt;
  return last;
}
