import { globalShortcut } from 'electron';
import type { GlobalAction, GlobalKeys } from '#shared/ports/global-keys.ts';
import type { World } from '#shared/ports/world.ts';
import { GLOBAL_SETTINGS, listGlobalKeys } from '#shared/services/global-keys.ts';
import { globalKeyBook } from './global-key-book.ts';

/** Keys that work from any program, as the settings have them. */
export interface GlobalShortcuts extends GlobalKeys {
  /** Holds the keys of the settings, and follows them when they change. @param refused told when a change was refused. */
  follow(
    world: Pick<World, 'settings' | 'events' | 'log'>,
    does: Readonly<Record<GlobalAction, () => void>>,
    refused: (setting: string, remedy: string) => void,
  ): void;
  stop(): void;
}

/** On Wayland a desktop may take the keys and never tell. */
export const isWayland = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean =>
  platform === 'linux' && (env['XDG_SESSION_TYPE'] === 'wayland' || Boolean(env['WAYLAND_DISPLAY']));

export function openGlobalShortcuts(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): GlobalShortcuts {
  let act: Readonly<Record<GlobalAction, () => void>> | null = null;
  let stopListening = (): void => undefined;
  const book = globalKeyBook(globalShortcut, isWayland(platform, env), (action) => act?.[action]());
  return {
    states: book.states,
    follow({ settings, events, log }, does, refused) {
      act = does;
      const hold = (): readonly GlobalAction[] => {
        const now = settings.get();
        return book.hold({
          toggle: now[GLOBAL_SETTINGS.toggle],
          quickAdd: now[GLOBAL_SETTINGS.quickAdd],
          window: now[GLOBAL_SETTINGS.window],
        });
      };
      // At start a refusal is told by `doctor` and the sheet of shortcuts; it is news only after a change.
      if (hold().length > 0) log.warn('shortcuts.refused');
      stopListening = events.subscribe(({ kind }) => {
        if (kind !== 'settings') return;
        const failed = hold();
        for (const key of listGlobalKeys({ globalKeys: book })) {
          if (failed.includes(key.action) && key.remedy !== null) refused(key.setting, key.remedy);
        }
      });
    },
    stop() {
      stopListening();
      book.release();
    },
  };
}
