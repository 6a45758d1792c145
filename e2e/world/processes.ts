// Programs that a story starts, and their end.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A program of the outside world that runs beside the story. */
export interface Companion {
  readonly child: ChildProcess;
  /** What it said first on its standard output. */
  readonly firstLine: string;
  /** Every later line of its standard output. */
  readonly lines: string[];
  end(): Promise<void>;
}

/** Starts a program and waits for its first line. @throws when it is not installed or ends before. */
export async function startCompanion(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<Companion> {
  const child = spawn(command, [...args], { stdio: ['pipe', 'pipe', 'ignore'], env });
  const lines: string[] = [];
  const firstLine = await new Promise<string>((resolve, reject) => {
    child.once('error', () => reject(new Error(`${command} could not be started. Is it installed?`)));
    child.once('exit', (code) => reject(new Error(`${command} ended with ${code} before it was ready`)));
    const reader = createInterface({ input: child.stdout });
    reader.once('line', (line) => {
      resolve(line);
      reader.on('line', (later) => lines.push(later));
    });
  });
  return { child, firstLine, lines, end: () => end(child, 'SIGTERM') };
}

/** Ends a process and waits until it is gone; one that does not obey within five seconds is killed. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  const patience = setTimeout(() => child.kill('SIGKILL'), 5000);
  await gone;
  clearTimeout(patience);
}
