import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PROJECT } from '../../build/scripts/folders.ts';
import { electronExecutable } from '../../build/scripts/runtime/electron-of-package.ts';
import { electronSwitches } from '../../build/scripts/runtime/electron-switches.ts';
import { openDesk, type Desk } from '../world/desk.ts';
import { end } from '../world/processes.ts';
import { asLimit, asRatio, mb, median, ms, type Measure } from './measure.ts';
import { cpuOf, memoryOf, treeOf } from './process-tree.ts';

const EMPTY = join(import.meta.dirname, 'empty-app');
/** What a start leaves behind (first scans, garbage) is over by then. */
const SETTLE_MS = 10_000;
/** A start is over sooner than its traces, and differs more from one to the next: so many are made for each that is left to settle. */
const STARTS_A_ROUND = 3;
const STARTED_MS = 2_000;
const GIVE_UP_MS = 30_000;
/** How exactly the moment is known at which the icon appears; the same for both programs. */
const LOOK_MS = 2;

interface Started {
  readonly readyMs: number;
  /** Null when it was not left to settle. */
  readonly memory: number | null;
  /** Share of a core used while nothing happened, in percent; null when it was not asked for. */
  readonly idleCpu: number | null;
}

/** Start to tray, memory and idle processor time, against an empty tray app on the same Electron in the same run. */
export async function measureTray(rounds: number, idleSeconds: number): Promise<Measure[]> {
  const electron = electronExecutable();
  if (electron === null) throw new Error('There is no Electron to measure. Run "npm run e2e:setup" first.');
  const desk = await openDesk();
  const home = mkdtempSync(join(tmpdir(), 'stint-bench-tray-'));
  try {
    const ours: Started[] = [];
    const empty: Started[] = [];
    // The first start of each reads the program from disk and is not counted. Then in turns, so that both see the same machine.
    for (let round = 0; round <= rounds * STARTS_A_ROUND; round += 1) {
      const settles = round % STARTS_A_ROUND === 0;
      const last = round === rounds * STARTS_A_ROUND;
      const theirs = await start(desk, electron, EMPTY, join(home, 'empty'), { settles, idleSeconds: 0 });
      const mine = await start(desk, electron, PROJECT, join(home, 'stint'), {
        settles,
        idleSeconds: last ? idleSeconds : 0,
      });
      if (round === 0) continue;
      empty.push(theirs);
      ours.push(mine);
    }
    const of = (runs: readonly Started[], what: 'readyMs' | 'memory'): number =>
      median(runs.map((run) => run[what]).filter((value) => value !== null));
    const idle = ours.at(-1)?.idleCpu ?? null;
    return [
      asRatio('start to tray ready', of(ours, 'readyMs'), of(empty, 'readyMs'), 1.25, ms),
      asRatio('memory in the tray, no window', of(ours, 'memory'), of(empty, 'memory'), 1.25, mb),
      ...(idle === null ? [] : [asLimit(`CPU in the tray over ${idleSeconds} s`, idle, 0.1, percent)]),
    ];
  } finally {
    await desk.close();
    rmSync(home, { recursive: true, force: true });
  }
}

const percent = (value: number): string => `${value.toFixed(3)} % of a core`;

async function start(
  desk: Desk,
  electron: string,
  app: string,
  home: string,
  { settles, idleSeconds }: { readonly settles: boolean; readonly idleSeconds: number },
): Promise<Started> {
  const before = desk.panel.iconCount();
  const began = performance.now();
  const child = spawn(electron, [...electronSwitches(), app, '--hidden', `--user-data-dir=${home}`], {
    env: { ...process.env, ...desk.env, STINT_HOME: home },
    stdio: 'ignore',
  });
  try {
    while (desk.panel.iconCount() === before) {
      if (child.exitCode !== null || performance.now() - began > GIVE_UP_MS)
        throw new Error(`${app} showed no tray icon.`);
      await pause(LOOK_MS);
    }
    const readyMs = performance.now() - began;
    await pause(settles ? SETTLE_MS : STARTED_MS);
    if (!settles) return { readyMs, memory: null, idleCpu: null };
    const pid = child.pid ?? 0;
    const tree = treeOf(pid);
    const memory = memoryOf(tree);
    if (idleSeconds === 0) return { readyMs, memory, idleCpu: null };
    const used = cpuOf(tree);
    await pause(idleSeconds * 1000);
    return { readyMs, memory, idleCpu: ((cpuOf(treeOf(pid)) - used) / idleSeconds) * 100 };
  } finally {
    await end(child, 'SIGTERM');
  }
}
