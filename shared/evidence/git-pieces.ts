import type { DerivationRules } from '../settings/rules.ts';
import type { Instant } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import { clip, contains, subtract } from '../values/interval.ts';
import { said } from '../values/said.ts';
import type { TicketId } from '../values/ticket-id.ts';
import type { BranchStretch } from './checkout-stretches.ts';
import { branchStretches } from './checkout-stretches.ts';
import type { Checkout, Commit } from './commit.ts';
import { countOnce } from './commit-copies.ts';
import { ticketOfBranch, ticketOfCommit } from './commit-ticket.ts';
import type { CommitTime } from './git-credit.ts';
import { creditCommits } from './git-credit.ts';
import { knownPresence } from './git-presence.ts';
import type { PresenceSpan } from './presence.ts';

/** Time of a day that git gives to a ticket. Spans of different pieces never overlap. */
export interface GitPiece {
  readonly ticket: TicketId | null;
  /** The commit the time was reckoned from. */
  readonly commit: Commit;
  /** The ticket of that commit; another than `ticket` where the branch checked out says so. */
  readonly commitTicket: TicketId | null;
  /** The branch that was checked out all the while, if it names `ticket`. */
  readonly branch: string | null;
  /** None: a commit that no time was reckoned from. It is still part of the work on its ticket. */
  readonly spans: readonly Interval[];
  readonly rule: string;
}

/** What git knows about a person's day. */
export interface GitEvidence {
  /** The person's own, of all repositories, in any order. */
  readonly commits: readonly Commit[];
  readonly checkouts: readonly Checkout[];
  readonly presence: readonly PresenceSpan[];
}

/**
 * The time of one local day by git (design §2 Git, rules 0 to 4; rounding is up to the proposals).
 * @param horizon nothing is assumed to have been worked later than this, unless a commit says so.
 */
export function gitPieces(
  evidence: GitEvidence,
  day: Interval,
  horizon: Instant,
  rules: DerivationRules,
): GitPiece[] {
  const presence = knownPresence(evidence.presence);
  const stretches = branchStretches(evidence.checkouts, day);
  const today = evidence.commits
    .filter((commit) => contains(day, commit.authoredAt))
    .map((commit) => onItsBranch(commit, stretches.get(commit.repository) ?? [], rules.ticketPrefixes));
  const commits = countOnce(today, rules.ticketPrefixes);
  const timed = creditCommits(commits, { day, horizon, presence, rules }).flatMap((time) =>
    divideByBranch(time, stretches.get(time.commit.repository) ?? [], rules.ticketPrefixes),
  );
  const named = new Set(timed.filter((piece) => piece.ticket === piece.commitTicket).map((p) => p.commit));
  const untimed = commits.filter((commit) => !named.has(commit));
  return [...timed, ...untimed.map((commit) => withoutTime(commit, rules.ticketPrefixes))];
}

/** A commit whose branch says nothing was made on the one that was checked out then, if that names a ticket. */
function onItsBranch(
  commit: Commit,
  stretches: readonly BranchStretch[],
  prefixes: readonly string[],
): Commit {
  if (ticketOfBranch(commit.branch, prefixes) !== null) return commit;
  const then = stretches.find((stretch) => contains(stretch, commit.authoredAt));
  return then && ticketOfBranch(then.branch, prefixes) !== null ? { ...commit, branch: then.branch } : commit;
}

/** Rule 0: while a branch that names a ticket was checked out, the time belongs to that ticket. */
function divideByBranch(
  time: CommitTime,
  stretches: readonly BranchStretch[],
  prefixes: readonly string[],
): GitPiece[] {
  const commitTicket = ticketOfCommit(time.commit, prefixes);
  const piece = { commit: time.commit, commitTicket, rule: time.rule };
  const onBranch = touching(stretches, time.spans).flatMap((stretch) => {
    const ticket = ticketOfBranch(stretch.branch, prefixes);
    const spans = ticket === null ? [] : clip(time.spans, [stretch]);
    return spans.length === 0 ? [] : [{ ...piece, ticket, branch: stretch.branch, spans }];
  });
  const rest = subtract(
    time.spans,
    onBranch.flatMap((part) => part.spans),
  );
  return rest.length === 0
    ? onBranch
    : [...onBranch, { ...piece, ticket: commitTicket, branch: null, spans: rest }];
}

function touching(stretches: readonly BranchStretch[], spans: readonly Interval[]): BranchStretch[] {
  const start = spans[0]?.start ?? Infinity;
  const end = spans.at(-1)?.end ?? -Infinity;
  return stretches.filter((stretch) => stretch.end > start && stretch.start < end);
}

function withoutTime(commit: Commit, prefixes: readonly string[]): GitPiece {
  const ticket = ticketOfCommit(commit, prefixes);
  return { ticket, commit, commitTicket: ticket, branch: null, spans: [], rule: said`no time of its own` };
}
