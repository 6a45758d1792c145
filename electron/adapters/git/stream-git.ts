import { dirname } from 'node:path';
import { SAFE_ARGUMENTS, gitBinary, gitEnvironment } from './git-command.ts';
import { gitProblem, tookTooLong, vanished } from './git-problem.ts';

const STDERR_LIMIT = 8_192;

export interface GitStream {
  /** Where git runs; also what a problem names. */
  readonly folder: string;
  readonly args: readonly string[];
  /** Fed to git; names go in here, where none can be taken for an option. Empty: git is given nothing to read. */
  readonly input: string;
  readonly timeoutMs: number;
  /** Called with each piece of output as it comes. Returning false stops git: enough was read. */
  readonly onData: (chunk: Buffer) => boolean;
}

/**
 * Runs git itself and hands its output on piece by piece, so that a log of any length needs no memory
 * (simple-git collects an answer before giving it). @throws Problem when git fails, is missing or takes too long.
 */
export function streamGit({ folder, args, input, timeoutMs, onData }: GitStream): Promise<void> {
  // Loaded only now: most commands look into no repository.
  const { spawn } = process.getBuiltinModule('node:child_process');
  return new Promise((resolve, reject) => {
    const child = spawn(gitBinary(), [...SAFE_ARGUMENTS, ...args], {
      cwd: folder,
      env: gitEnvironment(dirname(folder)),
      stdio: [input === '' ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let complaint = '';
    let stopped: 'enough' | 'timeout' | null = null;
    let failure: Error | null = null;
    const stop = (why: 'enough' | 'timeout'): void => {
      stopped ??= why;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => stop('timeout'), timeoutMs);
    child.stdout?.on('data', (chunk: Buffer) => {
      if (stopped) return;
      try {
        if (!onData(chunk)) stop('enough');
      } catch (error) {
        failure = error instanceof Error ? error : new Error(String(error));
        stop('enough');
      }
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      if (complaint.length < STDERR_LIMIT) complaint += chunk.toString('utf8');
    });
    child.stdin?.on('error', () => undefined); // git may end before it read everything; its exit code tells
    child.stdin?.end(input);
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(
        (error as NodeJS.ErrnoException).code === 'ENOENT'
          ? vanished(folder, error)
          : gitProblem(folder, error.message),
      );
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      if (failure !== null) reject(failure);
      else if (stopped === 'timeout') reject(tookTooLong(folder, Math.round(timeoutMs / 1000)));
      else if (stopped === 'enough' || code === 0) resolve();
      else reject(gitProblem(folder, complaint));
    });
  });
}
