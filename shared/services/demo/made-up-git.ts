import type { SessionGit } from '../../ports/session-git.ts';
import type { Instant } from '../../values/instant.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import { fnv1a64 } from '../../values/text-hash.ts';
import { CODE_FOLDER } from './company.ts';
import type { Traces } from './traces.ts';

/** As many commits as a report prints. */
const MOST_LOGGED = 50;

/** Made-up repositories, as development sessions ask for them: what commits changed is made of their hashes. */
export function madeUpSessionGit({ commits, checkouts }: Traces, now: () => Instant): SessionGit {
  const nameOf = (folder: string): string | null =>
    commits.find(({ repository }) => folder === `${CODE_FOLDER}/${repository}`)?.repository ?? null;
  const stand: SessionGit['stand'] = async (folder) => {
    const name = nameOf(folder);
    if (name === null) return null;
    const known = commits.filter((one) => one.repository === name && one.committedAt <= now());
    const checkout = checkouts.findLast((one) => one.repository === name && one.at <= now());
    return { repository: folder, branch: checkout?.branch ?? null, commit: known.at(-1)?.hash ?? null };
  };
  return {
    stand,
    since: async ({ repository, branch, commit, at }) => {
      const name = nameOf(repository);
      const place = await stand(repository);
      if (name === null || place === null || place.commit === null)
        throw new Problem(
          'not-found',
          said`This is made-up data: nothing is sent anywhere, and nothing is taken in.`,
          said`Leave the demo and do it with your own data.`,
        );
      const log = commits
        .filter((one) => one.repository === name && one.branch === branch)
        .filter((one) => one.committedAt > at && one.committedAt <= now())
        .toReversed();
      const sum = (share: (hash: string) => number) => log.reduce((all, { hash }) => all + share(hash), 0);
      return {
        endCommit: place.commit,
        endBranch: place.branch,
        base: commit,
        start: 'exact',
        commits: log.length,
        merges: 0,
        files: sum((hash) => within(hash, 'files', 1, 4)),
        binaryFiles: 0,
        linesAdded: sum((hash) => within(hash, 'added', 12, 140)),
        linesRemoved: sum((hash) => within(hash, 'removed', 2, 60)),
        log: log
          .slice(0, MOST_LOGGED)
          .map(({ hash, committedAt, subject }) => ({ hash, at: committedAt, subject })),
      };
    },
  };
}

/** A number that is always the same for a hash. */
const within = (hash: string, what: string, least: number, most: number): number =>
  least + (Number.parseInt(fnv1a64(`${what} ${hash}`).slice(0, 6), 16) % (most - least + 1));
