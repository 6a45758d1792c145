import { defineConfig } from '@playwright/test';
import { join } from 'node:path';

const PROJECT = join(import.meta.dirname, '..');

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
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  // Long enough for a machine that does other things too; what never comes still fails.
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  projects: [
    { name: 'headless', testMatch: 'headless/**/*.e2e.ts' },
    { name: 'electron', testMatch: 'electron/**/*.e2e.ts' },
  ],
});
