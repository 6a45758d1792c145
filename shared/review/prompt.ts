import type { Instant } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import type { IsoWeek } from '../values/iso-week.ts';
import type { LocalDay } from '../values/local-day.ts';

/** Something that waits for the person. What it asks for is worked out again each time; only what was said and answered is kept. */
export type Prompt =
  | EndOfDayPrompt
  | WeekPrompt
  | AbsencesPrompt
  | MeetingPrompt
  | MeetingOverPrompt
  | BudgetPrompt
  | SessionPrompt
  | TriggerPrompt
  | MonthlyPrompt;
export type PromptKind = Prompt['kind'];

interface Common {
  /** Tells it from all others, at any time: `end-of-day:2026-02-10`. */
  readonly key: string;
  /** What is put off together: the end of any day, say. */
  readonly topic: string;
  /** Since when it waits. */
  readonly since: Instant;
}

/** The day is over and not reviewed. */
export interface EndOfDayPrompt extends Common {
  readonly kind: 'end-of-day';
  readonly date: LocalDay;
  readonly minutes: number;
  readonly target: number;
  /** Entries without a ticket. */
  readonly unallocated: number;
}

/** The week is over and not submitted. */
export interface WeekPrompt extends Common {
  readonly kind: 'week';
  readonly week: IsoWeek;
  /** Days with time on them that are not reviewed. None: it only has to be submitted. */
  readonly open: readonly LocalDay[];
  readonly minutes: number;
  readonly target: number;
}

/** The person was away, came back, and nothing says why. */
export interface AbsencesPrompt extends Common {
  readonly kind: 'absences';
  readonly absences: readonly Absence[];
}

export interface Absence extends Interval {
  readonly key: string;
}

/** A meeting on a ticket goes on, and no session runs on it. */
export interface MeetingPrompt extends Common {
  readonly kind: 'meeting';
  readonly ticket: string;
  readonly title: string;
  readonly endsAt: Instant;
  /** What runs meanwhile; null: nothing. */
  readonly running: string | null;
}

/** A meeting that was switched to is over. */
export interface MeetingOverPrompt extends Common {
  readonly kind: 'meeting-over';
  readonly ticket: string;
  /** What ran before; null: nothing did. */
  readonly back: string | null;
}

/** So much of a budget is used. */
export interface BudgetPrompt extends Common {
  readonly kind: 'budget';
  /** Null: of a delivery unit that is of no single project. */
  readonly project: string | null;
  readonly name: string;
  /** `2026-02`, where the budget is one for each month. */
  readonly month: string | null;
  /** The threshold that was passed. */
  readonly percent: number;
  /** Minutes. */
  readonly used: number;
  readonly of: number;
}

/** A session runs longer than people work on one thing, or on while nobody is there. */
export interface SessionPrompt extends Common {
  readonly kind: 'session';
  readonly ticket: string | null;
  readonly title: string;
  readonly minutes: number;
  /** Since when nobody was there, or from when to when; null: it is only long. */
  readonly away: Interval | null;
}

/** Why reports of a month could not be made, as far as a person can do something about it. */
export const MONTHLY_TROUBLES = ['no-folder', 'unwritable', 'no-room', 'no-printer', 'failed'] as const;
export type MonthlyTrouble = (typeof MONTHLY_TROUBLES)[number];

/** The reports of a month were made by themselves, or could not be. */
export interface MonthlyPrompt extends Common {
  readonly kind: 'monthly';
  /** `2026-02`. */
  readonly month: string;
  readonly folder: string;
  /** How many files lie there. */
  readonly files: number;
  /** Why not all of them do; null: all do. */
  readonly trouble: MonthlyTrouble | null;
}

/** A ticket, or a checkout, says that work begins or ends; what runs was started by hand, so it is asked about. */
export interface TriggerPrompt extends Common {
  readonly kind: 'trigger';
  readonly move: 'start' | 'stop';
  readonly ticket: string;
  readonly title: string;
  /** What runs. */
  readonly running: string;
}

/** What is remembered of a prompt, or of a topic that was put off. */
export interface PromptNote {
  readonly user: string;
  /** Of a prompt, an absence, or a topic. */
  readonly key: string;
  /** When it was last told in a notification. */
  readonly saidAt: Instant | null;
  readonly snoozedUntil: Instant | null;
  /** What the person said to it: `break`, `switch`, `dismiss`, … */
  readonly answer: string | null;
  /** What belongs to the answer: what ran before a switch, the entry made of an absence. */
  readonly detail: string | null;
  /** The time it was about. */
  readonly span: Interval | null;
  /** Last touched. */
  readonly at: Instant;
}

/** The notes by key. */
export type PromptNotes = ReadonlyMap<string, PromptNote>;

export const notesByKey = (notes: readonly PromptNote[]): PromptNotes =>
  new Map(notes.map((note) => [note.key, note]));

/** What a notification has to have told so that all of a prompt is told. */
export const partsOf = (prompt: Prompt): readonly string[] =>
  prompt.kind === 'absences' ? prompt.absences.map(({ key }) => key) : [prompt.key];

/** Was it answered, whatever the answer was? */
export const isAnswered = (notes: PromptNotes, key: string): boolean =>
  (notes.get(key)?.answer ?? null) !== null;

/** Until when a topic is put off; null: it is not, or not any more. */
export function snoozedUntil(notes: PromptNotes, topic: string, now: Instant): Instant | null {
  const until = notes.get(topic)?.snoozedUntil ?? null;
  return until !== null && until > now ? until : null;
}

/** Is it told already, and not put off since? What was put off and has come again is told again. */
export function isSaid(notes: PromptNotes, topic: string, part: string): boolean {
  const saidAt = notes.get(part)?.saidAt ?? null;
  const until = notes.get(topic)?.snoozedUntil ?? null;
  return saidAt !== null && (until === null || saidAt >= until);
}
