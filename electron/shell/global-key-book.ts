import type { GlobalAction, GlobalKeys, GlobalKeyStanding } from '#shared/ports/global-keys.ts';

/** Who gives keys away: Electron's `globalShortcut`, or a stand-in. */
export interface Registrar {
  /** @returns whether the desktop gave the keys; throws when they are none. */
  register(keys: string, pressed: () => void): boolean;
  unregister(keys: string): void;
}

type Wanted = Readonly<Record<GlobalAction, string>>;

/** Which keys are held for what. */
export interface GlobalKeyBook extends GlobalKeys {
  /** Asks for what is wanted and gives back what is not, touching only what changed. @returns what was refused now. */
  hold(wanted: Wanted): readonly GlobalAction[];
  /** Gives everything back. */
  release(): void;
}

const ACTIONS: readonly GlobalAction[] = ['toggle', 'quickAdd', 'window'];
const NOTHING: Wanted = { toggle: '', quickAdd: '', window: '' };

/**
 * @param mayLie true on Wayland, where a registration that worked may still never tell (electron#45607).
 */
export function globalKeyBook(
  registrar: Registrar,
  mayLie: boolean,
  pressed: (action: GlobalAction) => void,
): GlobalKeyBook {
  const held = new Map<GlobalAction, { readonly keys: string; readonly standing: GlobalKeyStanding }>();

  const take = (action: GlobalAction, keys: string): GlobalKeyStanding => {
    // A second of our own actions on the same keys would silently take the place of the first.
    const isDouble = [...held.values()].some((other) => other.keys === keys && other.standing !== 'refused');
    if (isDouble || !isGiven(registrar, keys, () => pressed(action))) return 'refused';
    return mayLie ? 'unsure' : 'held';
  };
  const giveBack = (action: GlobalAction): void => {
    const old = held.get(action);
    if (old !== undefined && old.standing !== 'refused') registrar.unregister(old.keys);
    held.delete(action);
  };
  const hold = (wanted: Wanted): readonly GlobalAction[] => {
    const changed = ACTIONS.filter((action) => (held.get(action)?.keys ?? '') !== wanted[action]);
    // First everything back, so that two actions can swap their keys.
    changed.forEach(giveBack);
    const asked = changed.filter((action) => wanted[action] !== '');
    for (const action of asked)
      held.set(action, { keys: wanted[action], standing: take(action, wanted[action]) });
    return asked.filter((action) => held.get(action)?.standing === 'refused');
  };
  return {
    states: () =>
      ACTIONS.map((action) => ({ action, ...(held.get(action) ?? { keys: '', standing: 'none' }) })),
    hold,
    release: () => void hold(NOTHING),
  };
}

function isGiven(registrar: Registrar, keys: string, pressed: () => void): boolean {
  try {
    return registrar.register(keys, pressed);
  } catch {
    // Keys this system has no word for.
    return false;
  }
}
