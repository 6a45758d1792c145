// The least desktop a tray app needs: an X display, a session bus, and a panel that tray icons register with.
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import dbus from 'dbus-next';

/** A desktop of its own, so that nothing else on the machine is touched. */
export interface Desktop {
  /** What a program needs in its environment to appear on it. */
  readonly env: NodeJS.ProcessEnv;
  /** Settles when the next tray icon registers. */
  nextIcon(): Promise<void>;
  close(): void;
}

const { Interface } = dbus.interface;

class Panel extends Interface {
  onIcon: () => void = () => undefined;
  constructor() {
    super('org.kde.StatusNotifierWatcher');
  }
  RegisterStatusNotifierItem(_service: string): void {
    this.onIcon();
  }
  RegisterStatusNotifierHost(_service: string): void {
    // This panel is its own host.
  }
  get RegisteredStatusNotifierItems(): string[] {
    return [];
  }
  get IsStatusNotifierHostRegistered(): boolean {
    return true;
  }
  get ProtocolVersion(): number {
    return 0;
  }
}
Panel.configureMembers({
  methods: {
    RegisterStatusNotifierItem: { inSignature: 's' },
    RegisterStatusNotifierHost: { inSignature: 's' },
  },
  properties: {
    RegisteredStatusNotifierItems: { signature: 'as', access: dbus.interface.ACCESS_READ },
    IsStatusNotifierHostRegistered: { signature: 'b', access: dbus.interface.ACCESS_READ },
    ProtocolVersion: { signature: 'i', access: dbus.interface.ACCESS_READ },
  },
});

/** Starts the desktop. @throws when Xvfb or dbus-daemon is not installed. */
export async function openDesktop(): Promise<Desktop> {
  const display = spawn(
    'Xvfb',
    ['-displayfd', '1', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'],
    piped,
  );
  const daemon = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], piped);
  const [number, address] = await Promise.all([firstLine(display, 'Xvfb'), firstLine(daemon, 'dbus-daemon')]);
  const bus = dbus.sessionBus({ busAddress: address });
  const panel = new Panel();
  bus.export('/StatusNotifierWatcher', panel);
  await bus.requestName('org.kde.StatusNotifierWatcher', 0);
  return {
    env: {
      ...process.env,
      DISPLAY: `:${number}`,
      DBUS_SESSION_BUS_ADDRESS: address,
      XDG_SESSION_TYPE: 'x11',
      WAYLAND_DISPLAY: '',
    },
    nextIcon: () =>
      new Promise((done) => {
        panel.onIcon = done;
      }),
    close: () => {
      bus.disconnect();
      daemon.kill();
      display.kill();
    },
  };
}

const piped = { stdio: ['ignore', 'pipe', 'ignore'] as ['ignore', 'pipe', 'ignore'] };

function firstLine(child: ChildProcess, name: string): Promise<string> {
  return new Promise((done, fail) => {
    child.on('error', () => fail(new Error(`${name} could not be started. Is it installed?`)));
    child.on('exit', () => fail(new Error(`${name} ended before it was ready.`)));
    if (child.stdout !== null) createInterface({ input: child.stdout }).once('line', done);
  });
}
