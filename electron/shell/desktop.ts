import { setTimeout as pause } from 'node:timers/promises';
import { app, powerMonitor } from 'electron';
import type { World } from '#shared/ports/world.ts';
import type { Host } from '../host/host.ts';
import { openHost } from '../host/host.ts';
import type { GlobalShortcuts } from './global-shortcuts.ts';
import { openGlobalShortcuts } from './global-shortcuts.ts';
import { whenStartedAgain } from './instance.ts';
import { openInBrowser } from './open-in-browser.ts';
import { openPowerSensor } from './power-sensor.ts';
import { remindOf } from './notifications.ts';
import { giveBackMemory } from './give-back.ts';
import { flushOnQuit } from './quit.ts';
import { firstTrayView } from './read-tray-view.ts';
import { desktopKeychain } from './safe-storage.ts';
import { desktopSettingsFile } from './settings-store.ts';
import type { StartOptions } from './start-options.ts';
import { tellAfterStart } from './start-notices.ts';
import { hostWordsIn } from './host-words.ts';
import { notify } from './notifications.ts';
import { performTrayAction } from './tray-action.ts';
import type { TrayAction } from './tray-menu.ts';
import { trayHostExists } from './tray-host.ts';
import { openTray } from './tray.ts';
import { languageOf, wordsIn } from './tray-words.ts';
import type { Language } from './tray-words.ts';
import { followForTray } from './tray-updates.ts';
import type { WindowOnDemand } from './window-on-demand.ts';
import { openWindowOnDemand } from './window-on-demand.ts';

/** A panel takes an icon in after a few messages to and fro; loading all the rest at once would hold them up. */
const PANEL_FIRST_MS = 150;

/**
 * Brings the desktop app up and leaves it running in the tray.
 * @throws Problem `conflict` when a host without a desktop holds the data folder, `failed` when it cannot be used.
 */
export async function openDesktop(home: string, options: StartOptions): Promise<void> {
  await app.whenReady();
  const startedAt = Date.now();
  const shortcuts = openGlobalShortcuts();
  const host = await openHost({
    home,
    kind: 'desktop',
    sensor: openPowerSensor(),
    settingsFile: desktopSettingsFile,
    keychain: desktopKeychain(),
    browse: openInBrowser,
    startDemo: async (opener) => (await import('./demo-window.ts')).openDemoWindow(opener),
    globalKeys: shortcuts,
    paper: { print: async (page) => (await import('./paper-printer.ts')).printPage(page) },
  });

  const { world } = host;
  const language = (): Language => languageOf(world.settings.get()['app.language'], app.getLocale());
  const windows = openWindowOnDemand(host, () => giveBackMemory(world));
  const first = await firstTrayView(world);
  const perform = (action: TrayAction): void => performTrayAction(action, host, windows, language());
  const tray = openTray(first, language(), perform);
  const updates = followForTray(world, first, (view) => tray.show(view, language()));
  app.on('window-all-closed', () => undefined); // the tray stays
  app.on('activate', () => windows.show('/today')); // macOS: the icon in the dock
  whenStartedAgain(() => windows.show('/today'));
  const isEnding = flushOnQuit(() => {
    shortcuts.stop();
    return closeAll(host, updates.stop);
  });

  if (options.hidden) await pause(PANEL_FIRST_MS);
  else windows.show('/today');
  updates.refresh();
  const hasTray = await trayHostExists(process.platform, process.env);
  if (options.hidden && !hasTray) windows.show('/today');
  await tellAfterStart({ host, windows, language: language(), startedAt, hasTray });
  followKeys(shortcuts, { world, windows, perform, language });
  powerMonitor.on('resume', updates.refresh);
  powerMonitor.on('shutdown', () => app.quit());
  if (isEnding()) return;
  await host.startServing({
    tell: (prompts) =>
      void import('./prompt-notices.ts').then(({ promptNotice }) => {
        const notice = promptNotice(prompts, language());
        if (notice !== null) remindOf(notice, windows.show);
      }),
  });
  windows.followWidget();
  void import('./login-item.ts').then((room) => room.followLoginItem(world, home));
}

interface Desk {
  readonly world: World;
  readonly windows: WindowOnDemand;
  readonly perform: (action: TrayAction) => void;
  readonly language: () => Language;
}

/** Keys from any program do what a click in the tray does. */
function followKeys(shortcuts: GlobalShortcuts, { world, windows, perform, language }: Desk): void {
  shortcuts.follow(
    world,
    {
      toggle: () => perform({ do: 'toggle' }),
      quickAdd: () => perform({ do: 'open', to: '?log=1' }),
      window: windows.toggle,
    },
    (setting, remedy) =>
      void hostWordsIn(language()).then((tell) =>
        notify(
          { title: wordsIn(language()).refusedTitle, body: tell(remedy), to: `/settings?find=${setting}` },
          windows.show,
        ),
      ),
  );
}

async function closeAll(host: Host, stopTray: () => void): Promise<void> {
  stopTray();
  await host.close();
}
