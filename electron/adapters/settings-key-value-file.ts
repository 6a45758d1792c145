import { mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * A JSON file of flat keys as electron-store writes it (`config.json`, tabs, one object). In the desktop app
 * electron-store itself stands behind this, with `{ cwd: home, name: 'config', accessPropertiesByDotNotation: false,
 * clearInvalidConfig: false, configFileMode: 0o600 }`: the keys of settings contain dots.
 */
export interface KeyValueFile {
  /** Everything in the file, read now; empty when there is no file. */
  all(): Readonly<Record<string, unknown>>;
  /** Writes one key and leaves the others, in one step on the disk. */
  set(key: string, value: unknown): void;
}

/**
 * The file without Electron. Not `conf`, which electron-store is built on: it takes about 80 ms to load (it brings a JSON
 * schema compiler), a third of what a whole CLI command may take.
 * @param path absolute; a symbolic link is followed, so that a file kept in a dotfiles repository stays there.
 */
export function openJsonFile(path: string): KeyValueFile {
  const read = (): Record<string, unknown> => {
    try {
      return JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, '')) as Record<string, unknown>;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
      throw error;
    }
  };
  return {
    all: read,
    set(key, value) {
      const next = { ...read(), [key]: value };
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      const target = statSync(path, { throwIfNoEntry: false }) ? realpathSync(path) : path;
      const draft = `${target}.${process.pid}.tmp`;
      try {
        writeFileSync(draft, `${JSON.stringify(next, undefined, '\t')}`, { mode: 0o600, flush: true });
        renameSync(draft, target);
      } finally {
        rmSync(draft, { force: true });
      }
    },
  };
}
