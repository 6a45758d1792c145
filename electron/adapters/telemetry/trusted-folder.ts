import { opendir, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { LocalDay } from '#shared/values/local-day.ts';

/**
 * The folder below a root, with links followed. A repository may hold links that somebody else made: one that leads out
 * of it is not followed.
 * @returns `folder` null when there is none.
 */
export async function trustedFolder(
  root: string,
  inside: string,
): Promise<{ readonly folder: string | null; readonly leadsOut: boolean }> {
  try {
    const [top, folder] = await Promise.all([realpath(root), realpath(join(root, inside))]);
    return folder.startsWith(top.endsWith(sep) ? top : top + sep)
      ? { folder, leadsOut: false }
      : { folder: null, leadsOut: true };
  } catch {
    return { folder: null, leadsOut: false };
  }
}

/** A team of fifty fills a folder with so many files in ten years of work. */
const MOST_NAMES = 200_000;
/** A reading looks at no more files than that: the newest ones. */
const MOST_FILES = 1000;

/** The logs of a user from a day on, oldest first. */
export async function namesIn(folder: string, user: string, since: LocalDay): Promise<string[]> {
  const names: string[] = [];
  const directory = await opendir(folder).catch(() => null);
  if (directory === null) return names;
  let seen = 0;
  for await (const { name } of directory) {
    seen += 1;
    if (seen > MOST_NAMES) break;
    if (!name.startsWith(`${user}-`)) continue;
    const day = /^-(\d{4}-\d{2}-\d{2})\.jsonl$/.exec(name.slice(user.length))?.[1];
    if (day !== undefined && day >= since) names.push(name);
  }
  return names.toSorted().slice(-MOST_FILES);
}
