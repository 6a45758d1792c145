// The one way the build scripts start other programs.
import { spawn, spawnSync, type SpawnOptions } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { existsSync } from 'node:fs';
import { PROJECT } from './folders.ts';

const WINDOWS = process.platform === 'win32';

export interface Finished {
  /** Exit code; 128 when the program was killed by a signal or could not be started. */
  code: number;
  /** Standard output and error, in the order they came. Empty when `show` was set. */
  output: string;
}

export interface CommandOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Pass the output through to the terminal instead of collecting it. */
  show?: boolean;
}

/** Runs a program to its end. Never throws: a program that cannot be started finishes with code 128 and says why. */
export function run(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<Finished> {
  return new Promise((done) => {
    const child = spawn(command, [...args], spawnOptions(options));
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', (error) => done({ code: 128, output: `${output}${error.message}\n` }));
    child.on('close', (code) => done({ code: code ?? 128, output }));
  });
}

/** Runs a program and gives its standard output, trimmed. Throws with the program's own words when it fails. */
export async function demand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  const { code, output } = await run(command, args, options);
  if (code === 0) return output.trim();
  const tail = output.trim().split('\n').slice(-30).join('\n');
  throw new Error(
    `${[command, ...args].join(' ')} failed (exit code ${code}).${tail === '' ? '' : `\n${tail}`}`,
  );
}

/** The full path of a program on the PATH, or null. Folders named in `except` are not looked at. */
export function onPath(program: string, except: readonly string[] = []): string | null {
  const endings = WINDOWS ? ['.exe', '.cmd', ''] : [''];
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    if (folder === '' || except.some((part) => folder.includes(part))) continue;
    for (const ending of endings) {
      const file = join(folder, program + ending);
      if (existsSync(file)) return file;
    }
  }
  return null;
}

/** True when the program starts and answers `--version`. */
export function answers(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

/** The environment in which the project's own tools (node 24 first of all) come before the system's. */
export function projectEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const bin = join(PROJECT, 'node_modules', '.bin');
  return { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`, ...extra };
}

function spawnOptions(options: CommandOptions): SpawnOptions {
  return {
    cwd: options.cwd ?? PROJECT,
    env: options.env ?? projectEnvironment(),
    stdio: options.show === true ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    // npm and the tools in node_modules/.bin are .cmd files on Windows, which only a shell can start.
    shell: WINDOWS,
  };
}
