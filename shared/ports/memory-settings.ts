import type { Settings } from '../settings/catalogue.ts';
import { CATALOGUE, defaultSettings } from '../settings/catalogue.ts';
import { Problem } from '../values/problem.ts';
import type { SettingsStore } from './settings-store.ts';

/** Settings in memory, validated like the ones on disk. */
export function memorySettings(given: Partial<Settings> = {}): SettingsStore {
  let settings: Settings = { ...defaultSettings(), ...given };
  return {
    get: () => settings,
    async set(key, value) {
      const read = CATALOGUE[key].schema.safeParse(value);
      if (!read.success) {
        throw new Problem('usage', `${key} cannot be ${JSON.stringify(value)}.`, CATALOGUE[key].meaning);
      }
      settings = { ...settings, [key]: read.data };
    },
    notices: () => [],
  };
}
