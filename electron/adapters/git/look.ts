import type { Dirent, Stats } from 'node:fs';
import { readdirSync, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { crypto } from '../crypto.ts';

/** So many loose refs are looked at one by one; where there are more, the times of their folders have to do. */
const REFS = 100;
const FOLDERS = 1_000;
const WORKTREES = 200;
const SINGLE = ['HEAD', 'logs/HEAD', 'packed-refs', 'shallow', 'reftable', 'reftable/tables.list'];

export interface Look {
  readonly text: string;
  /** When the newest of them was changed, in epoch milliseconds of the file system's clock. */
  readonly newest: number;
}

/**
 * What refs and reflogs of a repository look like from outside: time, size and number of each file, as one short text.
 * Git replaces a ref by renaming a file, so the folder's time tells even where a file is not looked at.
 */
export function lookNow(commonDir: string): Look {
  const seen: string[] = [];
  let newest = 0;
  const note = (name: string): void => {
    const s = statNow(join(commonDir, name));
    if (s) newest = Math.max(newest, s.mtimeMs, s.ctimeMs);
    seen.push(s ? `${name}\0${s.mtimeMs} ${s.ctimeMs} ${s.size} ${s.ino}` : `${name}\0-`);
  };
  SINGLE.forEach(note);
  for (const { name } of entriesOf(join(commonDir, 'worktrees')).slice(0, WORKTREES)) {
    note(`worktrees/${name}/HEAD`);
    note(`worktrees/${name}/logs/HEAD`);
  }
  const folders = ['refs'];
  let left = REFS;
  for (let n = 0; n < folders.length && n < FOLDERS; n += 1) {
    const folder = folders[n]!;
    note(folder);
    for (const entry of entriesOf(join(commonDir, folder))) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) folders.push(path);
      else if ((left -= 1) >= 0) note(path);
    }
  }
  return { text: crypto().createHash('sha256').update(seen.sort().join('\n')).digest('base64url'), newest };
}

/**
 * The same for the main thread. The first question waits for the disk without holding anything up, so that a network
 * drive that is gone blocks nobody; the rest is then quicker, and cheaper in CPU, without promises.
 */
export async function look(commonDir: string): Promise<string | null> {
  const isThere = await stat(join(commonDir, 'HEAD')).then(
    () => true,
    () => false,
  );
  return isThere ? lookNow(commonDir).text : null;
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function statNow(file: string): Stats | null {
  try {
    return statSync(file, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}
