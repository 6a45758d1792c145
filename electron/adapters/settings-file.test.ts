import { lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryClock } from '#shared/ports/memory-clock.ts';
import { CATALOGUE, defaultSettings, SETTING_KEYS } from '#shared/settings/catalogue.ts';
import { settingsFileSuite } from './settings-file-suite.ts';
import { createSettingsFile, settingsFileOf } from './settings-file.ts';
import { openJsonFile } from './settings-key-value-file.ts';

settingsFileSuite('the headless file', openJsonFile);

let home: string;
let path: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'stint-settings-'));
  path = settingsFileOf(home);
});
afterEach(() => rmSync(home, { recursive: true }));

const clock = memoryClock('2026-02-10T08:15:00Z');

describe('the settings file', () => {
  it('may be a link into a folder of dotfiles, and stays one', async () => {
    const real = join(home, 'dotfiles.json');
    writeFileSync(real, '{"app.theme":"dark"}');
    symlinkSync(real, path);
    await createSettingsFile(home, clock).set('app.language', 'de');
    expect(lstatSync(path).isSymbolicLink()).toBe(true);
    expect(JSON.parse(readFileSync(real, 'utf8'))).toEqual({ 'app.theme': 'dark', 'app.language': 'de' });
  });

  it('may begin with the mark that Windows editors put there', () => {
    writeFileSync(path, '\uFEFF{"app.theme":"dark"}');
    const store = createSettingsFile(home, clock);
    expect(store.get()['app.theme']).toBe('dark');
    expect(store.notices()).toEqual([]);
  });

  it('that cannot be read or written is told, and the program goes on', async () => {
    mkdirSync(path);
    const store = createSettingsFile(home, clock);
    expect(store.get()).toEqual(defaultSettings());
    expect(store.notices()[0]).toContain('cannot be read (EISDIR)');
    const refused = await store.set('app.theme', 'dark').then(
      () => null,
      (error: unknown) => error,
    );
    expect(refused).toMatchObject({ name: 'Problem', code: 'failed' });
  });

  it('takes every default as an allowed value', async () => {
    const store = createSettingsFile(home, clock);
    for (const key of SETTING_KEYS) await store.set(key, CATALOGUE[key].initial);
    expect(store.get()).toEqual(defaultSettings());
    expect(store.notices()).toEqual([]);
  });
});
