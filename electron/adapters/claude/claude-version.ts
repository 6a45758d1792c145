import { spawn } from 'node:child_process';

/** It starts in half a second; on a busy machine it takes some. */
const PATIENCE_MS = 10_000;

/** Which version the `claude` on the PATH is (`2.1.330`); null: there is none, or it does not say. Never throws. */
export function claudeVersion(env: NodeJS.ProcessEnv): Promise<string | null> {
  return new Promise((resolve) => {
    // A shell, for on Windows it is a script; the words are our own.
    const child = spawn('claude --version', {
      shell: true,
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: PATIENCE_MS,
      windowsHide: true,
    });
    let said = '';
    child.stdout.on('data', (part: Buffer) => (said = `${said}${part.toString()}`.slice(0, 1000)));
    child.once('error', () => resolve(null));
    child.once('close', () => resolve(/^\s*v?(\d+\.\d+\.\d+)/.exec(said)?.[1] ?? null));
  });
}
