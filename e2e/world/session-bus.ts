// Private D-Bus daemons: the story's session bus, and one that stands for the system bus.
import { startCompanion } from './processes.ts';

export interface Bus {
  readonly address: string;
  close(): Promise<void>;
}

/** Starts a bus that nobody else knows; any service may be put on it. */
export async function openBus(): Promise<Bus> {
  const daemon = await startCompanion('dbus-daemon', [
    '--session',
    '--nofork',
    '--nopidfile',
    '--print-address=1',
  ]);
  return { address: daemon.firstLine.trim(), close: () => daemon.end() };
}
