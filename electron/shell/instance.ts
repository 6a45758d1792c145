import { join } from 'node:path';
import { app } from 'electron';
import type { StartOptions } from './start-options.ts';

/** Puts everything Electron keeps into the data folder; what Chromium caches into a folder of its own there. */
export function useDataFolder(home: string): void {
  app.setPath('userData', home);
  app.setPath('sessionData', join(home, 'chromium'));
  app.setPath('crashDumps', join(home, 'chromium', 'crashes'));
}

let onSecond: (() => void) | null = null;
let askedEarly = false;

/**
 * One desktop app a data folder. @returns false in a second one, after the first was told to come to the front;
 * a hidden start (login item) asks for nothing.
 */
export function becomeOnlyInstance(options: StartOptions): boolean {
  const isFirst = app.requestSingleInstanceLock({ hidden: options.hidden });
  if (!isFirst) return false;
  app.on('second-instance', (_event, _argv, _folder, said) => {
    if (isHidden(said)) return;
    if (onSecond === null) askedEarly = true;
    else onSecond();
  });
  return true;
}

/** What to do when Stint is started again; also for a start that came while this one was still opening its data. */
export function whenStartedAgain(listener: () => void): void {
  onSecond = listener;
  if (!askedEarly) return;
  askedEarly = false;
  listener();
}

const isHidden = (said: unknown): boolean =>
  typeof said === 'object' && said !== null && 'hidden' in said && said.hidden === true;
