// `stint serve` as a person starts it, and the browser that opens its link.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PROJECT } from './app.ts';
import { ownHome } from './own-home.ts';
import { end } from './processes.ts';

/** What `stint serve` prints when it is ready. */
export interface Ready {
  readonly url: string;
  readonly token: string;
  readonly pid: number;
  /** The link that opens the window, once. */
  readonly open: string;
}

export interface HeadlessHost extends Ready {
  /** Asks it to end and gives its exit code. */
  stop(): Promise<number | null>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
}

/** Starts the host on a free port and waits until it says that it is ready. @throws with its words when it ends first. */
export async function serve(home: string, env: Readonly<Record<string, string>> = {}): Promise<HeadlessHost> {
  const child = spawn(
    process.execPath,
    [join(PROJECT, 'build', 'bin', 'command.cjs'), 'serve', '--port', '0', '--home', home],
    {
      env: { ...process.env, TZ: 'Europe/Berlin', ...ownHome(home), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const gone = once(child, 'exit') as Promise<[number | null]>;
  const line = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line') as Promise<[string]>,
    gone.then(([code]) => Promise.reject(new Error(`stint serve ended with ${code}: ${said}`))),
  ]);
  const ready = JSON.parse(line[0]) as Ready;
  return {
    ...ready,
    async stop() {
      await end(child, 'SIGTERM');
      return (await gone)[0];
    },
    async kill() {
      // The pid it printed is the host itself; the child may be the launcher around it.
      process.kill(ready.pid, 'SIGKILL');
      await gone;
    },
  };
}
