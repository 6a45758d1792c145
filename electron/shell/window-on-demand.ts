import type { Host } from '../host/host.ts';

/** The window as the rest of the shell sees it. */
export interface WindowOnDemand {
  /** Opens the window at a page such as `/today?log=1`, or brings it to the front there. */
  show(to: string): void;
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
  return {
    show(to) {
      opening ??= open();
      opening.then(
        (windows) => windows.show(to),
        (error: unknown) => host.world.log.error('window.open', error),
      );
    },
  };
}
