// The `stint` command as a script calls it: an independent witness of what the app did.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT } from './app.ts';
import { ownHome } from './own-home.ts';

export interface Said {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `stint ARGS` on one data folder. */
export interface CommandLine {
  /** Runs a command and gives what it printed as JSON. @throws Error with the problem it printed. */
  json<T = unknown>(...args: string[]): Promise<T>;
  /** Runs a command that may fail. */
  say(...args: string[]): Promise<Said>;
  /** The same, with words on its standard input. */
  tell(input: string, ...args: string[]): Promise<Said>;
}

export function commandLine(home: string, env: Readonly<Record<string, string>> = {}): CommandLine {
  const run = (input: string | null, args: readonly string[]): Promise<Said> =>
    new Promise((resolve, reject) => {
      const child = spawn(
        process.execPath,
        [join(PROJECT, 'build', 'bin', 'stint.cjs'), ...args, '--home', home],
        {
          env: { ...process.env, TZ: 'Europe/Berlin', ...ownHome(home), ...env },
          stdio: [input === null ? 'ignore' : 'pipe', 'pipe', 'pipe'],
        },
      );
      child.stdin?.end(input ?? '');
      let [stdout, stderr] = ['', ''];
      child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
      child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, stdout, stderr }));
    });
  const say = (...args: string[]): Promise<Said> => run(null, args);
  return {
    say,
    tell: (input, ...args) => run(input, args),
    async json<T>(...args: string[]): Promise<T> {
      const said = await say(...args, '--json');
      if (said.code !== 0) throw new Error(`stint ${args.join(' ')} ended with ${said.code}: ${said.stderr}`);
      return JSON.parse(said.stdout) as T;
    },
  };
}
