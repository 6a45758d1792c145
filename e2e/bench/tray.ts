import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PROJECT } from '../../build/scripts/folders.ts';
import { electronExecutable } from '../../build/scripts/runtime/electron-of-package.ts';
import { electronSwitches } from '../../build/scripts/runtime/electron-switches.ts';
import { openDesktop, type Desktop } from './desktop.ts';
import { asLimit, asRatio, mb, median, ms, type Measure } from './measure.ts';
import { cpuOf, memoryOf, treeOf } from './process-tree.ts';

const EMPTY = join(import.meta.dirname, 'empty-app');
/** What a start leaves behind (first scans, garbage) is over by then. */
const SETTLE_MS = 10_000;
const GIVE_UP_MS = 30_000;

interface Started {
  readonly readyMs: number;
  readonly memory: number;
  /** Share of a core used while nothing happened, in percent; null when it was not asked for. */
  readonly idleCpu: number | null;
}

/** Start to tray, memory and idle processor time, against an empty tray app on the same Electron in the same run. */
export async function measureTray(rounds: number, idleSeconds: number): Promise<Measure[]> {
  const electron = electronExecutable();
  if (electron === null) throw new Error('There is no Electron to measure. Run "npm run e2e:setup" first.');
  const desktop = await openDesktop();
  const home = mkdtempSync(join(tmpdir(), 'stint-bench-tray-'));
  try {
    const ours: Started[] = [];
    const empty: Started[] = [];
    // The first start of each reads the program from disk and is not counted. Then in turns, so that both see the same machine.
    for (let round = 0; round <= rounds; round += 1) {
      const last = round === rounds;
      const theirs = await start(desktop, electron, EMPTY, join(home, 'empty'), 0);
      const mine = await start(desktop, electron, PROJECT, join(home, 'stint'), last ? idleSeconds : 0);
      if (round === 0) continue;
      empty.push(theirs);
      ours.push(mine);
    }
    const of = (runs: readonly Started[], what: 'readyMs' | 'memory'): number =>
      median(runs.map((run) => run[what]));
    const idle = ours.at(-1)?.idleCpu ?? null;
    return [
      asRatio('start to tray ready', of(ours, 'readyMs'), of(empty, 'readyMs'), 1.25, ms),
      asRatio('memory in the tray, no window', of(ours, 'memory'), of(empty, 'memory'), 1.25, mb),
      ...(idle === null ? [] : [asLimit(`CPU in the tray over ${idleSeconds} s`, idle, 0.1, percent)]),
    ];
  } finally {
    desktop.close();
    rmSync(home, { recursive: true, force: true });
  }
}

const percent = (value: number): string => `${value.toFixed(3)} % of a core`;

async function start(
  desktop: Desktop,
  electron: string,
  app: string,
  home: string,
  idleSeconds: number,
): Promise<Started> {
  const icon = desktop.nextIcon();
  const began = performance.now();
  const child = spawn(electron, [...electronSwitches(), app, '--hidden', `--user-data-dir=${home}`], {
    env: { ...desktop.env, STINT_HOME: home },
    stdio: 'ignore',
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const tooLong = pause(GIVE_UP_MS, 'too long', { ref: false });
  const first = await Promise.race([icon.then(() => 'ready'), ended.then(() => 'ended'), tooLong]);
  const readyMs = performance.now() - began;
  if (first !== 'ready' || child.pid === undefined) {
    child.kill('SIGKILL');
    throw new Error(`${app} showed no tray icon (${first}).`);
  }
  try {
    await pause(SETTLE_MS);
    const tree = treeOf(child.pid);
    const memory = memoryOf(tree);
    let idleCpu: number | null = null;
    if (idleSeconds > 0) {
      const before = cpuOf(tree);
      await pause(idleSeconds * 1000);
      idleCpu = ((cpuOf(treeOf(child.pid)) - before) / idleSeconds) * 100;
    }
    return { readyMs, memory, idleCpu };
  } finally {
    child.kill('SIGTERM');
    const killed = pause(5_000, 'slow', { ref: false });
    if ((await Promise.race([ended, killed])) === 'slow') child.kill('SIGKILL');
    await ended;
  }
}
