import type { Commit } from '../evidence/commit.ts';
import { findTicketId } from '../values/ticket-id.ts';

const LONGEST_MS = 2 * 3_600_000;

/**
 * What counting commits alone gives, as git-hours does: the time between two commits counts when it is at most two hours,
 * for what the later one is about. What everything else is measured against; for tests only.
 * @param firstMinutes assumed before the first commit and after every longer gap (git-hours: 120).
 */
export function plainRule(commits: readonly Commit[], firstMinutes: number): Map<string, number> {
  const sums = new Map<string, number>();
  const sorted = commits.toSorted((a, b) => a.authoredAt - b.authoredAt);
  sorted.forEach((commit, at) => {
    const before = sorted[at - 1];
    const gap = before ? commit.authoredAt - before.authoredAt : Infinity;
    const minutes = gap <= LONGEST_MS ? gap / 60_000 : firstMinutes;
    const ticket = findTicketId(commit.subject, []) ?? '';
    sums.set(ticket, (sums.get(ticket) ?? 0) + minutes);
  });
  return sums;
}
