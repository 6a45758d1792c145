import { readFileSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

/** After how many days Claude Code deletes transcripts, unless its settings say otherwise. */
const KEPT_DAYS = 30;

/**
 * The folders of Claude Code that are there: those of the setting `claude.configDirs`, else of the variable
 * `CLAUDE_CONFIG_DIR` (a list, with commas), else the usual ones (contract "Transcripts"). Each once, whatever it is called.
 */
export function configFolders(configDirs: readonly string[], env: NodeJS.ProcessEnv = process.env): string[] {
  const home = env['HOME'] || homedir();
  const named = (env['CLAUDE_CONFIG_DIR'] ?? '').split(',').map((dir) => dir.trim());
  const xdg = env['XDG_CONFIG_HOME'];
  const usual = [
    join(xdg !== undefined && isAbsolute(xdg) ? xdg : join(home, '.config'), 'claude'),
    join(home, '.claude'),
  ];
  const wanted = [configDirs, named, usual]
    .map((dirs) => dirs.filter((dir) => dir !== ''))
    .find((dirs) => dirs.length > 0);
  const found = (wanted ?? []).map((dir) => realFolder(resolve(dir.replace(/^~(?=$|[\\/])/, home))));
  return [...new Set(found.filter((dir) => dir !== null))];
}

function realFolder(dir: string): string | null {
  try {
    const real = realpathSync(dir);
    return statSync(real).isDirectory() ? real : null;
  } catch {
    return null;
  }
}

/** After how many days transcripts of this folder are deleted (`cleanupPeriodDays` of its settings). */
export function keptDaysOf(configFolder: string): number {
  try {
    const settings: unknown = JSON.parse(readFileSync(join(configFolder, 'settings.json'), 'utf8'));
    const days: unknown =
      typeof settings === 'object' && settings !== null ? Reflect.get(settings, 'cleanupPeriodDays') : null;
    return typeof days === 'number' && days >= 0 ? days : KEPT_DAYS;
  } catch {
    return KEPT_DAYS;
  }
}
