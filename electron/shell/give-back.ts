import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { BrowserWindow } from 'electron';
import type { World } from '#shared/ports/world.ts';

/** A window that is closed and soon opened again finds everything as quick as it was. */
const AFTER_MS = 6000;

/** Node's type knows no flavours; this one shrinks the heap, too, where the others keep its pages for later. */
type CollectGarbage = (how: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void;
let collect: CollectGarbage | null = null;

/**
 * What is to be done when the window was closed: its memory is gone with its process, but not what the host took while it
 * answered it, for V8 and SQLite keep that until they need it. The tray may stand for days like that (design §5).
 */
export function giveBackMemory({ upkeep, log }: Pick<World, 'upkeep' | 'log'>): void {
  const giveBack = async (): Promise<void> => {
    if (BrowserWindow.getAllWindows().length > 0) return;
    collect ??= collector();
    collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
    await upkeep.rest();
  };
  setTimeout(() => void giveBack().catch((error: unknown) => log.error('memory.rest', error)), AFTER_MS);
}

function collector(): CollectGarbage {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as CollectGarbage;
}
