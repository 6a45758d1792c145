import type { GlobalKeyShape } from '../contract/shortcut-operations.ts';
import type { GlobalAction, GlobalKeyStanding } from '../ports/global-keys.ts';
import type { World } from '../ports/world.ts';

/** Where the keys of each are set. */
export const GLOBAL_SETTINGS = {
  toggle: 'app.globalToggle',
  quickAdd: 'app.globalQuickAdd',
  window: 'app.globalWindow',
} as const satisfies Record<GlobalAction, string>;

const COMPOSITOR =
  'Bind the command `stint toggle` to keys in the settings of your desktop (KDE, GNOME, sway …); it needs no permission.';
const REMEDIES: Readonly<Record<GlobalKeyStanding, string | null>> = {
  none: null,
  held: null,
  refused: `Another program has these keys, or this desktop gives none away. Choose others, or: ${COMPOSITOR}`,
  unsure: `This is Wayland, where a desktop may take the keys and never tell. If nothing happens when you press them: ${COMPOSITOR}`,
  absent: 'They work while the desktop app runs.',
};

/** How the global shortcuts stand, each with what to do about it. */
export function listGlobalKeys(world: Pick<World, 'globalKeys'>): GlobalKeyShape[] {
  return world.globalKeys.states().map(({ action, keys, standing }) => ({
    action,
    setting: GLOBAL_SETTINGS[action],
    keys,
    standing,
    remedy: REMEDIES[standing],
  }));
}

/** For `stint doctor`: every global shortcut that is set. */
export function globalKeyChecks(world: Pick<World, 'globalKeys'>) {
  return listGlobalKeys(world)
    .filter(({ standing }) => standing !== 'none')
    .map(({ setting, keys, standing, remedy }) => ({
      name: `shortcut ${keys}`,
      ok: standing !== 'refused',
      detail: `${setting}: ${SAID[standing]}`,
      remedy,
    }));
}

const SAID: Readonly<Record<GlobalKeyStanding, string>> = {
  none: 'not set',
  held: 'works from any program',
  refused: 'this desktop did not give the keys to Stint',
  unsure: 'set, but this desktop may not tell Stint when it is pressed',
  absent: 'set',
};
