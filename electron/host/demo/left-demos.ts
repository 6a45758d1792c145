import { existsSync, lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { acquireHostLock } from '../../storage/host-lock.ts';

/** What the folders of demos begin with, below the system's temporary one. */
export const DEMO_PREFIX = 'stint-demo-';
/** As `mkdtemp` makes them of the prefix. */
const DEMO_FOLDER = new RegExp(`^${DEMO_PREFIX}[A-Za-z0-9]{6}$`);
/** Younger ones may belong to a demo that is about to take its lock. */
const YOUNG_MS = 60_000;

/**
 * Removes what demos left that did not come to their end: a crash, a power cut. Only folders of this user that a demo
 * made, and only where nobody holds the lock any more, which the system lets go of with the process. What cannot be
 * removed stays; nobody is troubled with it.
 * @param now epoch ms.
 */
export function forgetLeftDemos(temporary: string, now: number): void {
  for (const folder of foldersIn(temporary)) {
    try {
      forget(join(temporary, folder), now);
    } catch {
      // Somebody else's, or still in use on Windows: the next demo tries again.
    }
  }
}

function foldersIn(temporary: string): string[] {
  try {
    return readdirSync(temporary).filter((name) => DEMO_FOLDER.test(name));
  } catch {
    return [];
  }
}

function forget(folder: string, now: number): void {
  const found = lstatSync(folder);
  const isOurs = found.isDirectory() && (process.getuid === undefined || found.uid === process.getuid());
  if (!isOurs || now - found.mtimeMs < YOUNG_MS || !existsSync(join(folder, 'host.lock'))) return;
  const lock = acquireHostLock(folder, 0);
  if (lock === null) return;
  lock.release();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
