import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import type { World } from '#shared/ports/world.ts';
import { programFolder } from '../host/program.ts';
import { setApplicationMenu } from './app-menu.ts';
import type { IpcDoor } from './ipc-door.ts';
import { guardPage } from './page-guard.ts';
import { NAVIGATE } from './page-messages.ts';
import { addressOf, servePage } from './page-source.ts';
import { loadSettingsStore } from './settings-store.ts';
import type { Place } from './window-memory.ts';
import { openShellMemory } from './window-memory.ts';

/** Look "Frame": works from 900 × 600. */
const SMALLEST = { width: 900, height: 600 };
const FIRST = { width: 1180, height: 780 };
/** A page that dies this often within the time is not opened again by itself. */
const REOPENINGS = 3;
const WITHIN_MS = 60_000;

/** The one window. It does not exist while nobody looks: closing destroys it and frees its memory. */
export interface Windows {
  /** Opens the window at a page, or brings it to the front and goes there; `?log=1` stays on the page that is shown. */
  show(to: string): void;
  /** Closes the window when it is in front, else brings it there, on the page it shows. */
  toggle(): void;
  close(): void;
}

/** @param onClosed told when the person closed it, and when it will not come back after it died. */
export function openWindows(
  home: string,
  door: IpcDoor,
  world: Pick<World, 'log' | 'settings'>,
  onClosed: () => void = () => undefined,
): Windows {
  const { log, settings } = world;
  const memory = openShellMemory(home);
  void loadSettingsStore().catch((error: unknown) => log.error('settings.store', error));
  let window: BrowserWindow | null = null;
  let shownAt = '/today';
  const deaths: number[] = [];

  const open = (to: string): BrowserWindow => {
    servePage();
    setApplicationMenu();
    const place = memory.place();
    const created = new BrowserWindow({
      ...onScreen(place),
      minWidth: SMALLEST.width,
      minHeight: SMALLEST.height,
      title: 'Stint',
      show: false,
      autoHideMenuBar: true,
      backgroundColor: groundColour(settings.get()['app.theme']),
      ...(process.platform === 'linux'
        ? { icon: join(programFolder(), 'build', 'icons', '128x128.png') }
        : {}),
      webPreferences: {
        preload: join(programFolder(), 'dist', 'preload', 'preload.cjs'),
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        navigateOnDragDrop: false,
        // What draws the first page is kept compiled as a whole: each window is a new process that would begin anew.
        v8CacheOptions: 'bypassHeatCheckAndEagerCompile',
        devTools: !app.isPackaged,
      },
    });
    const { webContents } = created;
    guardPage(webContents);
    door.admit(webContents);
    created.once('ready-to-show', () => {
      if (place?.maximized) created.maximize();
      created.show();
    });
    created.on('close', () => {
      memory.keep(placeOf(created));
      // From here on it shows nothing more, though its page takes a while to end: who asks now gets a new one.
      if (window === created) window = null;
    });
    created.on('closed', () => {
      // `destroy()` says no `close` before.
      if (window === created) window = null;
      // One that died is opened again at once, if at all.
      if (window === null) setImmediate(() => window === null && onClosed());
      if (window === null) void app.dock?.hide();
    });
    webContents.on(
      'did-navigate-in-page',
      (_event, url) => (shownAt = new URL(url).hash.slice(1) || '/today'),
    );
    webContents.on('render-process-gone', (_event, { reason }) => {
      log.warn('window.gone', { reason });
      if (reason === 'clean-exit' || created.isDestroyed()) return;
      const wasClosing = window !== created;
      created.destroy();
      if (!wasClosing && mayReopen(deaths)) window = open(withoutQuery(shownAt));
    });
    void app.dock?.show();
    shownAt = to;
    created.loadURL(addressOf(to)).catch((error: unknown) => {
      // Closed before it had loaded: nobody misses it.
      if (!created.isDestroyed()) log.error('window.load', error);
    });
    return created;
  };

  return {
    show(to) {
      if (window === null) {
        window = open(to.startsWith('?') ? `/today${to}` : to);
        return;
      }
      bringToFront(window);
      window.webContents.send(NAVIGATE, to);
    },
    toggle() {
      if (window === null) window = open('/today');
      else if (window.isVisible() && window.isFocused()) window.close();
      else bringToFront(window);
    },
    close: () => window?.destroy(),
  };
}

function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** What is seen before the page is: its own ground (`--canvas` of renderer/styles/tokens.css). */
function groundColour(theme: 'system' | 'light' | 'dark'): string {
  const isDark = theme === 'system' ? nativeTheme.shouldUseDarkColors : theme === 'dark';
  return isDark ? '#131317' : '#f4f4f6';
}

/** Data is with the host, so a page that died is simply opened again; but not for ever. */
function mayReopen(deaths: number[]): boolean {
  const now = performance.now();
  deaths.push(now);
  return deaths.filter((at) => now - at < WITHIN_MS).length <= REOPENINGS;
}

/** `/today?log=1` asked for something once; it is not asked for again. */
const withoutQuery = (to: string): string => to.split('?', 1)[0] ?? '/today';

/** The remembered place, moved and shrunk so that it lies on a screen that exists now. */
function onScreen(place: Place | null): { width: number; height: number; x?: number; y?: number } {
  if (place === null || place.x === undefined || place.y === undefined) return { ...FIRST, ...sizeOf(place) };
  const { workArea } = screen.getDisplayMatching({ ...sizeOf(place), x: place.x, y: place.y });
  const width = Math.min(place.width, workArea.width);
  const height = Math.min(place.height, workArea.height);
  const within = (at: number, from: number, room: number): number =>
    Math.max(from, Math.min(at, from + room));
  return {
    width,
    height,
    x: within(place.x, workArea.x, workArea.width - width),
    y: within(place.y, workArea.y, workArea.height - height),
  };
}

const sizeOf = (place: Place | null): { width: number; height: number } =>
  place === null ? FIRST : { width: place.width, height: place.height };

function placeOf(window: BrowserWindow): Place {
  return { ...window.getNormalBounds(), maximized: window.isMaximized() };
}
