import type { Commit } from '../../evidence/commit.ts';
import type { Session } from '../../evidence/session.ts';
import type { Entry } from '../../entries/entry.ts';
import type { DayRecord } from '../../review/day.ts';
import type { Instant } from '../../values/instant.ts';
import type { LogRecord } from '../../values/log-record.ts';

/** A ticket that qualifies, with all its time rests on. */
export interface PackTicket {
  readonly id: string;
  readonly title: string | null;
  readonly type: string | null;
  readonly category: string;
  readonly rdCategory: string | null;
  readonly entries: readonly PackEntry[];
  readonly sessions: readonly Session[];
}

export interface PackEntry {
  readonly entry: Entry;
  readonly commits: readonly PackCommit[];
  /** Ids of the sessions it was timed by. */
  readonly sessions: readonly string[];
  /** When the first thing it rests on was observed: a commit, a session, a meeting; null: nothing was. */
  readonly capturedAt: Instant | null;
  /** That was on the local day it is about. */
  readonly isCapturedSameDay: boolean;
  /** When it was first written down, as the log has it. */
  readonly recordedAt: Instant;
  /** When a person last changed it; null: nobody has. */
  readonly changedAt: Instant | null;
  /** Written down on the local day it is about. */
  readonly isSameDay: boolean;
  readonly day: DayRecord | null;
  /** Numbers of the records of the log that are about it. */
  readonly log: readonly number[];
}

/** A commit with the name of its repository. */
export interface PackCommit extends Commit {
  readonly repositoryName: string;
}

export interface PackLogRecord extends LogRecord {
  readonly hash: string;
  /** It is about other people too, whose rows do not go out: its changes are left out, so its hash stands unproved. */
  readonly isWithheld: boolean;
}

/** All that a pack holds beside the report. */
export interface Pack {
  readonly period: { readonly from: string; readonly to: string; readonly label: string };
  /** Null: of everybody. */
  readonly user: string | null;
  readonly tickets: readonly PackTicket[];
  readonly log: {
    readonly records: readonly PackLogRecord[];
    readonly links: readonly Pick<PackLogRecord, 'seq' | 'at' | 'previous' | 'hash'>[];
    readonly head: { readonly records: number; readonly hash: string };
  };
}

/** How much of the time was written down when it was spent. Corrections are told apart: they come later by their nature. */
export interface Contemporaneity {
  readonly minutes: number;
  /** Rests on something that was observed on the day itself. */
  readonly capturedMinutes: number;
  readonly sameDayMinutes: number;
  readonly weekMinutes: number;
  /** Percent, one decimal; null: there is no time. */
  readonly sameDayPercent: number | null;
  readonly capturedPercent: number | null;
  readonly weekPercent: number | null;
  readonly correctionMinutes: number;
  /** Entries that a person changed after they were first written down. */
  readonly changedEntries: number;
}

const WEEK_MS = 7 * 86_400_000;

/** @param endOf when the local day of an entry is over. */
export function contemporaneityOf(
  entries: readonly PackEntry[],
  endOf: (entry: Entry) => Instant,
): Contemporaneity {
  const timed = entries.filter(({ entry }) => entry.correction === null);
  const sum = (some: readonly PackEntry[]): number => some.reduce((all, { entry }) => all + entry.minutes, 0);
  const minutes = sum(timed);
  const capturedMinutes = sum(timed.filter(({ isCapturedSameDay }) => isCapturedSameDay));
  const sameDayMinutes = sum(timed.filter(({ isSameDay }) => isSameDay));
  const weekMinutes = sum(timed.filter(({ entry, recordedAt }) => recordedAt < endOf(entry) + WEEK_MS));
  const percent = (part: number): number | null =>
    minutes === 0 ? null : Math.round((part * 1000) / minutes) / 10;
  return {
    minutes,
    capturedMinutes,
    sameDayMinutes,
    weekMinutes,
    sameDayPercent: percent(sameDayMinutes),
    capturedPercent: percent(capturedMinutes),
    weekPercent: percent(weekMinutes),
    correctionMinutes: sum(entries.filter(({ entry }) => entry.correction !== null)),
    changedEntries: entries.filter(({ changedAt }) => changedAt !== null).length,
  };
}
