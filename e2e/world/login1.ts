// Suspend, resume and shutdown, as systemd's login manager announces them.
import { join } from 'node:path';
import { startCompanion } from './processes.ts';
import { until } from './wait.ts';

export interface LoginManager {
  /** The machine is about to sleep, or woke up, or shuts down. */
  announce(event: 'sleep' | 'wake' | 'shutdown'): void;
  /** Waits until the app holds its lock, so that it will hear of the next event. */
  appListens(): Promise<void>;
  close(): Promise<void>;
}

/** @param address of the bus that stands for the system's. */
export async function openLoginManager(address: string): Promise<LoginManager> {
  const env = { ...process.env, DBUS_SYSTEM_BUS_ADDRESS: address };
  const server = await startCompanion('/usr/bin/python3', [join(import.meta.dirname, 'login1.py')], env);
  return {
    announce: (event) => void server.child.stdin?.write(`${event}\n`),
    appListens: async () =>
      void (await until('the app to take its sleep lock', () =>
        server.lines.some((line) => line.startsWith('taken')),
      )),
    close: () => server.end(),
  };
}
