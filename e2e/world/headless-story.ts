// What stories without a desktop begin with: a new data folder, a workspace, the command line, a host on request and
// the window in a browser. Everything is gone afterwards.
import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { test as base, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { PROJECT } from './app.ts';
import { launchBrowser } from './browser.ts';
import type { CommandLine } from './command-line.ts';
import { commandLine } from './command-line.ts';
import type { HeadlessHost } from './headless-host.ts';
import { serve } from './headless-host.ts';

const execute = promisify(execFile);

export interface World {
  readonly home: string;
  /** A folder for repositories. */
  readonly workspace: string;
  readonly stint: CommandLine;
  /** Starts the host; whatever still runs is ended with the story. */
  readonly host: () => Promise<HeadlessHost>;
  /** Opens the window of a host in a browser of its own, in Berlin. */
  readonly browse: (host: HeadlessHost) => Promise<Page>;
  /** Presence of the person `max`, as heartbeats would have left it: pairs of instants. */
  readonly wasThere: (...times: string[]) => Promise<void>;
}

/** What stories one after another share, because none can tell: making it anew takes longer than many a story. */
export interface Shared {
  /** The data folder of the person `max`, as new; each story has a copy. */
  readonly settledHome: string;
  /** Each story has a context of its own in it; null where there is none on this machine. */
  readonly anyBrowser: Browser | null;
}

export const test = base.extend<World, Shared>({
  settledHome: [
    async ({}, use) =>
      useFolder('stint-settled-', async (home) => {
        const stint = commandLine(home);
        await stint.json('config', 'set', 'identity.user', 'max');
        await stint.json('config', 'set', 'identity.emails', '["max@example.com"]');
        await stint.json('config', 'set', 'time.zone', 'Europe/Berlin');
        await use(home);
      }),
    { scope: 'worker' },
  ],
  anyBrowser: [
    async ({}, use) => {
      const browser = await launchBrowser();
      await use(browser);
      await browser?.close();
    },
    { scope: 'worker' },
  ],
  home: async ({}, use) => useFolder('stint-home-', use),
  workspace: async ({}, use) => useFolder('stint-work-', use),
  stint: async ({ home, settledHome }, use) => {
    await cp(settledHome, home, { recursive: true });
    await use(commandLine(home));
  },
  host: async ({ home }, use) => {
    const started: HeadlessHost[] = [];
    await use(async () => {
      const host = await serve(home);
      started.push(host);
      return host;
    });
    for (const host of started) await host.stop();
  },
  browse: async ({ anyBrowser }, use, info) => {
    if (anyBrowser === null) {
      info.skip(true, 'No Chrome or Chromium on this machine.');
      return;
    }
    const opened: BrowserContext[] = [];
    await use(async (host) => {
      const context = await anyBrowser.newContext({
        viewport: { width: 1280, height: 800 },
        locale: 'en-GB',
        timezoneId: 'Europe/Berlin',
      });
      opened.push(context);
      const page = await context.newPage();
      await page.goto(host.open);
      // In whatever language.
      await page.getByRole('navigation').first().waitFor();
      return page;
    });
    for (const context of opened) await context.close();
  },
  wasThere: async ({ home }, use) => {
    await use(async (...times) => {
      const program = join(PROJECT, 'e2e', 'world', 'put-presence.ts');
      await execute(process.execPath, [program, home, 'max', 'Europe/Berlin', ...times], { cwd: PROJECT });
    });
  },
});
export { expect } from '@playwright/test';

async function useFolder(prefix: string, use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), prefix));
  await use(folder);
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
