import { describe, expect, it, vi } from 'vitest';
import { desktopKeychain } from './safe-storage.ts';

vi.mock('electron', () => ({ safeStorage: {} }));

type Storage = ReturnType<NonNullable<Parameters<typeof desktopKeychain>[0]>>;

/** What Electron 33 answers; `more` is what came later or what goes wrong. */
const storage = (more: Partial<Storage> = {}): Storage => ({
  isEncryptionAvailable: () => true,
  encryptString: (secret) => Buffer.from(`33 ${secret}`),
  decryptString: (encrypted) => encrypted.toString().slice(3),
  getSelectedStorageBackend: () => 'gnome_libsecret',
  ...more,
});
const later: Partial<Storage> = {
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async (secret) => Buffer.from(`45 ${secret}`),
  decryptStringAsync: async (encrypted) => ({
    result: encrypted.toString().slice(3),
    shouldReEncrypt: false,
  }),
};

describe('the keychain of the desktop', () => {
  it.each([
    ['Electron 33', storage()],
    ['a newer one', storage(later)],
  ])('encrypts and decrypts with %s', async (_name, at) => {
    const keychain = desktopKeychain(() => at, 'linux');
    expect(await keychain.available()).toBe(true);
    expect(await keychain.decrypt(await keychain.encrypt('s3cret'))).toBe('s3cret');
  });

  it('does not hold up the program where it can be asked without', async () => {
    const blocking = (): never => {
      throw new Error('would block');
    };
    const keychain = desktopKeychain(
      () =>
        storage({
          ...later,
          isEncryptionAvailable: blocking,
          encryptString: blocking,
          decryptString: blocking,
        }),
      'linux',
    );
    expect(await keychain.available()).toBe(true);
    expect(await keychain.decrypt(await keychain.encrypt('x'))).toBe('x');
  });

  it('is not there when the keyring is shut', async () => {
    const shut = (): never => {
      throw new Error('keyring');
    };
    expect(await desktopKeychain(() => storage({ isEncryptionAvailable: shut }), 'linux').available()).toBe(
      false,
    );
    expect(
      await desktopKeychain(() => storage({ isEncryptionAvailable: () => false }), 'linux').available(),
    ).toBe(false);
  });

  it('counts as none when it encrypts with a password everybody knows, which only Linux does', () => {
    const basic = () => storage({ getSelectedStorageBackend: () => 'basic_text' });
    expect(desktopKeychain(basic, 'linux').weakness()).toContain('no keychain');
    expect(desktopKeychain(storage, 'linux').weakness()).toBeNull();
    expect(desktopKeychain(basic, 'darwin').weakness()).toBeNull();
  });
});
