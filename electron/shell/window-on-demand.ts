import type { Host } from '../host/host.ts';
import type { IpcDoor } from './ipc-door.ts';
import type { Windows } from './windows.ts';

/** The window as the rest of the shell sees it. */
export interface WindowOnDemand {
  /** Opens the window at a page, or brings it to the front there; `?log=1` asks it of the page that is shown. */
  show(to: string): void;
  /** Hides the window when it is in front, else brings it there. */
  toggle(): void;
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
    async close() {
      const opened = await opening?.catch(() => null);
      opened?.windows.close();
      opened?.door.close();
    },
  };
}
