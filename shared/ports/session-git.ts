import type { GitOutcome } from '../evidence/dev-session.ts';
import type { Instant } from '../values/instant.ts';

/** Where a work tree stands. */
export interface GitPlace {
  /** The work tree around the folder that was asked about, absolute. */
  readonly repository: string;
  /** Null: a commit and no branch is checked out. */
  readonly branch: string | null;
  /** Null: there is none yet. */
  readonly commit: string | null;
}

/** Where a session began. */
export interface GitStart extends GitPlace {
  readonly at: Instant;
}

/** What development sessions ask of git. Nothing is fetched, written or run in the repository (decision 0003). */
export interface SessionGit {
  /** Null outside of a repository. Costs a few file reads and one question to git. @throws Problem when git cannot read it. */
  stand(folder: string): Promise<GitPlace | null>;
  /**
   * What changed since a session began, as `git diff --numstat` has it between two commits. Where the start commit was
   * rewritten or is gone, its copy, or the last commit of that time, stands for it.
   * @throws Problem when there is no repository any more, or git cannot read it.
   */
  since(start: GitStart): Promise<GitOutcome>;
}
