import type { Entry } from '../entries/entry.ts';
import type { SettledGap } from '../entries/settled-gap.ts';
import type { CalendarEvent } from '../evidence/calendar-event.ts';
import type { PresenceSpan } from '../evidence/presence.ts';
import type { Instant } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import type { LocalDay } from '../values/local-day.ts';
import { compareTexts } from '../values/order.ts';
import type { DayStatus } from './day.ts';

/**
 * What the week wants to know before it is handed in, in the order it is asked:
 * `meeting` without a ticket, once for all of its series; `entry` without a ticket; `gap`, time that nothing explains, or
 * that the person was away; `overlap` of two entries; `attend`, a meeting at which nobody was at the machine; `remote`,
 * what the provider has otherwise; `day`, one that is not reviewed while nothing else of it is open.
 */
export const QUESTION_KINDS = ['meeting', 'entry', 'gap', 'overlap', 'attend', 'remote', 'day'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export interface Question {
  /** The same whenever the same thing is asked. */
  readonly id: string;
  readonly kind: QuestionKind;
  /** The days it is about, the first one first; at least one. */
  readonly dates: readonly LocalDay[];
  /** When it was, of what has a time. */
  readonly span: Interval | null;
  /** Whole minutes it is about. */
  readonly minutes: number;
  /** In the words of the calendar or of the entry; empty where it has none. */
  readonly title: string;
  /** The entries it is about. */
  readonly entries: readonly Entry[];
  /** Calendar's id of the meeting, and the name of its series. */
  readonly meeting: { readonly id: string; readonly series: string | null } | null;
  /** Of a gap: the person was not at the machine. */
  readonly away: boolean;
}

/** A day of the week as questions are asked about it. */
export interface DayToAsk {
  readonly date: LocalDay;
  readonly status: DayStatus;
  /** Without deleted ones. */
  readonly entries: readonly Entry[];
  /** Present time that nothing explains and that was not settled. */
  readonly gaps: readonly Interval[];
  readonly settled: readonly SettledGap[];
  readonly presence: readonly PresenceSpan[];
  /** Meetings that are working time, as the settings have it. */
  readonly meetings: readonly CalendarEvent[];
  /** Minutes the day should have. */
  readonly target: number;
}

export interface AskingRules {
  readonly now: Instant;
  readonly today: LocalDay;
  /** Gaps shorter than this are no question, in minutes. */
  readonly shortestGap: number;
  /** Series of which the person once said that they had been there although nobody was at the machine. */
  readonly attended: ReadonlySet<string>;
}

/** How long an answer takes, in seconds: read, look, press a key. For the estimate only. */
const SECONDS: Readonly<Record<QuestionKind, number>> = {
  meeting: 20,
  entry: 25,
  gap: 30,
  overlap: 40,
  attend: 20,
  remote: 40,
  day: 20,
};

/** Seconds that answering these takes, by a plain rule: so many for each kind of question. */
export const secondsFor = (questions: readonly Pick<Question, 'kind'>[]): number =>
  questions.reduce((sum, { kind }) => sum + SECONDS[kind], 0);

/** Seconds in whole minutes as people say them: at least one while there is anything to do. */
export const aboutMinutes = (seconds: number): number =>
  seconds === 0 ? 0 : Math.max(1, Math.round(seconds / 60));

/** In the order they are asked: by kind, then by time. Days come last, for they wait for the others. */
export const inOrder = (questions: readonly Question[]): Question[] =>
  questions.toSorted(
    (a, b) =>
      QUESTION_KINDS.indexOf(a.kind) - QUESTION_KINDS.indexOf(b.kind) ||
      compareTexts(a.dates[0] ?? '', b.dates[0] ?? '') ||
      (a.span?.start ?? 0) - (b.span?.start ?? 0) ||
      compareTexts(a.id, b.id),
  );

/** How many other questions about its day are to be answered before a day can be asked about. */
export const waitsFor = (question: Question, all: readonly Question[]): number =>
  question.kind === 'day'
    ? all.filter(
        ({ kind, dates }) => kind !== 'day' && kind !== 'remote' && dates.includes(question.dates[0]!),
      ).length
    : 0;
