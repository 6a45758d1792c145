import { join } from 'node:path';
import { askGit } from './ask-git.ts';
import type { RepositoryPlace } from './repository-place.ts';
import { gitDirsOf, namesIn, readStart } from './repository-place.ts';

/** Of a repository with more refs than this the newest are read. */
const REF_LIMIT = 20_000;
/** Not the person's history: stashed work in progress and notes. */
const PASSED_OVER = /^refs\/(?:stash$|notes\/)/;

/** What `HEAD` of each remote points at, in full: `refs/remotes/origin/main` is a default branch. */
export function readDefaultBranches({ commonDir }: RepositoryPlace): string[] {
  const remotes = join(commonDir, 'refs', 'remotes');
  return namesIn(remotes).flatMap((remote) => {
    const target = /^ref: (refs\/remotes\/\S+)\s*$/.exec(
      readStart(join(remotes, remote, 'HEAD'), 1_024) ?? '',
    );
    return target ? [target[1]!] : [];
  });
}

/**
 * Hashes of all refs younger than `from` (epoch seconds), and of every detached HEAD: where new commits can hang.
 * @throws Problem when git cannot read them all, as when one points at a missing object.
 */
export async function readRecentTips(place: RepositoryPlace, from: number): Promise<Set<string>> {
  const format = '%(objectname)%00%(refname)%00%(creatordate:unix)';
  const tips = new Set<string>();
  for (const [hash, ref, created] of await askRefs(place, [`--format=${format}`, '--sort=-creatordate'])) {
    if (hash && ref && !PASSED_OVER.test(ref) && (!created || Number(created) >= from)) tips.add(hash);
  }
  for (const gitDir of gitDirsOf(place.commonDir)) {
    const detached = /^[0-9a-f]{40,64}(?=\s*$)/.exec(readStart(join(gitDir, 'HEAD'), 256) ?? '');
    if (detached) tips.add(detached[0]);
  }
  return tips;
}

async function askRefs(place: RepositoryPlace, args: readonly string[]): Promise<string[][]> {
  const answer = await askGit(place.path, ['for-each-ref', `--count=${REF_LIMIT}`, ...args]);
  return answer.split('\n').map((line) => line.split('\0'));
}
