/** The person's own status line may ask git or the network; Claude Code itself waits for it. */
const PATIENCE_MS = 3000;
const MOST_BYTES = 64 * 1024;
/** Set for what is run, so that a status line which runs `stint statusline` itself ends. */
const WITHIN = 'STINT_STATUSLINE';

/**
 * Runs the status line that was there before ours, with the same JSON on its input, as Claude Code would have.
 * @returns what it printed, without the last line's end; '' when it failed or took too long. Never throws.
 */
export async function runWrapped(command: string, input: string, env: NodeJS.ProcessEnv): Promise<string> {
  if (command === '' || env[WITHIN] !== undefined) return '';
  const { spawn } = process.getBuiltinModule('node:child_process');
  return new Promise((resolve) => {
    let told = '';
    const child = spawn(command, {
      shell: true,
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...env, [WITHIN]: '1' },
      windowsHide: true,
      // A group of its own, so that what the shell started ends with it.
      detached: process.platform !== 'win32',
    });
    const end = (): void => {
      clearTimeout(timer);
      resolve(told.replace(/\s+$/, ''));
    };
    const timer = setTimeout(() => {
      kill(child.pid);
      end();
    }, PATIENCE_MS);
    child.once('error', end).once('close', end);
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (part: string) => {
      if (told.length < MOST_BYTES) told += part;
    });
  });
}

function kill(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid);
  } catch {
    // It ended just now.
  }
}
