import type { KeyValueFile } from '../adapters/settings-key-value-file.ts';
import { openJsonFile } from '../adapters/settings-key-value-file.ts';

let openStore: ((path: string) => KeyValueFile) | null = null;

/** Loads electron-store; from then on it writes the settings. Called when a window opens, for that is where they are changed. */
export async function loadSettingsStore(): Promise<void> {
  openStore ??= (await import('./window-memory.ts')).openSettingsStore;
}

/**
 * The settings file of the desktop app. electron-store needs 80 ms to load, a fifth of the way to the tray, and
 * everybody's settings are read on that way: so the same file is read plainly, and written by electron-store
 * as soon as it is there.
 */
export function desktopSettingsFile(path: string): KeyValueFile {
  const plain = openJsonFile(path);
  let store: KeyValueFile | null = null;
  return {
    all: () => plain.all(),
    set(key, value) {
      store ??= openStore?.(path) ?? null;
      (store ?? plain).set(key, value);
    },
  };
}
