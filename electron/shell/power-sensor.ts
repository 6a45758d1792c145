import { app, powerMonitor } from 'electron';
import type { PresenceSensor } from '#shared/ports/world.ts';
import { chooseIdleBackend, idleReader } from './idle-backend.ts';

type PowerEvent = Parameters<Parameters<PresenceSensor['onPower']>[0]>[0];
type Heard =
  | 'suspend'
  | 'resume'
  | 'lock-screen'
  | 'unlock-screen'
  | 'shutdown'
  | 'user-did-resign-active'
  | 'user-did-become-active';

/** What the system calls it, and what it means here. Switching to another user is like locking. */
const MEANING: readonly (readonly [Heard, PowerEvent])[] = [
  ['suspend', 'suspend'],
  ['resume', 'resume'],
  ['lock-screen', 'lock'],
  ['unlock-screen', 'unlock'],
  ['user-did-resign-active', 'lock'],
  ['user-did-become-active', 'unlock'],
  ['shutdown', 'shutdown'],
];

/**
 * Presence as Electron's power monitor tells it. Call after the app is ready.
 * Lock and unlock do not fire on Linux; a locked screen shows as idle there.
 */
export function openPowerSensor(): PresenceSensor {
  const backend = chooseIdleBackend(
    process.platform,
    process.env,
    app.commandLine.getSwitchValue('ozone-platform'),
  );
  const idle = idleReader(backend, () => powerMonitor.getSystemIdleTime());
  let locked = false;
  const listeners = new Set<(event: PowerEvent) => void>();
  const hear = once(() => {
    for (const [heard, event] of MEANING) {
      listen(heard, () => {
        if (event === 'lock') locked = true;
        // A machine that wakes up asks for the password first where it does at all; the unlock follows then.
        if (event === 'unlock') locked = false;
        for (const listener of listeners) listener(event);
      });
    }
  });
  return {
    backend: `electron/${backend.name}`,
    sample: () => ({ idleMs: idle(), locked }),
    onPower: (listener) => {
      // Listening reaches out to the system's bus; the tray stands without.
      hear();
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}

/** The monitor's overloads name one event each; ours come from a table. */
function listen(event: Heard, listener: () => void): void {
  const monitor: NodeJS.EventEmitter = powerMonitor;
  monitor.on(event, listener);
}
