import type { Entry } from '../entries/entry.ts';
import { isUnallocated } from '../entries/entry.ts';
import type { Id } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import type { LocalDay } from '../values/local-day.ts';
import type { Minutes } from '../values/minutes.ts';
import { formatShort, formatTimesheet } from '../values/minutes.ts';
import { Problem } from '../values/problem.ts';
import { said } from '../values/said.ts';
import type { DayRecord, DayStatus } from './day.ts';

/** draft → reviewed → submitted, and what each of them allows (design §2 "Status"). */

/** @throws Problem `refused` on a submitted day: what was handed in is only ever added to. */
export function assertEditable(day: DayRecord | null): void {
  if (day?.status !== 'submitted') return;
  throw new Problem(
    'refused',
    said`${day.date} is submitted and stays as it was.`,
    said`Append a correction: stint correct ENTRY MINUTES --reason "…".`,
  );
}

/**
 * The day after one of its entries changed: a reviewed one is a draft again. Null: its record stays as it is.
 * @throws Problem `refused` on a submitted day.
 */
export function afterEdit(day: DayRecord | null): DayRecord | null {
  assertEditable(day);
  if (day?.status !== 'reviewed') return null;
  return { ...day, status: 'draft', reviewedAt: null, revision: day.revision + 1 };
}

/**
 * The person says that the day is right: it becomes reviewed. `entries` are the proposals among the given ones, now
 * accepted.
 * @throws Problem `refused` on a submitted day, one with nothing in it, or one with entries that have no ticket
 * unless the person said so.
 */
export function confirmDay(
  day: DayRecord | null,
  entries: readonly Entry[],
  by: {
    readonly unallocatedOk: boolean;
    readonly now: Instant;
    readonly user: string;
    readonly date: LocalDay;
  },
): { day: DayRecord; entries: Entry[] } {
  assertEditable(day);
  const live = entries.filter((entry) => entry.state !== 'deleted');
  if (live.length === 0) {
    throw new Problem(
      'refused',
      said`There is nothing to confirm on ${by.date}: no entries.`,
      said`Add what is missing with \`stint log "…"\`. A day off needs no confirming.`,
    );
  }
  if (!by.unallocatedOk) assertAllocated(live, by.date);
  return {
    day: {
      user: by.user,
      date: by.date,
      status: 'reviewed',
      reviewedAt: by.now,
      submittedAt: null,
      revision: (day?.revision ?? 0) + 1,
    },
    entries: live
      .filter((entry) => entry.state === 'proposed')
      .map((entry) => ({ ...entry, state: 'accepted', updatedAt: by.now, revision: entry.revision + 1 })),
  };
}

function assertAllocated(entries: readonly Entry[], date: LocalDay): void {
  const open = entries.filter(isUnallocated);
  if (open.length === 0) return;
  const time = formatShort(open.reduce((sum, entry) => sum + entry.minutes, 0));
  throw new Problem(
    'refused',
    open.length === 1
      ? said`1 entry of ${date} (${time}) has no ticket.`
      : said`${open.length} entries of ${date} (${time}) have no ticket.`,
    open.length === 1
      ? said`Give it a ticket, or confirm the day as it is with --unallocated.`
      : said`Give them tickets, or confirm the day as it is with --unallocated.`,
  );
}

/** A day of the week that is to be submitted. */
export interface DayToSubmit {
  readonly date: LocalDay;
  readonly record: DayRecord | null;
  /** All its live entries together. */
  readonly minutes: number;
  /** A working day up to today: without entries it is missing, not free. */
  readonly expected: boolean;
}

/** A day that stays behind when the week is submitted, and why. */
export interface DayLeftBehind {
  readonly date: LocalDay;
  readonly status: DayStatus;
  readonly minutes: number;
  readonly reason: string;
}

/**
 * Submits the reviewed days and names the ones left behind: drafts with time on them, and working days with none.
 * Days submitted before are not submitted again.
 * @throws Problem `refused` when no day is reviewed.
 */
