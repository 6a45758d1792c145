import { safeStorage } from 'electron';
import type { SafeStorage } from 'electron';
import type { Keychain } from '../adapters/secrets/keychain.ts';
import { said } from '#shared/values/said.ts';

/** What Electron 33 has of it; the rest came later. */
type Since33 = Pick<
  SafeStorage,
  'isEncryptionAvailable' | 'encryptString' | 'decryptString' | 'getSelectedStorageBackend'
> &
  Partial<Pick<SafeStorage, 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'>>;

/**
 * The keychain of the system by Electron's safeStorage. A locked keyring blocks the main process of older versions,
 * so nothing here is called on the way to the tray, only when a token is read or kept.
 */
export function desktopKeychain(
  storage: () => Since33 = () => safeStorage,
  platform: NodeJS.Platform = process.platform,
): Keychain {
  return {
    async available() {
      const at = storage();
      try {
        return (await at.isAsyncEncryptionAvailable?.()) ?? at.isEncryptionAvailable();
      } catch {
        return false; // a keyring that is shut throws instead of answering
      }
    },
    async encrypt(secret) {
      const at = storage();
      return ((await at.encryptStringAsync?.(secret)) ?? at.encryptString(secret)).toString('base64');
    },
    async decrypt(base64) {
      const at = storage();
      const encrypted = Buffer.from(base64, 'base64');
      return (await at.decryptStringAsync?.(encrypted))?.result ?? at.decryptString(encrypted);
    },
    weakness() {
      if (platform !== 'linux' || storage().getSelectedStorageBackend() !== 'basic_text') return null;
      // Chromium would encrypt with a password that stands in its source.
      return said`This desktop has no keychain that Stint knows (GNOME Keyring, KWallet)`;
    },
  };
}
