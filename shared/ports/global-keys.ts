/** What a global shortcut does, from any program. */
export type GlobalAction = 'toggle' | 'quickAdd' | 'window';

/**
 * How a global shortcut stands. `none`: no keys are set. `held`: this desktop gives them to Stint. `refused`: another
 * program has them, or the desktop gives nobody any. `unsure`: the desktop took them and may still never tell
 * (Wayland). `absent`: only the desktop app can have them, and this is not it.
 */
export type GlobalKeyStanding = 'none' | 'held' | 'refused' | 'unsure' | 'absent';

export interface GlobalKeyState {
  readonly action: GlobalAction;
  /** In Electron's spelling; empty: none. */
  readonly keys: string;
  readonly standing: GlobalKeyStanding;
}

/** Shortcuts that work from any program; only a desktop has them. */
export interface GlobalKeys {
  states(): readonly GlobalKeyState[];
}
