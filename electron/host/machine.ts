import { homedir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import type { Machine } from '#shared/ports/world.ts';
import { readHostRecord } from './host-record.ts';
import { programVersion } from './program.ts';

/** This machine: who is logged in, how folders are spelled, and where the host of a data folder answers. */
export function thisMachine(home: string): Machine {
  return {
    userName: loginName(),
    absolutePath,
    httpUrl: () => readHostRecord(home)?.url ?? null,
    home,
    // Read from the manifest, which only a person who looks at Settings needs.
    get version() {
      return programVersion();
    },
  };
}

/** Some containers run under a number that has no name. */
function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env['USER'] ?? process.env['USERNAME'] ?? 'me';
  }
}

/** `~` is the home folder; what is relative starts where the person stands. */
export function absolutePath(path: string): string {
  return path === '~' || /^~[\\/]/.test(path) ? join(homedir(), path.slice(1)) : resolve(path);
}
