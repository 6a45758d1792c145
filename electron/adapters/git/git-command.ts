import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { devNull } from 'node:os';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';

/**
 * Every setting by which a scanned repository could make git run a program or touch a file, set to nothing. `-c` wins
 * over the repository's own configuration, whatever that includes. See docs/decisions/0003-how-git-is-asked.md.
 */
export const SAFE_CONFIG: readonly string[] = [
  'core.fsmonitor=false',
  'core.untrackedCache=false',
  `core.hooksPath=${devNull}`,
  'core.pager=cat',
  'core.editor=true',
  'core.askPass=true',
  'core.sshCommand=false',
  'core.gitProxy=false',
  'core.alternateRefsCommand=true',
  'credential.helper=',
  'diff.external=',
  'gpg.program=false',
  'gpg.ssh.program=false',
  'log.showSignature=false',
  'protocol.allow=never',
  'protocol.ext.allow=never',
  'protocol.file.allow=never',
  'uploadpack.packObjectsHook=true',
  'submodule.recurse=false',
  'maintenance.auto=false',
  'gc.auto=0',
];

/** The global options that stand before every git command. */
export const SAFE_ARGUMENTS: readonly string[] = [
  '--no-pager',
  '--no-optional-locks',
  '--no-replace-objects',
  '--literal-pathspecs',
  ...SAFE_CONFIG.flatMap((pair) => ['-c', pair]),
];

/** Of the variables that steer git only those that say where the person's own configuration is are handed on. */
const KEPT = ['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM'];
/** Programs git would start; simple-git refuses them too. */
const DROPPED = /^(?:GIT_.*|PAGER|EDITOR|VISUAL|SSH_ASKPASS|PREFIX|LANG|LANGUAGE|LC_.*)$/i;

/**
 * The environment git runs in: the person's own without anything that would steer git elsewhere (a hook that starts
 * Stint sets GIT_DIR), in plain C words, never asking, never fetching, never locking.
 * @param ceiling git looks for a repository no higher than below this folder, so that one whose `.git` vanished is not
 *   mistaken for the one around it.
 */
export function gitEnvironment(ceiling: string): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && (!DROPPED.test(name) || KEPT.includes(name.toUpperCase()))) env[name] = value;
  }
  return { ...env, ...FIXED, ...(ceiling.includes(delimiter) ? {} : { GIT_CEILING_DIRECTORIES: ceiling }) };
}

const FIXED: Readonly<Record<string, string>> = {
  LC_ALL: 'C',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_PAGER: 'cat',
  // Output in whole buffers: else git writes each commit of a log by itself, and we wake up for each.
  GIT_FLUSH: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  // A list of allowed transports outranks every `protocol.*` setting; there is none of this name.
  GIT_ALLOW_PROTOCOL: 'none',
};

/** Names of the guarded variables above, for simple-git, which wants them spelled out. */
export const GIT_VARIABLES: readonly string[] = [
  ...KEPT,
  ...Object.keys(FIXED).filter((name) => name.startsWith('GIT_')),
  'GIT_CEILING_DIRECTORIES',
];

let found: { path: string; binary: string } | null = null;

/**
 * Where git is, absolute. It is looked up here because Windows, and a PATH with `.` in it, would take a `git` that
 * lies in the scanned folder. @throws Problem when git is not installed.
 */
export function gitBinary(): string {
  const path = process.env.PATH ?? '';
  if (found?.path === path) return found.binary;
  const name = process.platform === 'win32' ? 'git.exe' : 'git';
  for (const folder of path.split(delimiter)) {
    const candidate = join(folder, name);
    if (!isAbsolute(folder) || !isProgram(candidate)) continue;
    found = { path, binary: candidate };
    return candidate;
  }
  throw new Problem(
    'failed',
    said`git was not found on this machine, so commits cannot be read. Nothing that was read before is lost.`,
    said`Install git, make sure that \`git --version\` works in a terminal, then scan again.`,
  );
}

function isProgram(file: string): boolean {
  try {
    if (!statSync(file).isFile()) return false;
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
