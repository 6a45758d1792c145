import { homedir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import type { Machine } from '#shared/ports/world.ts';

/** This machine: who is logged in, and how folders are spelled. */
export function thisMachine(): Machine {
  return { userName: loginName(), absolutePath };
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
