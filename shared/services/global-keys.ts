import type { GlobalKeyShape } from '../contract/shortcut-operations.ts';
import type { GlobalAction, GlobalKeyStanding } from '../ports/global-keys.ts';
import type { World } from '../ports/world.ts';
import { said } from '../values/said.ts';

/** Where the keys of each are set. */
export const GLOBAL_SETTINGS = {
  toggle: 'app.globalToggle',
  quickAdd: 'app.globalQuickAdd',
  window: 'app.globalWindow',
} as const satisfies Record<GlobalAction, string>;

const REMEDIES: Readonly<Record<GlobalKeyStanding, string | null>> = {
  none: null,
  held: null,
  refused: said`Another program has these keys, or this desktop gives none away. Choose others, or bind the command \`stint toggle\` to keys in the settings of your desktop.`,
  unsure: said`On Wayland a desktop may take the keys and never tell. If nothing happens when you press them, bind the command \`stint toggle\` to keys in the settings of your desktop.`,
  absent: said`They work while the desktop app runs.`,
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
      detail: said`${setting}: ${SAID[standing]}`,
      remedy,
    }));
}

const SAID: Readonly<Record<GlobalKeyStanding, string>> = {
  none: said`not set`,
  held: said`works from any program`,
  refused: said`this desktop did not give the keys to Stint`,
  unsure: said`set, but this desktop may not tell Stint when it is pressed`,
  absent: said`set`,
};
