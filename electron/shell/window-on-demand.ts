import type { Host } from '../host/host.ts';

/** The window as the rest of the shell sees it. */
export interface WindowOnDemand {
  /** Opens the window at a page, or brings it to the front there; `?log=1` asks it of the page that is shown. */
  show(to: string): void;
  /** Hides the window when it is in front, else brings it there. */
  toggle(): void;
}

/** The window and its door are loaded when somebody first wants to look; the tray alone does not pay for them. */
export function openWindowOnDemand(host: Host): WindowOnDemand {
  let opening: Promise<WindowOnDemand> | null = null;
  const open = async (): Promise<WindowOnDemand> => {
    const [router, { openIpcDoor }, { openWindows }] = await Promise.all([
      host.router(),
      import('./ipc-door.ts'),
      import('./windows.ts'),
    ]);
    const door = openIpcDoor(router, host.world.log, host.signOfLife);
    return openWindows(host.home, door, host.world);
  };
  const ask = (what: (windows: WindowOnDemand) => void): void => {
    opening ??= open();
    opening.then(what, (error: unknown) => host.world.log.error('window.open', error));
  };
  return {
    show: (to) => ask((windows) => windows.show(to)),
    toggle: () => ask((windows) => windows.toggle()),
  };
}
