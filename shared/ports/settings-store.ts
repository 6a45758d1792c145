import type { SettingKey, Settings } from '../settings/catalogue.ts';

export interface SettingsStore {
  get(): Settings;
  /** Validates and writes one setting. @throws Problem `usage` naming key, what was given and what is allowed. */
  set(key: SettingKey, value: unknown): Promise<void>;
  /** Things a person should know: a settings file that was set aside, say. */
  notices(): readonly string[];
}
