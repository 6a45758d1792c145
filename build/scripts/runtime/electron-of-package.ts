// The ordinary Electron: the binary that the npm package `electron` downloads.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demand } from '../command.ts';
import { MODULES } from '../folders.ts';
import { spareElectron } from './electron-folder.ts';

const PACKAGE = join(MODULES, 'electron');

/** The executable that the npm package has downloaded, or null when it has not (yet). */
export function electronOfPackage(): string | null {
  try {
    const executable = join(PACKAGE, 'dist', readFileSync(join(PACKAGE, 'path.txt'), 'utf8').trim());
    return existsSync(executable) ? executable : null;
  } catch {
    return null;
  }
}

/** The Electron to start on this machine: the ordinary one, else the stand-in, else null. */
export function electronExecutable(): string | null {
  return electronOfPackage() ?? spareElectron();
}

/** Lets the package download its binary. False where the download cannot be reached; gives up after `seconds`. */
export async function fetchElectron(say: (line: string) => void, seconds = 300): Promise<boolean> {
  if (electronOfPackage() !== null) return true;
  if (!(await downloadAnswers())) return false;
  say('Fetching Electron (about 110 MB) …');
  const install = demand('node', [join(PACKAGE, 'install.js')]).then(
    () => true,
    () => false,
  );
  const tooLong = new Promise<boolean>((done) => setTimeout(done, seconds * 1000, false).unref());
  return (await Promise.race([install, tooLong])) && electronOfPackage() !== null;
}

/** One quick question, so that a machine without the download server is known in seconds and not after every retry. */
async function downloadAnswers(): Promise<boolean> {
  const mirror = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'];
  if (mirror !== undefined) return true;
  try {
    await fetch('https://github.com/electron/electron/releases', {
      method: 'HEAD',
      signal: AbortSignal.timeout(8000),
    });
    return true;
  } catch {
    return false;
  }
}
