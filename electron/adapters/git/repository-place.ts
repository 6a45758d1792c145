import { closeSync, openSync, readSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Where the parts of a repository lie. */
export interface RepositoryPlace {
  /** The work tree, or the folder of a bare repository; absolute, links resolved. */
  readonly path: string;
  /** What belongs to this work tree alone: HEAD, its reflog. */
  readonly gitDir: string;
  /** Objects and refs; the same for all work trees of one repository. */
  readonly commonDir: string;
  readonly isBare: boolean;
}

const POINTER_LIMIT = 8_192;

/**
 * Finds out by reading a few small files whether a folder is a repository: a work tree (`.git` folder), a linked work
 * tree or submodule (`.git` file), a bare repository, or a `.git` folder itself. Null when it is none.
 */
export function placeOf(folder: string): RepositoryPlace | null {
  const path = realPath(folder);
  if (path === null) return null;
  const dotGit = join(path, '.git');
  if (isFolder(dotGit)) {
    const gitDir = realPath(dotGit);
    const commonDir = gitDir === null ? null : commonDirOf(gitDir);
    return gitDir !== null && commonDir !== null ? { path, gitDir, commonDir, isBare: false } : null;
  }
  const pointer = readStart(dotGit, POINTER_LIMIT);
  if (pointer !== null) {
    const target = /^gitdir: (.+?)\r?\n?$/s.exec(pointer)?.[1];
    const gitDir = target === undefined ? null : realPath(resolve(path, target));
    const commonDir = gitDir === null ? null : commonDirOf(gitDir);
    return gitDir !== null && commonDir !== null ? { path, gitDir, commonDir, isBare: false } : null;
  }
  const commonDir = commonDirOf(path);
  if (commonDir === null) return null;
  const isBare = basename(path) !== '.git';
  return { path: isBare ? path : dirname(path), gitDir: path, commonDir, isBare };
}

/** The folder with the objects for a git folder; null when it is no git folder. */
function commonDirOf(gitDir: string): string | null {
  if (readStart(join(gitDir, 'HEAD'), POINTER_LIMIT) === null) return null;
  const elsewhere = readStart(join(gitDir, 'commondir'), POINTER_LIMIT)?.trim();
  const commonDir = elsewhere ? realPath(resolve(gitDir, elsewhere)) : gitDir;
  return commonDir !== null && isFolder(join(commonDir, 'objects')) && isFolder(join(commonDir, 'refs'))
    ? commonDir
    : null;
}

/** The git folders of all work trees of a repository, the main one first; at most a thousand. */
export function gitDirsOf(commonDir: string): string[] {
  return [
    commonDir,
    ...namesIn(join(commonDir, 'worktrees')).map((name) => join(commonDir, 'worktrees', name)),
  ];
}

/** Names of what is in a folder, sorted, at most a thousand; none when it cannot be read. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort().slice(0, 1_000);
  } catch {
    return [];
  }
}

/** The branch HEAD of a git folder points at; null when it is detached or cannot be read. */
export function branchOfHead(gitDir: string): string | null {
  return (
    /^ref: refs\/heads\/(.+?)\s*$/.exec(readStart(join(gitDir, 'HEAD'), POINTER_LIMIT) ?? '')?.[1] ?? null
  );
}

/** The start of a plain file as text; null when there is none. A pipe or device is never opened: it could hang. */
export function readStart(file: string, limit: number): string | null {
  return readPart(file, limit, 'start');
}

/** The last bytes of a plain file as text, from the first whole line on. */
export function readEnd(file: string, limit: number): string | null {
  return readPart(file, limit, 'end');
}

function readPart(file: string, limit: number, part: 'start' | 'end'): string | null {
  let handle: number | null = null;
  try {
    const stats = statSync(file);
    if (!stats.isFile()) return null;
    handle = openSync(file, 'r');
    const skipped = part === 'end' ? Math.max(0, stats.size - limit) : 0;
    const bytes = Buffer.alloc(Math.min(stats.size, limit));
    const length = readSync(handle, bytes, 0, bytes.length, skipped);
    const text = bytes.toString('utf8', 0, length);
    return skipped === 0 ? text : text.slice(text.indexOf('\n') + 1);
  } catch {
    return null;
  } finally {
    if (handle !== null) closeSync(handle);
  }
}

/** The system's own way is quicker, but on Windows it makes a network share of a drive that stands for one. */
const resolveLinks = process.platform === 'win32' ? realpathSync : realpathSync.native;

function realPath(path: string): string | null {
  try {
    return resolveLinks(path);
  } catch {
    return null;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
