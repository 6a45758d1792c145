// Where the build scripts find and put things. All of it lies inside the checkout.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const MODULES = join(PROJECT, 'node_modules');
export const CACHE = join(PROJECT, '.cache');
export const DIST = join(PROJECT, 'dist');
export const RELEASE = join(PROJECT, 'release');
/** The stand-in Electron for machines that cannot fetch the real one (docs/decisions/0001). */
export const SPARE_ELECTRON = join(CACHE, 'electron-runtime');
