import { opendir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';
import { placeOf } from './repository-place.ts';

export interface FoundRepository {
  readonly path: string;
  readonly name: string;
  readonly commonDir: string;
}

/** Bounds of the search; a folder that is too wide or too deep is searched as far as they reach, nearest first. */
const DEPTH = 8;
const FOLDERS = 50_000;
const TIME_MS = 30_000;
const FOUND = 5_000;

/** Never searched: nobody's own repositories are in there, and they are huge. */
const SKIPPED = new Set([
  'node_modules',
  'bower_components',
  '__pycache__',
  'site-packages',
  'venv',
  'target',
  '$RECYCLE.BIN',
  'System Volume Information',
]);

/**
 * Repositories at or below a folder, nearest first: work trees, linked work trees, submodules and bare repositories.
 * Nothing is run; links are looked at but not followed further, so a loop ends at once. Hidden folders are looked at
 * (`.dotfiles` may be one) but not searched.
 * @throws Problem when there is no such folder.
 */
export async function findRepositories(folder: string): Promise<FoundRepository[]> {
  const start = resolve(folder);
  await mustBeFolder(start);
  const found = new Map<string, FoundRepository>();
  const deadline = performance.now() + TIME_MS;
  let open: string[] = [start];
  let left = FOLDERS;
  for (let depth = 0; depth <= DEPTH && open.length > 0; depth += 1) {
    const below: string[] = [];
    for (const path of open) {
      if (left <= 0 || found.size >= FOUND || performance.now() > deadline) return [...found.values()];
      left -= 1;
      const isGitDir = note(path, found);
      if (!isGitDir && depth < DEPTH) await subfolders(path, below, found, left);
    }
    open = below;
  }
  return [...found.values()];
}

/** Keeps the folder if it is a repository; true when there is nothing to search in it (a git folder). */
function note(path: string, found: Map<string, FoundRepository>): boolean {
  const place = placeOf(path);
  if (!place) return false;
  const name = basename(place.path).replace(/(?<=.)\.git$/, '') || place.path;
  if (!found.has(place.path)) found.set(place.path, { path: place.path, name, commonDir: place.commonDir });
  return place.gitDir === place.path || (place.path !== path && basename(path) === '.git');
}

async function subfolders(
  path: string,
  below: string[],
  found: Map<string, FoundRepository>,
  most: number,
): Promise<void> {
  try {
    for await (const entry of await opendir(path)) {
      if (below.length >= most) return;
      if (entry.name === '.git' || SKIPPED.has(entry.name)) continue;
      const child = join(path, entry.name);
      if (entry.isDirectory() && !entry.name.startsWith('.')) below.push(child);
      else if (entry.isDirectory() || entry.isSymbolicLink()) note(child, found);
    }
  } catch {
    // A folder that may not be read, or went away meanwhile, holds nothing for us.
  }
}

async function mustBeFolder(path: string): Promise<void> {
  const shown = path.replace(/\p{Cc}/gu, '?');
  let isFolder: boolean;
  try {
    isFolder = (await stat(path)).isDirectory();
  } catch (error) {
    throw new Problem(
      'not-found',
      said`There is no folder ${shown}, or it may not be read. Nothing was added.`,
      said`Give the folder of a repository, or the folder that holds your repositories.`,
      error,
    );
  }
  if (!isFolder) {
    throw new Problem(
      'usage',
      said`${shown} is a file, not a folder. Nothing was added.`,
      said`Give the folder it is in.`,
    );
  }
}
