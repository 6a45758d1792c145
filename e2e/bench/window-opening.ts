import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Page } from '@playwright/test';
import { PROJECT } from '../../build/scripts/folders.ts';
import { electronExecutable } from '../../build/scripts/runtime/electron-of-package.ts';
import { electronSwitches } from '../../build/scripts/runtime/electron-switches.ts';
import type { PanelIcon } from '../world/desktop-panel.ts';
import { openDesk, type Desk } from '../world/desk.ts';
import { end } from '../world/processes.ts';
import { until } from '../world/wait.ts';
import { fillHouse } from './full-house.ts';
import { asLimit, asRatio, mb, median, ms, type Measure } from './measure.ts';
import { memoryOf, treeOf } from './process-tree.ts';

const EMPTY = join(import.meta.dirname, 'empty-app');
/** What a start, or a window that was closed, leaves behind is over by then. */
const SETTLE_MS = 10_000;
/** The window is not looked into before it stands: whoever watches a page slows it down. */
const LEFT_ALONE_MS = 3_000;
const MOST_OPEN_MS = 500;
/** Memory of the tray after windows came and went, against before the first. */
const MOST_LEFT = 1.1;

/** A tray app that runs, and the way into its window. */
interface Running {
  readonly child: ChildProcess;
  readonly icon: PanelIcon;
  /** Of its tray's menu: opens the window. */
  readonly label: string;
  readonly port: number;
}

/**
 * The real app in the tray, on a week of 400 entries: the window is asked for in the tray's menu, and the browser itself
 * keeps when the day's total was painted; then it is closed, and the tray's memory read again. In turns with a window of
 * an empty app, which paints one word.
 */
export async function measureWindowOpening(rounds: number): Promise<Measure[]> {
  const electron = electronExecutable();
  if (electron === null) throw new Error('There is no Electron to measure. Run "npm run e2e:setup" first.');
  const folder = mkdtempSync(join(tmpdir(), 'stint-bench-window-'));
  const desk = await openDesk();
  const running: Running[] = [];
  const begin = async (app: string, label: string): Promise<Running> => {
    const begun = await start(desk, electron, app, join(folder, label), label);
    running.push(begun);
    return begun;
  };
  try {
    await fillHouse(join(folder, 'Reconcile today'));
    const empty = await begin(EMPTY, 'Open');
    const ours = await begin(PROJECT, 'Reconcile today');
    const memory = (): number => memoryOf(treeOf(ours.child.pid ?? 0));
    await pause(SETTLE_MS);
    const floor = memory();
    const [mine, theirs]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      theirs.push(await openOnce(empty));
      mine.push(await openOnce(ours));
    }
    await pause(SETTLE_MS);
    const after = memory();
    return [
      {
        ...asLimit(
          'window asked for to first useful paint, 400 entries a week',
          median(mine),
          MOST_OPEN_MS,
          ms,
        ),
        against: `${ms(median(theirs))} (an empty window)`,
      },
      asRatio(`memory in the tray after ${rounds} windows, against before`, after, floor, MOST_LEFT, mb),
    ];
  } finally {
    for (const { child } of running) await end(child, 'SIGTERM');
    await desk.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function start(
  desk: Desk,
  electron: string,
  app: string,
  home: string,
  label: string,
): Promise<Running> {
  const port = await freePort();
  const before = desk.panel.iconCount();
  const child = spawn(
    electron,
    [...electronSwitches(), app, '--hidden', `--remote-debugging-port=${port}`, `--user-data-dir=${home}`],
    { env: { ...process.env, ...desk.env, STINT_HOME: home, LANG: 'en_GB.UTF-8' }, stdio: 'ignore' },
  );
  await until('the tray icon', () => desk.panel.iconCount() > before);
  return { child, icon: await desk.panel.icon(), label, port };
}

/** Opens the window from the tray and closes it again. @returns how long it took until its number was painted. */
async function openOnce({ icon, label, port }: Running): Promise<number> {
  const asked = Date.now();
  await icon.click(label);
  await pause(LEFT_ALONE_MS);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  try {
    const page = browser.contexts().flatMap((context) => context.pages())[0];
    if (page === undefined) throw new Error('the window did not open');
    const painted = await paintedAt(page);
    await Promise.all([
      page.waitForEvent('close'),
      // The answer is lost with the page.
      page.evaluate(() => window.close()).catch(() => undefined),
    ]);
    return painted - asked;
  } finally {
    await browser.close();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** When the day's total was first painted, epoch milliseconds. */
async function paintedAt(page: Page): Promise<number> {
  const after = await page.evaluate(
    () =>
      new Promise<number | null>((resolve) => {
        new PerformanceObserver((list) => {
          const [first] = list.getEntries() as (PerformanceEntry & { renderTime: number })[];
          resolve(first === undefined ? null : performance.timeOrigin + first.renderTime);
        }).observe({ type: 'element', buffered: true });
        setTimeout(() => resolve(null), 10_000);
      }),
  );
  if (after === null) throw new Error('the total of the day was never painted');
  return after;
}
