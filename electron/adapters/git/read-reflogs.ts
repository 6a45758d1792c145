import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { HeadTimeline } from '#shared/sources/git/head-timeline.ts';
import { readTimeline } from '#shared/sources/git/head-timeline.ts';
import type { ReflogLine } from '#shared/sources/git/reflog-line.ts';
import { readReflogLine } from '#shared/sources/git/reflog-line.ts';
import { branchOfHead, gitDirsOf, readEnd } from './repository-place.ts';

/** Of a reflog the last 4 MB are read: some twenty thousand movements of HEAD. */
const HEAD_LOG_LIMIT = 4_194_304;
const BRANCH_LOG_LIMIT = 262_144;
const BRANCH_LOGS = 500;

/** The reflogs of HEAD of every work tree of a repository, the main one first. A missing or odd one is left out. */
export function readHeadTimelines(commonDir: string): HeadTimeline[] {
  return gitDirsOf(commonDir).flatMap((gitDir) => {
    const lines = readLines(join(gitDir, 'logs', 'HEAD'), HEAD_LOG_LIMIT);
    return lines.length === 0 ? [] : [readTimeline(lines, branchOfHead(gitDir))];
  });
}

/**
 * Which branch made which commit, as the branches' own reflogs say: they outlive a linked work tree and its HEAD.
 * @param since epoch milliseconds; logs not written to since then are passed over.
 */
export function madeOnBranches(commonDir: string, since: number): Map<string, string> {
  const made = new Map<string, string>();
  const root = join(commonDir, 'logs', 'refs', 'heads');
  for (const branch of recentLogs(root, since)) {
    for (const { hash, action } of readLines(join(root, branch), BRANCH_LOG_LIMIT)) {
      if (action.kind === 'made' && !made.has(hash)) made.set(hash, branch.replaceAll('\\', '/'));
    }
  }
  return made;
}

function recentLogs(root: string, since: number): string[] {
  const found: string[] = [];
  const folders = [''];
  for (
    let folder = folders.shift();
    folder !== undefined && found.length < BRANCH_LOGS;
    folder = folders.shift()
  ) {
    for (const entry of entriesOf(join(root, folder)).slice(0, BRANCH_LOGS)) {
      const path = folder === '' ? entry.name : join(folder, entry.name);
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile() && writtenAt(join(root, path)) >= since) found.push(path);
    }
  }
  return found.slice(0, BRANCH_LOGS);
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function writtenAt(file: string): number {
  try {
    return statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}

function readLines(file: string, limit: number): ReflogLine[] {
  const lines: ReflogLine[] = [];
  for (const text of readEnd(file, limit)?.split('\n') ?? []) {
    const line = readReflogLine(text);
    if (line) lines.push(line);
  }
  return lines;
}
