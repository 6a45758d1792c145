import type { DevSession, Outcome } from '../../evidence/dev-session.ts';
import type { World } from '../../ports/world.ts';
import { Problem } from '../../values/problem.ts';

/** What changed in a session's repository, or why that is not known. */
export type Compared = Pick<Outcome, 'git' | 'gitProblem'>;

/** Compares what is there now with where a session began. A repository that is gone or cannot be read is an answer, too. */
export async function compareGit(
  world: Pick<World, 'sessionGit'>,
  { repository, branch, startCommit, startedAt }: DevSession,
): Promise<Compared> {
  if (repository === null) return { git: null, gitProblem: null };
  try {
    const git = await world.sessionGit.since({ repository, branch, commit: startCommit, at: startedAt });
    return { git, gitProblem: null };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { git: null, gitProblem: error.message };
  }
}

/** What changed so far, where a session is still open; null where it is over. */
export const comparedSoFar = async (
  world: Pick<World, 'sessionGit'>,
  session: DevSession,
): Promise<Compared | null> =>
  session.status === 'active' || session.status === 'paused' ? compareGit(world, session) : null;
