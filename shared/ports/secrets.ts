/** Tokens, where no log, setting or database holds them (design §2 "Privacy"). Names look like `productive.token`. */
export interface Secrets {
  /** Null: there is none. The environment (`STINT_PRODUCTIVE_TOKEN`) comes before what was kept. @throws Problem when it is kept but cannot be read here. */
  get(name: string): Promise<string | null>;
  /** Keeps it for good. @throws Problem when it cannot be kept. */
  set(name: string, value: string): Promise<void>;
  /** Forgets it; what the environment holds stays there. */
  remove(name: string): Promise<void>;
  /** Where it comes from; null: there is none. Reads no secret. */
  whence(name: string): 'environment' | 'keychain' | 'file' | null;
  /** What a person should know about how secrets are kept here; null: all is well. */
  warning(): string | null;
}
