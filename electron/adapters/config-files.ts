import { lstat, type Stats, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { ConfigFiles } from '#shared/ports/configuration.ts';

/**
 * Configuration on this machine (port `ConfigFiles`). A repository may hold links that somebody else made: they are not
 * followed out of it. The person's own file may be a link, as those who keep their dotfiles elsewhere have it.
 */
export function createConfigFiles(userHome: string = homedir()): ConfigFiles {
  const pathOf = (repository: string | null): string =>
    repository === null
      ? join(userHome, '.config', 'arij', 'defaults.yaml')
      : join(repository, '.tract', 'config.yaml');
  return {
    pathOf,
    async stamp(repository) {
      const path = pathOf(repository);
      const found = repository === null ? own(path) : await inRepository(path);
      return found === null ? null : `${found.mtimeMs} ${found.ctimeMs} ${found.size} ${found.ino}`;
    },
    // Loaded here: most people have no such file, and every command looks for it.
    read: async (repository) =>
      (await import('./read-config-file.ts')).readConfigFile(repository, pathOf(repository)),
  };
}

function own(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}

/** Without waiting for it: a repository may lie on a share that is slow to answer. */
const inRepository = (path: string): Promise<Stats | null> =>
  new Promise((resolve) => lstat(path, (error, found) => resolve(error === null ? found : null)));

/** Where nothing outside has a say. */
export const NO_CONFIG_FILES: ConfigFiles = {
  pathOf: () => '',
  stamp: async () => null,
  read: async () => ({ text: null, refused: null }),
};
