// The keyring of a GNOME desktop, unlocked, on a story's session bus: where Electron keeps the key that encrypts tokens.
import { spawn, spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import dbus from 'dbus-next';
import { end } from './processes.ts';
import { until } from './wait.ts';

const DAEMON = 'gnome-keyring-daemon';

/**
 * Why a story that needs a keyring cannot be told here; null: it can. Where the Electron journeys are asked for
 * (`STINT_E2E=1`), a missing one is a failure and no reason to pass over what the story proves.
 */
export function noKeyring(): string | null {
  if (process.env['STINT_E2E'] === '1' || spawnSync(DAEMON, ['--version']).status === 0) return null;
  return 'gnome-keyring is not installed';
}

/** @param folder of its own, for what it keeps. @returns how to end it. */
export async function openKeyring(busAddress: string, folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const daemon = spawn(DAEMON, ['--foreground', '--unlock', '--components=secrets'], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: {
      ...process.env,
      DBUS_SESSION_BUS_ADDRESS: busAddress,
      HOME: folder,
      XDG_DATA_HOME: join(folder, 'data'),
      XDG_RUNTIME_DIR: folder,
    },
  });
  daemon.stdin.end('password of the log-in\n');
  const bus = dbus.sessionBus({ busAddress });
  try {
    const names = await bus.getProxyObject('org.freedesktop.DBus', '/org/freedesktop/DBus');
    const asked = names.getInterface('org.freedesktop.DBus') as dbus.ClientInterface & {
      NameHasOwner(name: string): Promise<boolean>;
    };
    await until('the keyring', () => asked.NameHasOwner('org.freedesktop.secrets'));
  } finally {
    bus.disconnect();
  }
  return () => end(daemon, 'SIGTERM');
}
