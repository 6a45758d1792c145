import type { Id } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';

/** A git commit as read from a repository. Never edited; a rewritten commit is another one. */
export interface Commit {
  readonly repository: Id;
  readonly hash: string;
  readonly authorName: string;
  readonly authorEmail: string;
  /** Author date: when the work was done, kept by rebase, amend and cherry-pick. */
  readonly authoredAt: Instant;
  readonly committedAt: Instant;
  readonly subject: string;
  /** The branch it was made on, by the reflog of that time, else a branch that contains it; null if unknown. */
  readonly branch: string | null;
  readonly isMerge: boolean;
  /** Stable patch-id where it was needed to tell copies apart, else null. */
  readonly patchId: string | null;
}

/** The reflog says: from here on, until the next one of that repository, this branch was checked out. */
export interface Checkout {
  readonly repository: Id;
  readonly at: Instant;
  /** Null: a detached head. */
  readonly branch: string | null;
  /** Until when that is known: the next movement of HEAD that changes branch, or null while it holds. */
  readonly until: Instant | null;
}

/** A registered repository. */
export interface Repository {
  readonly id: Id;
  /** Work tree or bare folder, absolute. */
  readonly path: string;
  readonly name: string;
  /** Where the objects are; worktrees of one repository share it, so their commits are read once. */
  readonly commonDir: string;
  readonly addedAt: Instant;
  readonly lastScanAt: Instant | null;
  /** In words, when the last scan failed (vanished, corrupt, …); null when it went well. */
  readonly lastProblem: string | null;
  /** What the refs and reflog looked like at the last scan; the scanner's own, opaque to everybody else. */
  readonly mark: string | null;
  /** Commits are known from this instant on. */
  readonly coveredFrom: Instant | null;
}
