import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryClock } from '#shared/ports/memory-clock.ts';
import type { SettingsStore } from '#shared/ports/settings-store.ts';
import { defaultSettings } from '#shared/settings/catalogue.ts';
import { createSettingsFile, settingsFileOf } from './settings-file.ts';
import type { KeyValueFile } from './settings-key-value-file.ts';

const clock = memoryClock('2026-02-10T08:15:00Z');

/** What the settings must do whatever writes their file (style §5.11: one suite, every implementation). */
export function settingsFileSuite(kind: string, open: (path: string) => KeyValueFile): void {
  let home: string;
  let path: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'stint-settings-'));
    path = settingsFileOf(home);
  });
  afterEach(() => rmSync(home, { recursive: true }));
  const kept = (): unknown => JSON.parse(readFileSync(path, 'utf8'));
  const settings = (): SettingsStore => createSettingsFile(home, clock, open);

  describe(`settings in ${kind}`, () => {
    it('are the defaults while nothing was changed, and no file is made', () => {
      expect(settings().get()).toEqual(defaultSettings());
      expect(settings().notices()).toEqual([]);
      expect(existsSync(path)).toBe(false);
    });

    it('are kept under flat keys, dots and all, open to their owner only', async () => {
      const store = settings();
      await store.set('git.maxGap', '90m');
      await store.set('identity.emails', ['ann@example.com']);
      await store.set('time.workingHoursPerDay', 7.5);
      expect(kept()).toEqual({
        'git.maxGap': '90m',
        'identity.emails': ['ann@example.com'],
        'time.workingHoursPerDay': 7.5,
      });
      expect(settings().get()).toEqual({
        ...defaultSettings(),
        'git.maxGap': '90m',
        'identity.emails': ['ann@example.com'],
        'time.workingHoursPerDay': 7.5,
      });
      expect(store.get()).toEqual(settings().get());
      if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
      expect(readdirSync(home)).toEqual(['config.json']);
    });

    it('read what another program wrote meanwhile, and write beside it', async () => {
      const store = settings();
      await store.set('app.theme', 'dark');
      expect(store.get()['app.language']).toBe('system');
      writeFileSync(path, JSON.stringify({ 'app.theme': 'light', 'app.language': 'de' }));
      expect(store.get()['app.theme']).toBe('light');
      await store.set('git.credit', 'before');
      expect(kept()).toEqual({ 'app.theme': 'light', 'app.language': 'de', 'git.credit': 'before' });
      rmSync(path);
      expect(store.get()).toEqual(defaultSettings());
    });

    it('refuse a value that is not allowed, naming key, value and what is allowed; the old one stays', async () => {
      const store = settings();
      await store.set('git.maxGap', '90m');
      const refused = await store.set('git.maxGap', 'soon').then(
        () => null,
        (error: unknown) => error as Error & { code: string; remedy: string },
      );
      expect(refused).toMatchObject({ name: 'Problem', code: 'usage' });
      expect(refused?.message).toContain('git.maxGap cannot be "soon": a duration such as 30m or 2h');
      expect(refused?.remedy).toContain('stint config set git.maxGap');
      expect(kept()).toEqual({ 'git.maxGap': '90m' });
    });

    for (const bad of ['{ "git.maxGap": ', '', '[1, 2]', '"text"', 'null', '\u0000\u0001']) {
      it(`set a file aside that is no object of JSON: ${JSON.stringify(bad)}`, async () => {
        writeFileSync(path, bad);
        const store = settings();
        expect(store.get()).toEqual(defaultSettings());
        const aside = join(home, 'config.json.bad-2026-02-10T08-15-00.000Z');
        expect(readFileSync(aside, 'utf8')).toBe(bad);
        expect(store.notices()).toEqual([
          expect.stringContaining('config.json.bad-2026-02-10T08-15-00.000Z'),
        ]);
        await store.set('app.theme', 'dark');
        expect(kept()).toEqual({ 'app.theme': 'dark' });
        expect(store.notices()).toHaveLength(1);
      });
    }

    it('set a file aside that became bad while the program ran', async () => {
      const store = settings();
      await store.set('app.theme', 'dark');
      writeFileSync(path, 'oops');
      await store.set('app.language', 'en');
      expect(kept()).toEqual({ 'app.language': 'en' });
      expect(store.get()['app.theme']).toBe('system');
      expect(store.notices().join()).toContain('set aside');
    });

    it('fall back for a single bad value, name it, and leave the file as it is', () => {
      const text = JSON.stringify({ 'git.maxGap': 17, 'app.theme': 'dark', 'presence.idleMinutes': '5' });
      writeFileSync(path, text);
      const store = settings();
      expect(store.get()).toEqual({ ...defaultSettings(), 'app.theme': 'dark' });
      expect(store.notices()).toHaveLength(2);
      expect(store.notices()[0]).toContain('git.maxGap is 17');
      expect(store.notices()[0]).toContain('"2h" is used');
      expect(readFileSync(path, 'utf8')).toBe(text);
    });

    it('keep and name keys that nobody knows', async () => {
      writeFileSync(path, JSON.stringify({ 'future.setting': { deep: [1] }, __proto: 1, constructor: 2 }));
      const store = settings();
      expect(store.notices()).toHaveLength(1);
      expect(store.notices()[0]).toContain('future.setting');
      await store.set('app.theme', 'dark');
      expect(kept()).toMatchObject({ 'future.setting': { deep: [1] }, constructor: 2, 'app.theme': 'dark' });
    });
  });
}
