import { readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';

/** No work tree lies deeper. */
const DEEPEST = 40;
/** A `HEAD` or `.git` file is one line. */
const LONGEST = 4096;

/**
 * The branch checked out in a folder, by git's own files: no process is started, for a hook must be quick.
 * @returns null outside of a repository, and where a commit and no branch is checked out.
 */
export function branchOfFolder(folder: string): string | null {
  if (!isAbsolute(folder)) return null;
  let at = folder;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const git = gitFolderIn(at);
    if (git !== null) return branchOf(git);
    const above = dirname(at);
    if (above === at) return null;
    at = above;
  }
  return null;
}

/** `.git` of a work tree: a folder, or a file that names one (worktrees, submodules). */
function gitFolderIn(folder: string): string | null {
  const git = join(folder, '.git');
  const found = statSync(git, { throwIfNoEntry: false });
  if (found === undefined) return null;
  if (found.isDirectory()) return git;
  const named = /^gitdir: (.+)$/m.exec(shortText(git))?.[1];
  return named === undefined ? null : resolve(folder, named.trim());
}

const branchOf = (git: string): string | null =>
  /^ref: refs\/heads\/(.+)$/m.exec(shortText(join(git, 'HEAD')))?.[1]?.trim() ?? null;

function shortText(file: string): string {
  try {
    const found = statSync(file);
    return found.isFile() && found.size <= LONGEST ? readFileSync(file, 'utf8') : '';
  } catch {
    return '';
  }
}
