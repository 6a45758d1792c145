// What every story begins with: an empty data folder, a desk, the command line; all of it gone afterwards.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import type { RunningApp, WindowApp } from './app.ts';
import { startApp, startWindow } from './app.ts';
import type { CommandLine } from './command-line.ts';
import { commandLine } from './command-line.ts';
import type { Desk, DeskWishes } from './desk.ts';
import { openDesk } from './desk.ts';

interface World {
  /** What this story wants of its desk. */
  readonly deskWishes: DeskWishes;
  readonly home: string;
  readonly desk: Desk;
  readonly stint: CommandLine;
  /** Starts the app in the tray, hidden. Stopped when the story ends. */
  readonly tray: (args?: readonly string[]) => RunningApp;
  /** Starts the app with its window. Closed when the story ends. */
  readonly openWindow: (args?: readonly string[]) => Promise<WindowApp>;
}

export const test = base.extend<World>({
  deskWishes: [{}, { option: true }],
  home: async ({}, use) => {
    const home = await mkdtemp(join(tmpdir(), 'stint-story-'));
    await use(home);
    await rm(home, { recursive: true, force: true, maxRetries: 3 });
  },
  desk: async ({ deskWishes }, use) => {
    const desk = await openDesk(deskWishes);
    await use(desk);
    await desk.close();
  },
  stint: async ({ home }, use) => use(commandLine(home)),
  tray: async ({ home, desk }, use, info) => {
    const started: RunningApp[] = [];
    await use((args) => {
      const app = startApp({ home, env: desk.env, args });
      started.push(app);
      return app;
    });
    for (const [index, app] of started.entries()) {
      await app.kill();
      if (info.status === info.expectedStatus) continue;
      const ended = app.child.exitCode ?? app.child.signalCode;
      await info.attach(`app-${index + 1}`, {
        body: `${app.output()}\nended: ${String(ended)}\n`,
        contentType: 'text/plain',
      });
    }
  },
  openWindow: async ({ home, desk }, use) => {
    const started: WindowApp[] = [];
    await use(async (args) => {
      const app = await startWindow({ home, env: desk.env, args });
      started.push(app);
      return app;
    });
    for (const app of started) await app.close();
  },
});
export { expect } from '@playwright/test';
