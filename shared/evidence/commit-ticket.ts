import type { TicketId } from '../values/ticket-id.ts';
import { findTicketId } from '../values/ticket-id.ts';
import type { Commit } from './commit.ts';

/** The ticket a branch names (`fix/TB-042-socket`), or null. */
export const ticketOfBranch = (branch: string | null, prefixes: readonly string[]): TicketId | null =>
  branch === null ? null : findTicketId(branch, prefixes);

/** The ticket of a commit: from its message, else from its branch, else null (design §2 "Tickets"). */
export const ticketOfCommit = (commit: Commit, prefixes: readonly string[]): TicketId | null =>
  findTicketId(commit.subject, prefixes) ?? ticketOfBranch(commit.branch, prefixes);

// Control characters, and those that turn the direction of writing: a subject may come from anywhere.
const NOT_TEXT = /[\s\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu;

/** The subject as an entry says it: `TB-042: fix socket config` is `fix socket config` on TB-042. */
export function subjectWithoutTicket(subject: string, ticket: TicketId | null): string {
  const text = subject.replace(NOT_TEXT, ' ').trim();
  if (ticket === null) return text;
  const opening = new RegExp(`^[[(#\\s]*${ticket}(?![A-Za-z0-9])[\\])\\s]*[:,|–—-]*\\s*`);
  return text.replace(opening, '') || text;
}
