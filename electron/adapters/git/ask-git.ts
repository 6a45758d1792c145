import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SimpleGit } from 'simple-git';
import { GIT_VARIABLES, SAFE_CONFIG, gitBinary, gitEnvironment } from './git-command.ts';
import { gitProblem, tookTooLong, vanished } from './git-problem.ts';

const TIMEOUT_MS = 20_000;

/**
 * Asks git one short question with simple-git and gives its answer as text. For the log, see `stream-git.ts`.
 * @param folder the repository the question is about.
 * @param args the command and its options; never anything that was read from a repository.
 * @throws Problem when the folder is gone or git refuses; an answer of nothing (no such setting) is ''.
 */
export async function askGit(folder: string, args: readonly string[]): Promise<string> {
  // Not at the top: a process that never asks git must not pay for loading it (CLI budget, design §5).
  const { simpleGit, GitPluginError } = await import('simple-git');
  if (!existsSync(folder)) throw vanished(folder);
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  try {
    const git: SimpleGit = simpleGit({
      baseDir: folder,
      binary: gitBinary(),
      config: [...SAFE_CONFIG],
      abort: abort.signal,
      allowEnvironment: GIT_VARIABLES,
      unsafe: NEUTRALISED,
    }).env(gitEnvironment(dirname(folder)));
    return await git.raw(['--no-optional-locks', '--no-replace-objects', ...args]);
  } catch (error) {
    if (abort.signal.aborted) throw tookTooLong(folder, TIMEOUT_MS / 1000);
    if (error instanceof GitPluginError) throw error;
    throw gitProblem(folder, error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(timer);
  }
}

/**
 * simple-git refuses to touch settings that can start programs, for fear of a value from outside. Ours are constants
 * that switch those programs off, so exactly these are allowed, and nothing from outside is ever passed as an option.
 */
const NEUTRALISED = {
  allowUnsafeAskPass: true,
  allowUnsafeConfigPaths: true,
  allowUnsafeCredentialHelper: true,
  allowUnsafeCustomBinary: true,
  allowUnsafeDiffExternal: true,
  allowUnsafeEditor: true,
  allowUnsafeFsMonitor: true,
  allowUnsafeGitProxy: true,
  allowUnsafeGpgProgram: true,
  allowUnsafeHooksPath: true,
  allowUnsafePack: true,
  allowUnsafePager: true,
  allowUnsafeProtocolOverride: true,
  allowUnsafeSshCommand: true,
} as const;
