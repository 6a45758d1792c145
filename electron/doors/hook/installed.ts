import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Loaded with every status line: it stands on nothing.

/** What `stint hook install` changed in one settings file, kept until it is taken back. */
export interface Installed {
  /** Under which name it is kept. */
  readonly key: string;
  /** The settings file, absolute, as the person names it (links are not followed). */
  readonly settings: string;
  /** What was in it before; null: there was no such file. */
  readonly before: string | null;
  /** What we made of it: still the same, so `before` can be put back as it is. */
  readonly after: string;
  /** The status line that was there, as JSON; null: there was none. */
  readonly statusLine: string | null;
}

const folderOf = (home: string): string => join(home, 'claude');
const fileOf = (home: string, key: string): string => join(folderOf(home), `installed-${key}.json`);
const KEY = /^[0-9a-f]{8}$/;

/** What is kept under a name; null: nothing that can be read. */
export function readInstalled(home: string, key: string): Installed | null {
  try {
    const value: unknown = KEY.test(key) ? JSON.parse(readFileSync(fileOf(home, key), 'utf8')) : null;
    return isInstalled(value) ? value : null;
  } catch {
    return null;
  }
}

/** Keeps it, in one step, for its owner only. @throws the system's error. */
export function keepInstalled(home: string, installed: Installed): void {
  mkdirSync(folderOf(home), { recursive: true, mode: 0o700 });
  const draft = `${fileOf(home, installed.key)}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(installed), { mode: 0o600 });
  renameSync(draft, fileOf(home, installed.key));
}

export function forgetInstalled(home: string, key: string): void {
  rmSync(fileOf(home, key), { force: true });
}

/** The command of the status line that ours stands before; '' when there is none. */
export function wrappedCommand(home: string, key: string | undefined): string {
  if (key === undefined) return '';
  try {
    const value: unknown = JSON.parse(readInstalled(home, key)?.statusLine ?? 'null');
    const command: unknown =
      typeof value === 'object' && value !== null ? Reflect.get(value, 'command') : undefined;
    return typeof command === 'string' ? command : '';
  } catch {
    return '';
  }
}

function isInstalled(value: unknown): value is Installed {
  if (typeof value !== 'object' || value === null) return false;
  const of = (name: string): unknown => Reflect.get(value, name);
  const isText = (name: string): boolean => typeof of(name) === 'string';
  return (
    ['key', 'settings', 'after'].every(isText) &&
    ['before', 'statusLine'].every((name) => of(name) === null || isText(name))
  );
}
