import ElectronStore from 'electron-store';
import { dirname } from 'node:path';
import type { KeyValueFile } from '../adapters/settings-key-value-file.ts';

/** Loaded with the first window only: electron-store takes longer to load than the tray does. */

export interface Place {
  readonly width: number;
  readonly height: number;
  readonly x?: number;
  readonly y?: number;
  readonly maximized: boolean;
}

/** The big window, or the small one above all others. */
type Which = 'place' | 'widget';

/** Things that are said once. */
type Saying = 'no-tray';

/** What the shell remembers between starts, in `window.json` of the data folder. */
export interface ShellMemory {
  /** Where the window stood; null before the first time. */
  place(of?: Which): Place | null;
  keep(place: Place, of?: Which): void;
  wasTold(saying: Saying): boolean;
  remember(saying: Saying): void;
}

export function openShellMemory(home: string): ShellMemory {
  // What is lost with a broken file is the size of a window: it may be cleared without a word.
  const store = new ElectronStore<Record<string, unknown>>({
    cwd: home,
    name: 'window',
    clearInvalidConfig: true,
  });
  return {
    place: (of = 'place') => readPlace(store.get(of)),
    keep: (place, of = 'place') => store.set(of, place),
    wasTold: (saying) => store.get(`told-${saying}`) === true,
    remember: (saying) => store.set(`told-${saying}`, true),
  };
}

/** A file that somebody edited may hold anything. */
export function readPlace(value: unknown): Place | null {
  if (typeof value !== 'object' || value === null) return null;
  const number = (key: string): number | undefined => {
    const found: unknown = Reflect.get(value, key);
    return typeof found === 'number' && Number.isFinite(found) ? Math.round(found) : undefined;
  };
  const [width, height] = [number('width'), number('height')];
  if (width === undefined || height === undefined) return null;
  return {
    width,
    height,
    x: number('x'),
    y: number('y'),
    maximized: Reflect.get(value, 'maximized') === true,
  };
}

/** The settings file as electron-store writes it (adapters/settings-key-value-file.ts has the reasons for the options). */
export function openSettingsStore(path: string): KeyValueFile {
  const store = new ElectronStore<Record<string, unknown>>({
    cwd: dirname(path),
    name: 'config',
    accessPropertiesByDotNotation: false,
    clearInvalidConfig: false,
    configFileMode: 0o600,
  });
  return { all: () => store.store, set: (key, value) => store.set(key, value) };
}
