import type { Host } from '../host/host.ts';
import type { IpcDoor } from './ipc-door.ts';
import type { Widget } from './widget.ts';
import type { Windows } from './windows.ts';

/** The window as the rest of the shell sees it. */
export interface WindowOnDemand {
  /** Opens the window at a page, or brings it to the front there; `?log=1` asks it of the page that is shown. */
  show(to: string): void;
  /** Hides the window when it is in front, else brings it there. */
  toggle(): void;
  /** Shows the small window above all others, or takes it away, as the setting `app.widget` says from now on. */
  followWidget(): void;
  /** Closes it and its door for good. */
  close(): Promise<void>;
}

interface Opened {
  readonly windows: Windows;
  readonly door: IpcDoor;
}

/** The window and its door are loaded when somebody first wants to look; the tray alone does not pay for them. */
export function openWindowOnDemand(host: Host, onClosed?: () => void): WindowOnDemand {
  let opening: Promise<Opened> | null = null;
  const open = async (): Promise<Opened> => {
    const [router, { openIpcDoor }, { openWindows }] = await Promise.all([
      host.router(),
      import('./ipc-door.ts'),
      import('./windows.ts'),
    ]);
    const door = openIpcDoor(router, host.world.log, host.signOfLife);
    return { windows: openWindows(host.home, door, host.world, onClosed), door };
  };
  let widget: Widget | null = null;
  let stopFollowing = (): void => undefined;
  const wanted = (): boolean => host.world.settings.get()['app.widget'];
  const fitWidget = async (): Promise<void> => {
    if (widget === null && !wanted()) return;
    const [{ door }, { openWidget }] = await Promise.all([(opening ??= open()), import('./widget.ts')]);
    widget ??= openWidget(host.home, door, host.world.log, () => {
      // Closed by the means of the desktop: so it is not wanted any more.
      void host.perform(['setting', 'set'], { key: 'app.widget', value: false });
    });
    if (wanted()) widget.show();
    else widget.close();
  };
  const ask = (what: (windows: Windows) => void): void => {
    opening ??= open();
    opening.then(
      ({ windows }) => what(windows),
      (error: unknown) => host.world.log.error('window.open', error),
    );
  };
  return {
    show: (to) => ask((windows) => windows.show(to)),
    toggle: () => ask((windows) => windows.toggle()),
    followWidget() {
      const follow = (): void =>
        void fitWidget().catch((error: unknown) => host.world.log.error('widget.open', error));
      stopFollowing = host.world.events.subscribe((event) => {
        if (event.kind === 'settings') follow();
      });
      follow();
    },
    async close() {
      stopFollowing();
      const opened = await opening?.catch(() => null);
      widget?.close();
      opened?.windows.close();
      opened?.door.close();
    },
  };
}
