import { defineConfig } from '@playwright/test';
import { join } from 'node:path';

const PROJECT = join(import.meta.dirname, '..');

/** Marks journeys that wait for a minute of the real clock, which nothing can shorten. */
const MINUTE = /@minute/;

/**
 * Journeys through the finished program. `headless`: host, command line and the window in a browser;
 * `electron`: the tray app on a display and buses of its own (`npm run e2e:setup` first).
 */
export default defineConfig({
  testDir: join(import.meta.dirname, 'journeys'),
  snapshotPathTemplate: join(import.meta.dirname, 'pictures', '{arg}{ext}'),
  outputDir: join(PROJECT, 'test-results', 'journeys'),
  // A journey that passes only at the second try is broken.
  retries: 0,
  workers: 5,
  fullyParallel: true,
  timeout: 60_000,
  // Long enough for a machine that does other things too; what never comes still fails.
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  projects: [
    { name: 'headless', testMatch: 'headless/**/*.e2e.ts', workers: 2 },
    // They ask nothing of the machine while they wait: they begin first, and the others go on beside them.
    { name: 'electron-minute', testMatch: 'electron/**/*.e2e.ts', grep: MINUTE, workers: 3 },
    { name: 'electron', testMatch: 'electron/**/*.e2e.ts', grepInvert: MINUTE, workers: 2 },
  ],
});
