// Our program as a person starts it: from the tray's side (a plain process), with a window (Playwright), or packaged.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { _electron } from 'playwright';
import { electronExecutable } from '../../build/scripts/runtime/electron-of-package.ts';
import { electronSwitches } from '../../build/scripts/runtime/electron-switches.ts';
import { ownHome } from './own-home.ts';
import { end } from './processes.ts';
import { until } from './wait.ts';

export const PROJECT = resolve(import.meta.dirname, '..', '..');

const HOLD = join(import.meta.dirname, 'hold-until-watched.cjs');

export interface Start {
  /** The data folder. */
  readonly home: string;
  /** What surrounds it: `desk.env`. */
  readonly env: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

/** The app as a process; stories about the tray need nothing more. */
export interface RunningApp {
  readonly child: ChildProcess;
  /** Everything it wrote to its terminal. */
  output(): string;
  /** The exit code, when it has ended. */
  ended(): Promise<number | null>;
  /** Ends it as a log-out does. */
  stop(): Promise<void>;
  /** Ends it as a power cut does, with everything it started. */
  kill(): Promise<void>;
}

/** Starts the tray app out of the checkout, hidden unless told otherwise. */
export function startApp(start: Start): RunningApp {
  return run(electron(), [...electronSwitches(), PROJECT, ...wordsOf(start)], start);
}

/** Starts a packaged app. @param executable absolute path of its program. */
export function startPackagedApp(executable: string, start: Start): RunningApp {
  return run(executable, [...electronSwitches(), ...wordsOf(start)], start);
}

/** The app under Playwright, with its window. */
export interface WindowApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  close(): Promise<void>;
}

/** Starts the app and waits for its window. */
export async function startWindow(start: Start): Promise<WindowApp> {
  const app = await _electron.launch({
    executablePath: electron(),
    args: ['-r', HOLD, ...electronSwitches(), PROJECT, ...wordsOf({ args: [], ...start })],
    env: environment(start),
    timeout: 30_000,
  });
  const page = await app.firstWindow();
  return { app, page, close: () => app.close() };
}

function run(executable: string, args: readonly string[], start: Start): RunningApp {
  // A process group of its own, so that a power cut reaches renderers and helpers too.
  const child = spawn(executable, [...args], {
    env: environment(start),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const gone = once(child, 'exit');
  return {
    child,
    output: () => output,
    ended: async () => ((await gone) as [number | null])[0],
    stop: () => end(child, 'SIGTERM'),
    async kill() {
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
      process.kill(-child.pid, 'SIGKILL');
      await gone;
      await until('its helpers to be gone', () => !groupLives(child.pid ?? 0));
    },
  };
}

function groupLives(group: number): boolean {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}

const wordsOf = ({ home, args }: Pick<Start, 'home' | 'args'>): string[] => [
  ...['--home', home],
  ...(args ?? ['--hidden']),
];

function electron(): string {
  const executable = electronExecutable();
  if (executable === null)
    throw new Error('There is no Electron to run the journeys on. Run "npm run e2e:setup" first.');
  return executable;
}

/** The story's own surroundings come last; nothing of the person who runs the tests shines through. */
function environment({ home, env }: Start): Record<string, string> {
  const own = Object.entries(process.env).filter(
    (pair): pair is [string, string] =>
      pair[1] !== undefined && !/^(STINT_|XDG_|NODE_OPTIONS|PLAYWRIGHT_)/.test(pair[0]),
  );
  return {
    ...Object.fromEntries(own),
    LANG: 'en_GB.UTF-8',
    TZ: 'Europe/Berlin',
    ...ownHome(home),
    XDG_CONFIG_HOME: join(home, 'config'),
    ...env,
  };
}

/** Where `npm run pack` leaves the unpacked program on this system. */
export const PACKAGED = join(PROJECT, 'release', 'linux-unpacked', 'stint-app');
