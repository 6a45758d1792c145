// The code that the engine compiles at a first start, made before packing: in a package nobody can write it any more.
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

/**
 * Starts the built program once, hidden and with a data folder of its own, until it has written dist/compiled
 * (electron/host/compiled-code.ts, decision 0026). Without a display it cannot: the package then starts slower, nothing else.
 */
export async function compileAhead(say: (line: string) => void): Promise<void> {
  await rm(COMPILED, { recursive: true, force: true });
  if (await startOnce()) return;
  say(
    'The program could not be started here (no display?): packed without compiled code, it will start slower.',
  );
}

async function startOnce(): Promise<boolean> {
  const electron = electronExecutable();
  if (electron === null) return false;
  const home = await mkdtemp(join(tmpdir(), 'stint-compile-'));
  const child = spawn(electron, [...electronSwitches(), PROJECT, '--hidden', '--home', home], {
    stdio: 'ignore',
  });
  const ended = new Promise<void>((done) => {
    child.once('exit', () => done());
    child.once('error', () => done());
  });
  let running = true;
  void ended.then(() => (running = false));
  try {
    const deadline = Date.now() + PATIENCE_MS;
    while (running && Date.now() < deadline && !(await isThere())) await pause(100);
  } finally {
    child.kill();
    await ended;
    await rm(home, { recursive: true, force: true });
  }
  return await isThere();
}

/** While it is written, it bears the number of the process that writes. */
async function isThere(): Promise<boolean> {
  const found = await readdir(COMPILED).catch(() => []);
  return found.length > 0 && found.every((name) => !/\.\d+$/.test(name));
}
