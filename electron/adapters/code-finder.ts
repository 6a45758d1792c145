import { opendir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join, sep } from 'node:path';
import type { CodeAuthor, CodeFinder, CodeFolder } from '#shared/ports/code-finder.ts';
import type { Clock } from '#shared/ports/world.ts';
import type { Instant } from '#shared/values/instant.ts';
import { formatInstant, instant } from '#shared/values/instant.ts';
import { askGit } from './git/ask-git.ts';
import { placeOf } from './git/repository-place.ts';

export interface CodeFinderOptions {
  /** The home folder of the person; theirs unless told. */
  readonly home?: string;
  readonly timeMs?: number;
}

/** Somebody waits for the answer. */
const TIME_MS = 1500;
/** Folders that are looked into at most, and how far below a folder of the home a repository may lie. */
const FOLDERS = 4000;
const DEPTH = 3;
const SUGGESTED = 8;
const NAMES = 4;

/** Where code never lies, or where merely looking makes macOS ask the person whether we may. */
const LEFT_ALONE = new Set([
  'Applications',
  'Desktop',
  'Documents',
  'Downloads',
  'Library',
  'Movies',
  'Music',
  'Pictures',
  'Public',
  'Videos',
  'AppData',
  'OneDrive',
  'snap',
  'node_modules',
  'vendor',
  'venv',
  'target',
  '__pycache__',
]);

/** Asking each author of each repository takes a while too. */
const REPOSITORIES = 60;
const COMMITS = 4000;
const AUTHORS_MS = 8000;

/** Looks for a person's code in their home folder (port `CodeFinder`). Nothing is run to find it, and nothing is written. */
export function createCodeFinder(
  clock: Pick<Clock, 'monotonicMs'>,
  { home = homedir(), timeMs = TIME_MS }: CodeFinderOptions = {},
): CodeFinder {
  return {
    async suggest() {
      const search = { left: FOLDERS, until: clock.monotonicMs() + timeMs, clock };
      const tops = await subfolders(home, search);
      const found: CodeFolder[] = [];
      for (const path of tops) {
        const repositories = await repositoriesBelow(path, search);
        if (repositories.length > 0) found.push(folderOf(path, home, repositories));
      }
      found.sort((a, b) => (b.usedAt ?? 0) - (a.usedAt ?? 0) || (a.path < b.path ? -1 : 1));
      return { folders: found.slice(0, SUGGESTED), complete: !isOver(search) };
    },

    async authors(paths, since) {
      const until = clock.monotonicMs() + AUTHORS_MS;
      const byEmail = new Map<string, CodeAuthor>();
      for (const path of paths.slice(0, REPOSITORIES)) {
        if (clock.monotonicMs() > until) break;
        for (const { email, name } of await authorsOf(path, since)) {
          const key = email.toLowerCase();
          const known = byEmail.get(key);
          byEmail.set(key, known ? { ...known, commits: known.commits + 1 } : { email, name, commits: 1 });
        }
      }
      return [...byEmail.values()].sort((a, b) => b.commits - a.commits || (a.email < b.email ? -1 : 1));
    },
  };
}

interface Search {
  left: number;
  readonly until: number;
  readonly clock: Pick<Clock, 'monotonicMs'>;
}

const isOver = ({ left, until, clock }: Search): boolean => left <= 0 || clock.monotonicMs() > until;

interface Found {
  readonly name: string;
  readonly usedAt: Instant | null;
}

/** Repositories at or below a folder, by breadth; links are not followed. */
async function repositoriesBelow(path: string, search: Search): Promise<Found[]> {
  const found: Found[] = [];
  let open = [path];
  for (let depth = 0; depth <= DEPTH && open.length > 0; depth += 1) {
    const below: string[] = [];
    for (const folder of open) {
      if (isOver(search)) return found;
      const place = placeOf(folder);
      if (place !== null)
        found.push({
          name: basename(folder).replace(/(?<=.)\.git$/, ''),
          usedAt: await usedAt(place.gitDir),
        });
      else if (depth < DEPTH) below.push(...(await subfolders(folder, search)));
    }
    open = below;
  }
  return found;
}

/** When HEAD last moved, or something was last staged. */
async function usedAt(gitDir: string): Promise<Instant | null> {
  const times = await Promise.all(
    ['logs/HEAD', 'index', 'HEAD'].map((file) =>
      stat(join(gitDir, file)).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    ),
  );
  const last = Math.max(...times);
  return last === 0 ? null : instant(last);
}

async function subfolders(path: string, search: Search): Promise<string[]> {
  const below: string[] = [];
  try {
    for await (const entry of await opendir(path)) {
      if (isOver(search)) break;
      if (!entry.isDirectory() || entry.name.startsWith('.') || LEFT_ALONE.has(entry.name)) continue;
      search.left -= 1;
      below.push(join(path, entry.name));
    }
  } catch {
    // A folder that may not be read holds nothing for us.
  }
  return below.sort();
}

function folderOf(path: string, home: string, repositories: readonly Found[]): CodeFolder {
  const latestFirst = repositories.toSorted((a, b) => (b.usedAt ?? 0) - (a.usedAt ?? 0));
  return {
    path,
    shown: path.startsWith(home + sep) ? `~${path.slice(home.length)}` : path,
    repositories: repositories.length,
    names: latestFirst.slice(0, NAMES).map(({ name }) => name),
    usedAt: latestFirst[0]?.usedAt ?? null,
  };
}

/** Of each commit since then; nothing of a repository that git cannot read. */
async function authorsOf(path: string, since: Instant): Promise<{ email: string; name: string }[]> {
  try {
    const log = await askGit(path, [
      'log',
      '--all',
      '--no-merges',
      `--max-count=${COMMITS}`,
      `--since=${formatInstant(since)}`,
      '--format=%ae%x09%an',
    ]);
    return log.split('\n').flatMap((line) => {
      const [email = '', name = ''] = line.split('\t');
      return email === '' ? [] : [{ email, name }];
    });
  } catch {
    return [];
  }
}
