import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';

/**
 * Where a person's data lies: `--home` > `STINT_HOME` > the folder Electron calls `userData` (design §4), so that
 * the CLI and the desktop app look into the same one.
 * @returns an absolute path; the folder need not exist yet.
 */
export function dataFolder(given: string | undefined, env: NodeJS.ProcessEnv = process.env): string {
  const named = given ?? (env['STINT_HOME'] === '' ? undefined : env['STINT_HOME']);
  if (named !== undefined) {
    if (named === '')
      throw new Problem('usage', said`--home names no folder.`, said`Give a folder, or leave --home out.`);
    return resolve(named);
  }
  return join(applicationData(env), 'Stint');
}

/** As Electron's `app.getPath('appData')` has it on each system. */
function applicationData(env: NodeJS.ProcessEnv): string {
  if (process.platform === 'win32') return env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  const config = env['XDG_CONFIG_HOME'];
  return config !== undefined && isAbsolute(config) ? config : join(homedir(), '.config');
}

/**
 * Makes the data folder, open to its owner only (0700).
 * @throws Problem `failed` when it cannot be made or is not a folder.
 */
export function ensureDataFolder(home: string): void {
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    // A folder made by hand or by an older umask may be open to others; what is in it is private.
    if (process.platform !== 'win32' && (statSync(home).mode & 0o077) !== 0) chmodSync(home, 0o700);
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : said`unknown error`;
    throw new Problem(
      'failed',
      said`The data folder ${home} cannot be used (${reason}). Nothing was written.`,
      said`Check its path and permissions, or name another one with --home.`,
      cause,
    );
  }
}
