import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser } from '../build/scripts/runtime/browser.ts';
import { SPARE_ELECTRON } from '../build/scripts/folders.ts';
import { electronOfPackage } from '../build/scripts/runtime/electron-of-package.ts';
import { spareElectron } from '../build/scripts/runtime/electron-folder.ts';

// Playwright's `_electron.launch` and `npx electron` take the stand-in from here where the ordinary Electron is not.
if (electronOfPackage() === null && spareElectron() !== null)
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= SPARE_ELECTRON;

const browser = findBrowser();
const isRoot = process.getuid?.() === 0;

/**
 * `journeys/headless`: the command line, REST, and the window in a browser. Needs no display.
 * `journeys/electron`: the tray app on real Electron and a real D-Bus. Needs `npm run e2e:setup`.
 * A journey that drives a browser carries the tag `@browser`; without any browser those are left out and test.ts says so.
 */
export default defineConfig({
  testDir: 'journeys',
  testMatch: '**/*.{journey,spec}.ts',
  outputDir: resolve(import.meta.dirname, '..', 'test-results', 'journeys'),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: (process.env['CI'] ?? '') !== '',
  fullyParallel: true,
  workers: 2,
  reporter: [['list']],
  use: {
    trace: 'retain-on-failure',
    launchOptions: {
      ...(browser === null ? {} : { executablePath: browser }),
      args: isRoot ? ['--no-sandbox'] : [],
    },
  },
  projects: [
    {
      name: 'headless',
      testMatch: 'headless/**/*.{journey,spec}.ts',
      ...(browser === null ? { grepInvert: /@browser/ } : {}),
    },
    { name: 'electron', testMatch: 'electron/**/*.{journey,spec}.ts' },
  ],
});
