import type { PresenceSensor } from '#shared/ports/world.ts';

/** What a front door hands to the host when it opens a data folder. */
export interface HostOptions {
  /** Data folder, absolute: `--home` > `STINT_HOME` > Electron's `userData` (design §4). */
  readonly home: string;
  /** `desktop` and `headless` serve and run jobs; `command` lives for one CLI command. */
  readonly kind: 'desktop' | 'headless' | 'command';
  /** What tells presence here; null where only signs of life can (headless, CLI). */
  readonly sensor: PresenceSensor | null;
}
