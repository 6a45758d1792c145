import type { Commit } from '../evidence/commit.ts';
import type { Session } from '../evidence/session.ts';
import type { TicketFacts } from '../evidence/ticket-facts.ts';
import type { Entry } from '../entries/entry.ts';
import type { Instant } from '../values/instant.ts';
import { Problem } from '../values/problem.ts';
import { said } from '../values/said.ts';
import type { TicketId } from '../values/ticket-id.ts';
import { findTicketId } from '../values/ticket-id.ts';
import type { ChangeSet, RowChange } from './changes.ts';

/** The rules that every implementation of the stores keeps, so that one test suite holds for all of them. */

/** How long calls to providers are remembered: longer than any limit that is documented reaches back. */
export const CALLS_KEPT_MS = 90 * 60_000;

/** Who writes when no person does (derive, recovery); such steps are never offered for undo. */
export const JOB_ACTOR = 'stint';

/** A break left out of sessions that ran on: the one change of sessions that can be taken back. */
export const LEAVE_OUT = 'session.leaveOut';
/** The same, with the entry that has the time instead. */
export const LEAVE_OUT_FOR = 'entry.leaveOut';

/**
 * How undo treats a step: changes of entries and gaps, the confirmation of a day and a break left out of a session are
 * `offered`; submitting is a `barrier`, nothing before it can be taken back; everything else (other changes of sessions, repositories, projects and where they are booked,
 * jobs, corrections, which are only ever appended) is `passed` over.
 */
export function undoStanding(step: Pick<ChangeSet, 'actor' | 'operation'>): 'offered' | 'passed' | 'barrier' {
  if (step.actor === JOB_ACTOR || step.operation === 'entry.correct') return 'passed';
  if (step.operation === 'week.submit') return 'barrier';
  return /^(entry|gap)\./.test(step.operation) || ['day.confirm', LEAVE_OUT].includes(step.operation)
    ? 'offered'
    : 'passed';
}

/**
 * The order in which rows are written: removals, then updates, then additions, so that a row may take over the key
 * that another one gives up in the same step. Changes that change nothing (null to null) are left out.
 */
export function writingOrder(changes: readonly RowChange[]): readonly RowChange[] {
  const removals = changes.filter((c) => c.before !== null && c.after === null);
  const updates = changes.filter((c) => c.before !== null && c.after !== null);
  const additions = changes.filter((c) => c.before === null && c.after !== null);
  return [...removals, ...updates, ...additions];
}

/** What tells a row from the others of its noun. */
export function rowName(change: RowChange): string {
  const name = (side: 'before' | 'after'): string | null => {
    const row = change[side];
    if (row === null) return null;
    return 'id' in row ? row.id : `${row.user} ${row.date}`;
  };
  const before = name('before');
  const after = name('after');
  if (before !== null && after !== null && before !== after) {
    throw new Error(`a ${change.noun} cannot become another one: ${before} to ${after}`);
  }
  return before ?? after ?? '';
}

/** The revision a row must have in the store; null where the noun has none (repositories). @throws Error when `after` does not follow `before`. */
export function expectedRevision(change: RowChange): number | null {
  const { before, after } = change;
  if (before === null || !('revision' in before)) return null;
  if (after !== null && 'revision' in after && after.revision !== before.revision + 1) {
    throw new Error(`revision ${after.revision} of a ${change.noun} does not follow ${before.revision}`);
  }
  return before.revision;
}

/** The row is no longer as it was read (or is there already). Nothing of the step was written. */
export function conflict(change: RowChange): Problem {
  const row = change.after ?? change.before;
  const noun = NOUNS[change.noun];
  return new Problem(
    'conflict',
    row && 'date' in row
      ? said`This ${noun} of ${row.date} was changed by somebody else first. Nothing was written.`
      : said`This ${noun} was changed by somebody else first. Nothing was written.`,
    said`Look at it again and repeat your change.`,
  );
}

/** The log has no step of this id. */
export const noStep = (id: string): Problem =>
  new Problem('not-found', said`There is no step ${id} in the log.`, said`See \`stint history\`.`);

/** When the work of an entry was done, as far as it says. */
export const entryUsedAt = (entry: Pick<Entry, 'endedAt' | 'startedAt' | 'createdAt'>): Instant =>
  entry.endedAt ?? entry.startedAt ?? entry.createdAt;

/** When a session was last worked in. */
export const sessionUsedAt = (session: Pick<Session, 'endedAt' | 'startedAt'>): Instant =>
  session.endedAt ?? session.startedAt;

/** The ticket a commit names: in its subject, else in its branch. Prefixes are a setting, so they are not looked at here. */
export const ticketOfCommit = (commit: Pick<Commit, 'subject' | 'branch'>): TicketId | null =>
  findTicketId(commit.subject, []) ?? findTicketId(commit.branch ?? '', []);

/** What of a ticket's facts can be searched, in lower case: SQLite knows upper and lower case of ASCII only. */
export const ticketWords = ({
  ticket,
  title,
  labels,
}: Pick<TicketFacts, 'ticket' | 'title' | 'labels'>): string =>
  [ticket, title, ...labels].join(' ').toLowerCase();

const NOUNS: Readonly<Record<RowChange['noun'], string>> = {
  entry: said`entry`,
  day: said`day`,
  session: said`session`,
  devSession: said`development session`,
  repository: said`repository`,
  project: said`project`,
  mapping: said`mapping`,
  gap: said`gap`,
};
