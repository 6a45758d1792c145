// The code that the engine compiles at a first start, made before packing: in a package nobody can write it any more.
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DIST, PROJECT } from '../folders.ts';
import { electronExecutable } from '../runtime/electron-of-package.ts';
import { electronSwitches } from '../runtime/electron-switches.ts';

const COMPILED = join(DIST, 'compiled');
const PATIENCE_MS = 60_000;

/** What people ask most on a command line. On a data folder with nothing in it, each leaves most of the code it runs. */
const COMMANDS = [
  ['start', 'reading'],
  ['status'],
  ['pause'],
  ['resume'],
  ['stop'],
  ['log', '30m reading'],
  ['day'],
  ['week'],
  ['report', 'timesheet'],
  ['completion', '--list', 'tickets'],
];

/**
 * Has the built program and its command line write dist/compiled (electron/program/compiled-code.ts, decisions 0026 and
 * 0027). The desktop app is started once, hidden; without a display it cannot: it then starts slower, nothing else.
 */
export async function compileAhead(say: (line: string) => void): Promise<void> {
  await rm(COMPILED, { recursive: true, force: true });
  const electron = electronExecutable();
  const home = await mkdtemp(join(tmpdir(), 'stint-compile-'));
  try {
    const isStarted = electron !== null && (await startOnce(electron, home));
    if (!isStarted)
      say(
        'The desktop app could not be started here (no display?): packed without compiled code for it, it will start slower.',
      );
    if (electron !== null) for (const words of COMMANDS) await runOnce(electron, home, words);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** As the packaged `stint` is run. One that fails is compiled when it is run, like all that are not in the list. */
async function runOnce(electron: string, home: string, words: readonly string[]): Promise<void> {
  const child = spawn(electron, [join(DIST, 'node', 'cli.cjs'), ...words, '--home', home], {
    stdio: 'ignore',
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    timeout: PATIENCE_MS,
  });
  await endOf(child);
}

async function startOnce(electron: string, home: string): Promise<boolean> {
  const child = spawn(electron, [...electronSwitches(), PROJECT, '--hidden', '--home', home], {
    stdio: 'ignore',
  });
  const ended = endOf(child);
  let running = true;
  void ended.then(() => (running = false));
  try {
    const deadline = Date.now() + PATIENCE_MS;
    while (running && Date.now() < deadline && !(await isThere())) await pause(100);
  } finally {
    child.kill();
    await ended;
  }
  return await isThere();
}

const endOf = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    child.once('exit', () => done());
    child.once('error', () => done());
  });

/** While it is written, it bears the number of the process that writes. */
const isThere = async (): Promise<boolean> =>
  (await readdir(COMPILED).catch(() => [])).some((name) => name.endsWith('-desktop.bin'));
