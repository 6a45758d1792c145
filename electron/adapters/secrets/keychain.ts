/** What encrypts secrets with a key that the operating system keeps. Only the desktop app has one. */
export interface Keychain {
  /** May wait for the person to unlock it. False: there is none, or it stays locked. */
  available(): Promise<boolean>;
  /** @returns base64. */
  encrypt(secret: string): Promise<string>;
  /** @throws when it was encrypted with another key. */
  decrypt(base64: string): Promise<string>;
  /** Why this keychain protects nothing here, in words; null: it does. */
  weakness(): string | null;
}
