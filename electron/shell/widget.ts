import { join } from 'node:path';
import { app, BrowserWindow, screen } from 'electron';
import type { World } from '#shared/ports/world.ts';
import { programFolder } from '../host/program.ts';
import type { IpcDoor } from './ipc-door.ts';
import { guardPage } from './page-guard.ts';
import { addressOf, servePage } from './page-source.ts';
import type { Place } from './window-memory.ts';
import { openShellMemory } from './window-memory.ts';

const SIZE = { width: 336, height: 40 };
/** From the edges of the screen, the first time. */
const MARGIN = 24;
/** Where it stands is written down when it has come to rest. */
const REST_MS = 400;
/** Its page died so often: it is not opened again by itself. */
const REOPENINGS = 2;

/** The small window above all others (setting `app.widget`). It does not exist while it is not wanted. */
export interface Widget {
  show(): void;
  close(): void;
}

/** @param onClosed told when the person closed it by the means of their desktop. */
export function openWidget(home: string, door: IpcDoor, log: World['log'], onClosed: () => void): Widget {
  const memory = openShellMemory(home);
  let window: BrowserWindow | null = null;
  let deaths = 0;
  // All windows close with the program: that is no wish about this one.
  let isQuitting = false;
  app.once('before-quit', () => (isQuitting = true));

  const open = (): BrowserWindow => {
    servePage();
    const created = new BrowserWindow({
      ...SIZE,
      ...cornerOf(memory.place('widget')),
      title: 'Stint: what runs',
      show: false,
      frame: false,
      alwaysOnTop: true,
      resizable: false,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      webPreferences: {
        preload: join(programFolder(), 'dist', 'preload', 'preload.cjs'),
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        navigateOnDragDrop: false,
        devTools: false,
      },
    });
    const { webContents } = created;
    guardPage(webContents);
    door.admit(webContents);
    created.setAlwaysOnTop(true, 'floating');
    created.setVisibleOnAllWorkspaces(true);
    // Its title tells it from the big window, whatever the page calls itself.
    created.on('page-title-updated', (event) => event.preventDefault());
    // Whoever works elsewhere keeps the focus.
    created.once('ready-to-show', () => created.showInactive());
    let resting: NodeJS.Timeout | undefined;
    created.on('move', () => {
      clearTimeout(resting);
      resting = setTimeout(() => {
        if (!created.isDestroyed()) memory.keep({ ...created.getBounds(), maximized: false }, 'widget');
      }, REST_MS);
    });
    created.on('close', () => {
      clearTimeout(resting);
      memory.keep({ ...created.getBounds(), maximized: false }, 'widget');
    });
    created.on('closed', () => {
      clearTimeout(resting);
      if (window !== created) return;
      window = null;
      if (!isQuitting) onClosed();
    });
    webContents.on('render-process-gone', (_event, { reason }) => {
      log.warn('widget.gone', { reason });
      if (reason === 'clean-exit' || window !== created) return;
      window = null;
      created.destroy();
      if ((deaths += 1) <= REOPENINGS) window = open();
    });
    created.loadURL(addressOf('/widget')).catch((error: unknown) => {
      if (!created.isDestroyed()) log.error('widget.load', error);
    });
    return created;
  };

  return {
    show() {
      window ??= open();
    },
    close() {
      const closing = window;
      // Its end is no wish of the person's then.
      window = null;
      closing?.close();
    },
  };
}

/** The corner it had, on a screen that exists now; the first time at the right of the screen, above its lower edge. */
function cornerOf(place: Place | null): { x: number; y: number } {
  const known = place?.x !== undefined && place.y !== undefined ? { x: place.x, y: place.y } : null;
  const { workArea } =
    known === null ? screen.getPrimaryDisplay() : screen.getDisplayMatching({ ...SIZE, ...known });
  const right = workArea.x + workArea.width - SIZE.width;
  const bottom = workArea.y + workArea.height - SIZE.height;
  if (known === null) return { x: right - MARGIN, y: bottom - MARGIN };
  return {
    x: Math.max(workArea.x, Math.min(known.x, right)),
    y: Math.max(workArea.y, Math.min(known.y, bottom)),
  };
}
