// What stories about how the window looks begin with: the made-up week, its host, and a browser on the same clock.
import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { openProductive } from './booking-desk.ts';
import { serve, type HeadlessHost } from './headless-host.ts';
import { test as headless } from './headless-story.ts';
import { clockAt, makeShownWeek, NOW } from './shown-week.ts';

/** How the window is looked at. */
export interface Look extends BrowserContextOptions {
  /** Default: the clock stands still at `NOW`. */
  readonly runningClock?: boolean;
}

export interface Shown {
  readonly host: HeadlessHost;
  /** Opens the window at an address such as `/week`, 1280 × 800 unless told otherwise, and waits until it stands. */
  open(address: string, look?: Look): Promise<Page>;
}

interface Worker {
  /** A folder of this name that is always the same, for pictures on which its path stands; '' for one of its own. */
  readonly shownFolder: string;
  readonly shown: Shown;
}

export const test = headless.extend<object, Worker>({
  shownFolder: ['', { option: true, scope: 'worker' }],
  shown: [
    async ({ shownFolder, anyBrowser }, use) => {
      if (anyBrowser === null) throw new Error('There is no Chrome or Chromium on this machine.');
      const folder =
        shownFolder === '' ? await mkdtemp(join(tmpdir(), 'stint-shown-')) : join(tmpdir(), shownFolder);
      await rm(folder, { recursive: true, force: true });
      const [home, workspace] = [join(folder, 'stint'), join(folder, 'work')];
      await mkdir(home, { recursive: true });
      await mkdir(workspace);
      const productive = await openProductive();
      await makeShownWeek(home, workspace, productive);
      const host = await serve(home, clockAt(NOW));
      await use({ host, open: (address, look) => openShown(anyBrowser, host, address, look) });
      await host.stop();
      await productive.served.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});
export { expect } from '@playwright/test';

async function openShown(
  browser: Browser,
  host: HeadlessHost,
  address: string,
  look: Look = {},
): Promise<Page> {
  const { runningClock = false, ...options } = look;
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    ...options,
  });
  if (!runningClock) await context.clock.setFixedTime(NOW);
  const page = await context.newPage();
  await page.goto(`${host.url}/?token=${host.token}`);
  await page.goto(`${host.url}/#${address}`);
  await stands(page);
  return page;
}

/** Every page of the window. */
export const PAGES = [
  '/today',
  '/week',
  '/sessions',
  '/reports',
  '/customers',
  '/sources',
  '/sources/outgoing',
  '/connections',
  '/settings',
];

/** Goes to a page, as a link in the window does, and waits until it stands. */
export async function go(page: Page, address: string): Promise<void> {
  // Until the page has heard of it: what stands there before is not what was asked for.
  await page.evaluate(
    (to) =>
      new Promise<void>((heard) => {
        if (location.hash === `#${to}`) return heard();
        addEventListener('hashchange', () => requestAnimationFrame(() => heard()), { once: true });
        location.hash = to;
      }),
    address,
  );
  await stands(page);
}

/** Waits until the page is there: nothing is on its way any more, and its font is read. */
export async function stands(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: /Pages|Seiten/ }).waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy=true], .is-late') === null);
  await page.waitForFunction(() => document.querySelector('h1') !== null);
  await page.evaluate(() => document.fonts.ready);
}
