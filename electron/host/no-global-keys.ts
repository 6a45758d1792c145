import type { GlobalAction, GlobalKeys } from '#shared/ports/global-keys.ts';
import type { SettingsStore } from '#shared/ports/settings-store.ts';
import { GLOBAL_SETTINGS } from '#shared/services/global-keys.ts';

/** Without a desktop there are no global shortcuts, whatever is set. */
export function noGlobalKeys(settings: Pick<SettingsStore, 'get'>): GlobalKeys {
  return {
    states: () =>
      (Object.keys(GLOBAL_SETTINGS) as GlobalAction[]).map((action) => {
        const keys = settings.get()[GLOBAL_SETTINGS[action]];
        return { action, keys, standing: keys === '' ? 'none' : 'absent' };
      }),
  };
}
