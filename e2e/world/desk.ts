// Everything around the app on a desktop: display, session bus, panel, notifications, and on wish a login manager.
import { openBus } from './session-bus.ts';
import type { Panel } from './desktop-panel.ts';
import { openPanel } from './desktop-panel.ts';
import type { Display } from './display.ts';
import { openDisplay } from './display.ts';
import type { LoginManager } from './login1.ts';
import { openLoginManager } from './login1.ts';
import type { NotificationServer } from './notification-server.ts';
import { openNotificationServer } from './notification-server.ts';

export interface DeskWishes {
  /** Default true; without one the desktop shows no tray. */
  readonly panel?: boolean;
  /** Default false: no login manager, so no suspend. */
  readonly login?: boolean;
}

export interface Desk {
  readonly display: Display;
  readonly panel: Panel;
  readonly notifications: NotificationServer;
  readonly login: LoginManager;
  /** What a program needs to appear on this desk, and on no other. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Sets up a desk; what was not wished for throws when it is used. */
export async function openDesk(wishes: DeskWishes = {}): Promise<Desk> {
  const [display, session, system] = await Promise.all([openDisplay(), openBus(), openBus()]);
  const notifications = await openNotificationServer(session.address);
  const panel = wishes.panel === false ? null : await openPanel(session.address);
  const login = wishes.login ? await openLoginManager(system.address) : null;
  return {
    display,
    notifications,
    get panel() {
      return there(panel, 'panel');
    },
    get login() {
      return there(login, 'login manager');
    },
    env: {
      DISPLAY: display.name,
      DBUS_SESSION_BUS_ADDRESS: session.address,
      DBUS_SYSTEM_BUS_ADDRESS: system.address,
      XDG_SESSION_TYPE: 'x11',
      WAYLAND_DISPLAY: '',
      XDG_CURRENT_DESKTOP: '',
    },
    async close() {
      panel?.close();
      notifications.close();
      await login?.close();
      await Promise.all([display.close(), session.close(), system.close()]);
    },
  };
}

function there<T>(thing: T | null, name: string): T {
  if (thing === null) throw new Error(`this desk was set up without a ${name}`);
  return thing;
}
