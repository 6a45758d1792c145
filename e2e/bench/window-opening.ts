import { spawn } from 'node:child_process';
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
import { openDesk, type Desk } from '../world/desk.ts';
import { end } from '../world/processes.ts';
import { until } from '../world/wait.ts';
import { fillHouse } from './full-house.ts';
import { asLimit, asRatio, mb, median, ms, type Measure } from './measure.ts';
import { memoryOf, treeOf } from './process-tree.ts';

/** What a start, or a window that was closed, leaves behind is over by then. */
const SETTLE_MS = 10_000;
/** The window is not looked into before it stands: whoever watches a page slows it down. */
const LEFT_ALONE_MS = 3_000;
const MOST_OPEN_MS = 500;
/** Memory of the tray after windows came and went, against before the first. */
const MOST_LEFT = 1.1;

/**
 * The real app in the tray, on a week of 400 entries: the window is asked for in the tray's menu, and the browser itself
 * keeps when the day's total was painted; then it is closed, and the tray's memory read again.
 */
export async function measureWindowOpening(rounds: number): Promise<Measure[]> {
  const electron = electronExecutable();
  if (electron === null) throw new Error('There is no Electron to measure. Run "npm run e2e:setup" first.');
  const home = mkdtempSync(join(tmpdir(), 'stint-bench-window-'));
  await fillHouse(home);
  const desk = await openDesk();
  const port = await freePort();
  const app = spawn(
    electron,
    [
      ...electronSwitches(),
      PROJECT,
      '--hidden',
      `--remote-debugging-port=${port}`,
      `--user-data-dir=${home}`,
    ],
    { env: { ...process.env, ...desk.env, STINT_HOME: home, LANG: 'en_GB.UTF-8' }, stdio: 'ignore' },
  );
  const memory = (): number => memoryOf(treeOf(app.pid ?? 0));
  try {
    await until('the tray icon', () => desk.panel.iconCount() > 0);
    await pause(SETTLE_MS);
    const floor = memory();
    const opened: number[] = [];
    for (let round = 0; round < rounds; round += 1) opened.push(await openOnce(desk, port));
    await pause(SETTLE_MS);
    const after = memory();
    return [
      asLimit('window asked for to first useful paint, 400 entries a week', median(opened), MOST_OPEN_MS, ms),
      asRatio(`memory in the tray after ${rounds} windows, against before`, after, floor, MOST_LEFT, mb),
    ];
  } finally {
    await end(app, 'SIGTERM');
    await desk.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Opens the window from the tray and closes it again. @returns how long it took until the total was painted. */
async function openOnce(desk: Desk, port: number): Promise<number> {
  const icon = await desk.panel.icon();
  const asked = Date.now();
  await icon.click('Reconcile today');
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