export function submitWeek(
  days: readonly DayToSubmit[],
  now: Instant,
): { submitted: DayRecord[]; leftBehind: DayLeftBehind[] } {
  const submitted = days.flatMap(({ record }) =>
    record?.status === 'reviewed' ? [submit(record, now)] : [],
  );
  if (submitted.length > 0) return { submitted, leftBehind: days.flatMap(leftBehind) };
  throw days.some(({ record }) => record?.status === 'submitted')
    ? new Problem(
        'refused',
        said`There is nothing more to submit: no other day of the week is reviewed.`,
        said`Confirm the days that are still drafts, or append a correction to a submitted one.`,
      )
    : new Problem(
        'refused',
        said`No day of the week is reviewed, so nothing was submitted.`,
        said`Look the days over and confirm them first: \`stint confirm DATE\`.`,
      );
}

const submit = (day: DayRecord, now: Instant): DayRecord => ({
  ...day,
  status: 'submitted',
  submittedAt: now,
  revision: day.revision + 1,
});

function leftBehind({ date, record, minutes, expected }: DayToSubmit): DayLeftBehind[] {
  const status = record?.status ?? 'draft';
  if (status !== 'draft') return [];
  if (minutes !== 0) {
    return [{ date, status, minutes, reason: said`still a draft, with ${formatTimesheet(minutes)} on it` }];
  }
  return expected ? [{ date, status, minutes, reason: said`a working day without entries` }] : [];
}

/**
 * The entry to append when a submitted one was wrong; what was submitted stays as it is.
 * @param amount minutes to add, negative to take away; not zero.
 * @param before what earlier corrections of the same entry add up to.
 * @throws Problem `refused` on a day that is not submitted or when less than nothing would be left, `usage` without
 * minutes or a reason.
 */
export function correction(
  day: DayRecord | null,
  entry: Entry,
  amount: Minutes,
  reason: string,
  newId: Id,
  now: Instant,
  before = 0,
): Entry {
  if (day?.status !== 'submitted') {
    throw new Problem(
      'refused',
      said`${entry.date} is not submitted, so it needs no correction.`,
      said`Change the entry itself: stint edit ENTRY --minutes …`,
    );
  }
  if (entry.correction !== null || entry.state === 'deleted') {
    throw new Problem(
      'refused',
      said`That is no entry of the submitted day.`,
      said`Correct the entry it was made for.`,
    );
  }
  if (!Number.isSafeInteger(amount) || amount === 0) {
    throw new Problem(
      'usage',
      said`The correction has no minutes.`,
      said`Say how much to add or take away: 30m, -1h.`,
    );
  }
  const why = reason.trim();
  if (why === '') {
    throw new Problem(
      'usage',
      said`The correction gives no reason.`,
      said`Say why the submitted day was wrong: --reason "…".`,
    );
  }
  const left = entry.minutes + before;
  if (left + amount < 0) {
    throw new Problem(
      'refused',
      said`${formatShort(Math.abs(amount))} cannot be taken from an entry that has ${formatShort(left)}.`,
      said`Take away at most ${formatShort(left)}.`,
    );
  }
  return {
    ...entry,
    id: newId,
    ...correctionParts(amount, why, entry.id),
    createdAt: now,
    updatedAt: now,
    revision: 1,
  };
}

/** What every correction has: minutes that are taken or added, the reason, no clock and no evidence of its own. */
export const correctionParts = (amount: Minutes, reason: string, of: Id | null) =>
  ({
    minutes: amount,
    rawMinutes: amount,
    source: 'manual',
    description: `Correction: ${reason}`,
    commits: [],
    startedAt: null,
    endedAt: null,
    evidence: [],
    spans: [],
    state: 'edited',
    key: null,
    correction: { reason, of },
  }) satisfies Partial<Entry>;
