import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { memoryClock } from '#shared/ports/memory-clock.ts';
import { createSettingsFile, settingsFileOf } from '../adapters/settings-file.ts';
import { settingsFileSuite } from '../adapters/settings-file-suite.ts';

// Outside Electron the package `electron` is only the path of the program; named here, it does not look for one.
process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= tmpdir();
const { openSettingsStore } = await import('./window-memory.ts');

settingsFileSuite("electron-store's file", openSettingsStore);

it('electron-store and the headless program write the same file', async () => {
  const home = mkdtempSync(join(tmpdir(), 'stint-settings-'));
  onTestFinished(() => rmSync(home, { recursive: true }));
  const path = settingsFileOf(home);
  const clock = memoryClock('2026-02-10T08:15:00Z');
  await createSettingsFile(home, clock, openSettingsStore).set('identity.emails', ['a@b']);
  const theirs = readFileSync(path, 'utf8');
  rmSync(path);
  await createSettingsFile(home, clock).set('identity.emails', ['a@b']);
  expect(readFileSync(path, 'utf8')).toBe(theirs);
});
