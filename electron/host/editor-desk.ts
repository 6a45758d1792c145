import type { World } from '#shared/ports/world.ts';
import type { EditorDesk } from '../doors/http/wakatime.ts';
import { evidenceRoom } from './evidence-room.ts';

/** What stands behind the door for editors' plugins; loaded when the first of them speaks. */
export function editorDesk(world: World): EditorDesk {
  return {
    key: () => world.settings.get()['editor.wakatimeKey'],
    hear: async (items, userAgent) => (await evidenceRoom()).hearEditors(world, items, userAgent),
    statusBar: async () => (await evidenceRoom()).editorStatusBar(world),
    countError: async () => (await evidenceRoom()).countPluginError(world),
    failed: (error) => world.log.error('door.wakatime', error),
  };
}
