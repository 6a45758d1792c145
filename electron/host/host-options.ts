import type { GlobalKeys } from '#shared/ports/global-keys.ts';
import type { PaperPrinter } from '#shared/ports/paper.ts';
import type { Clock, PresenceSensor } from '#shared/ports/world.ts';
import type { Keychain } from '../adapters/secrets/keychain.ts';
import type { KeyValueFile } from '../adapters/settings-key-value-file.ts';
import type { StartDemo } from './demo/demo-desk.ts';
import type { Outside } from './demo/sealed-world.ts';

/** What a front door hands to the host when it opens a data folder. */
export interface HostOptions {
  /** Data folder, absolute: `--home` > `STINT_HOME` > Electron's `userData` (design §4). */
  readonly home: string;
  /** `desktop` and `headless` serve and run jobs; `command` lives for one CLI command. */
  readonly kind: 'desktop' | 'headless' | 'command';
  /** What tells presence here; null where only signs of life can (headless, CLI). */
  readonly sensor: PresenceSensor | null;
  /** How long to wait for whoever holds the data folder, in ms (2000: a command may just be at work). */
  readonly lockWaitMs?: number;
  /** What writes the settings file: electron-store in the desktop app, else plain JSON of the same form. */
  readonly settingsFile?: (path: string) => KeyValueFile;
  /** What encrypts tokens: the system's keychain in the desktop app, else nothing does. */
  readonly keychain?: Keychain;
  /** Shortcuts that work from any program; only the desktop app has them. */
  readonly globalKeys?: GlobalKeys;
  /** What prints; only the desktop app has it. */
  readonly paper?: PaperPrinter;
  /** Opens an address in the person's browser; without it they are given the address. */
  readonly browse?: (address: string) => Promise<void>;
  /** Opens made-up data beside this folder; without it `stint demo` is named. */
  readonly startDemo?: StartDemo;
  /** This folder holds made-up data: a clock of its own, and no way to the outside. */
  readonly madeUp?: { readonly clock: Clock; readonly outside: Outside };
}
