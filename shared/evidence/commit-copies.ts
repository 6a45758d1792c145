import { compareTexts } from '../values/order.ts';
import type { Commit } from './commit.ts';
import { ticketOfBranch } from './commit-ticket.ts';

/**
 * The commits that carry time, by author time: merges carry none, and copies of one commit count once (design §2 Git).
 * Copies are what rebase, amend, cherry-pick and clones leave behind: same author, author time and subject, or the
 * same patch-id; a copy of a copy is a copy. The order of the commits given never matters.
 */
export function countOnce(commits: readonly Commit[], prefixes: readonly string[]): Commit[] {
  const better = preference(prefixes);
  const best = new Map<Commit, Commit>();
  for (const [commit, original] of copiesOf(commits.filter((commit) => !commit.isMerge))) {
    const chosen = best.get(original);
    if (!chosen || better(commit, chosen) < 0) best.set(original, commit);
  }
  return [...best.values()].sort(byAuthorTime);
}

/** Author time decides; the rest only makes the order of simultaneous commits the same every time. */
const byAuthorTime = (a: Commit, b: Commit): number =>
  a.authoredAt - b.authoredAt || a.committedAt - b.committedAt || compareTexts(a.hash, b.hash);

/** Of several copies the one that knows its ticket's branch, then the first one made. */
const preference = (prefixes: readonly string[]) => {
  const branchless = (commit: Commit): number => (ticketOfBranch(commit.branch, prefixes) === null ? 1 : 0);
  return (a: Commit, b: Commit): number =>
    branchless(a) - branchless(b) ||
    a.committedAt - b.committedAt ||
    compareTexts(a.hash, b.hash) ||
    compareTexts(a.repository, b.repository) ||
    compareTexts(a.branch ?? '', b.branch ?? '');
};

/** Maps every commit to one that stands for all its copies (union by shared marks). */
function copiesOf(commits: readonly Commit[]): Map<Commit, Commit> {
  const parent = new Map<Commit, Commit>(commits.map((commit) => [commit, commit]));
  const rootOf = (commit: Commit): Commit => {
    let root = commit;
    while (parent.get(root) !== root) root = parent.get(root)!;
    parent.set(commit, root);
    return root;
  };
  const firstWith = new Map<string, Commit>();
  for (const commit of commits) {
    for (const mark of marksOf(commit)) {
      const twin = firstWith.get(mark);
      if (twin) parent.set(rootOf(commit), rootOf(twin));
      else firstWith.set(mark, commit);
    }
  }
  return new Map(commits.map((commit) => [commit, rootOf(commit)]));
}

function marksOf(commit: Commit): string[] {
  const written = `written ${commit.authoredAt} ${commit.authorEmail.toLowerCase()} ${commit.subject}`;
  return commit.patchId ? [written, `patch ${commit.patchId}`] : [written];
}
