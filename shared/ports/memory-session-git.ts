import type { GitOutcome } from '../evidence/dev-session.ts';
import type { GitPlace, GitStart, SessionGit } from './session-git.ts';

/** Git as a test tells it: where work trees stand, and what changed in them. */
export interface MemorySessionGit extends SessionGit {
  /** By folder. */
  readonly places: Map<string, GitPlace>;
  /** What changed, or what is thrown instead; by repository. */
  readonly outcomes: Map<string, GitOutcome | Error>;
  readonly asked: GitStart[];
}

export function memorySessionGit(): MemorySessionGit {
  const places: MemorySessionGit['places'] = new Map();
  const outcomes: MemorySessionGit['outcomes'] = new Map();
  const asked: GitStart[] = [];
  return {
    places,
    outcomes,
    asked,
    stand: async (folder) => {
      const root = [...places.keys()].find((one) => folder === one || folder.startsWith(`${one}/`));
      return root === undefined ? null : places.get(root)!;
    },
    since: async (start) => {
      asked.push(start);
      const outcome = outcomes.get(start.repository);
      if (outcome === undefined || outcome instanceof Error)
        throw outcome ?? new Error(`nothing is told of ${start.repository}`);
      return outcome;
    },
  };
}
