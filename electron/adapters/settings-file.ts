import { readFileSync, renameSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Clock } from '#shared/ports/world.ts';
import type { SettingsStore } from '#shared/ports/settings-store.ts';
import type { SettingKey, Settings } from '#shared/settings/catalogue.ts';
import { CATALOGUE, defaultSettings, isSettingKey, SETTING_KEYS } from '#shared/settings/catalogue.ts';
import { formatInstant } from '#shared/values/instant.ts';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';
import type { KeyValueFile } from './settings-key-value-file.ts';
import { openJsonFile } from './settings-key-value-file.ts';

/** Where the settings of a data folder lie: the name electron-store gives its file. */
export const settingsFileOf = (home: string): string => join(home, 'config.json');

interface Reading {
  readonly stamp: string;
  readonly settings: Settings;
  readonly notices: readonly string[];
}

/**
 * The settings of a data folder. Reads again when the file was changed from outside. A file that is no JSON is set aside
 * and named, a value that is not allowed falls back to its default and is named, a key nobody knows is kept and named:
 * never fatal.
 * @param openFile what writes the file: electron-store in the desktop app, else `openJsonFile`. Called when it is first needed.
 */
export function createSettingsFile(
  home: string,
  clock: Pick<Clock, 'now'>,
  openFile: (path: string) => KeyValueFile = openJsonFile,
): SettingsStore {
  const path = settingsFileOf(home);
  const asideNotices: string[] = [];
  let file: KeyValueFile | null = null;
  let last: Reading | null = null;

  const current = (): Reading => {
    const stamp = stampOf(path);
    if (last?.stamp === stamp) return last;
    const notice = setAsideUnlessJson(path, clock);
    if (notice !== null) asideNotices.push(notice);
    last = read();
    return last;
  };
  const read = (): Reading => {
    const stamp = stampOf(path);
    try {
      const values = stamp === '' ? {} : (file ??= openFile(path)).all();
      return { stamp, ...judge(values, path) };
    } catch (error) {
      const notice = said`${path} cannot be read (${reasonOf(error)}); the defaults are used.`;
      return { stamp, settings: defaultSettings(), notices: [notice] };
    }
  };
  return {
    get: () => current().settings,
    async set(key, value) {
      const accepted = accept(key, value);
      current(); // a file that is no JSON is out of the way before it is written
      try {
        (file ??= openFile(path)).set(key, accepted);
      } catch (error) {
        throw new Problem(
          'failed',
          said`The setting ${key} could not be written to ${path} (${reasonOf(error)}). The old value stays.`,
          said`Check that the file and its folder can be written to, and that the disk is not full.`,
          error,
        );
      }
      last = null;
    },
    notices() {
      const { notices } = current(); // first, as reading is what sets a bad file aside
      return [...asideNotices, ...notices];
    },
  };
}

/** @throws Problem `usage` naming the key, what was given and what is allowed. */
function accept(key: SettingKey, value: unknown): unknown {
  const { schema, initial, meaning } = CATALOGUE[key];
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw new Problem(
    'usage',
    said`${key} cannot be ${shown(value)}: ${complaintOf(read.error.issues)}. The old value stays.`,
    said`${meaning} For example: stint config set ${key} '${typeof initial === 'string' ? initial : JSON.stringify(initial)}'`,
  );
}

/** Sorts what the file holds into settings and things a person should know. */
function judge(
  values: Readonly<Record<string, unknown>>,
  path: string,
): Pick<Reading, 'settings' | 'notices'> {
  const notices: string[] = [];
  const settings: Record<string, unknown> = { ...defaultSettings() };
  for (const key of SETTING_KEYS) {
    if (!Object.hasOwn(values, key)) continue;
    const { schema, initial } = CATALOGUE[key];
    const read = schema.safeParse(values[key]);
    if (read.success) settings[key] = read.data;
    else {
      notices.push(
        said`${key} is ${shown(values[key])} in ${path}, which is not allowed (${complaintOf(read.error.issues)}); ${shown(initial)} is used.`,
      );
    }
  }
  const unknown = Object.keys(values).filter((key) => !isSettingKey(key) && key !== '__internal__');
  if (unknown.length > 0) {
    const names = unknown.slice(0, 5).join(', ') + (unknown.length > 5 ? ', …' : '');
    notices.push(said`${path} has settings that this Stint does not know and leaves alone: ${names}.`);
  }
  return { settings: settings as unknown as Settings, notices };
}

/** Moves a file that is no JSON object out of the way. @returns what to tell the person, or null when all is well. */
function setAsideUnlessJson(path: string, clock: Pick<Clock, 'now'>): string | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return null; // not there, or out of reach: told when it is read
  }
  if (isJsonObject(text)) return null;
  const aside = `${path}.bad-${formatInstant(clock.now()).replaceAll(':', '-')}`;
  try {
    renameSync(path, aside);
  } catch {
    return said`${path} is not readable as settings; the defaults are used.`;
  }
  return said`The settings file was not readable as JSON. It was set aside as ${basename(aside)}, and the defaults are used.`;
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** Changes whenever the file does; empty when there is none. */
function stampOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  return found ? `${found.mtimeNs} ${found.size} ${found.ino}` : '';
}

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error
    ? String(error.code)
    : error instanceof Error
      ? error.name
      : 'error';

const complaintOf = (issues: readonly { message: string }[]): string =>
  issues
    .slice(0, 2)
    .map((issue) => issue.message.replace(/^Invalid input: /, ''))
    .join('; ');

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};
